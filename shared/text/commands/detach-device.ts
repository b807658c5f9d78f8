import type { CommandText } from '../kinds.ts';

export const detachDevice = {
  name: { ko: '{{device}} 분리', en: 'Detach {{device}}' },
  does: {
    ko: 'USB 컨트롤러를 VM에서 분리합니다. 그 장치가 필요한 VM은 서비스를 제대로 하지 못합니다.',
    en: 'Takes the USB controller from the VM. A VM that works with it no longer serves properly.',
  },
  done: { ko: '{{vm}}에서 {{device}}{을/를} 분리한다', en: 'detach the {{device}} from {{vm}}' },
} satisfies CommandText;
