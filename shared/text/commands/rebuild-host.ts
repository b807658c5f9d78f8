import type { CommandText } from '../kinds.ts';

export const rebuildHost = {
  name: { ko: '호스트 재설치', en: 'Reinstall the host' },
  does: {
    ko: '신뢰할 수 있는 매체로 하이퍼바이저를 최신 빌드로 다시 설치합니다. 그동안 그 호스트의 VM은 모두 꺼졌다가, 끝나면 다시 켜집니다.',
    en: 'Installs the hypervisor again from trusted media, at the latest build. Its VMs are powered off and start again afterwards.',
  },
  done: {
    ko: '{{host}}{을/를} 신뢰할 수 있는 매체로 다시 설치한다',
    en: 'reinstall {{host}} from trusted media',
  },
} satisfies CommandText;
