import type { CommandText } from '../kinds.ts';

export const detachDevice = {
  name: { ko: '{{device}} 떼어 내기', en: 'Detach {{device}}' },
  does: {
    ko: '가상 장치와 그 에뮬레이션 코드를 VM에서 없앱니다. 그 장치로 일하던 VM은 제대로 서비스하지 못합니다.',
    en: 'Takes the virtual device, and the code that emulates it, from the VM. A VM that works with it no longer serves properly.',
  },
  done: { ko: '{{vm}}에서 {{device}}{을/를} 떼어 낸다', en: 'detach the {{device}} from {{vm}}' },
} satisfies CommandText;
