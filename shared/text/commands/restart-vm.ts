import type { CommandText } from '../kinds.ts';

export const restartVm = {
  name: { ko: '재시작', en: 'Restart' },
  does: {
    ko: '전원을 껐다 켭니다. 호스트의 현재 코드로 새 장치 프로세스가 시작되고, 이전 프로세스에 있던 침입자는 사라집니다. 그동안 서비스가 멈춥니다.',
    en: 'Off and on again: a new device process begins with the host’s code of today, and whoever was in the old one is gone. Its service is off meanwhile.',
  },
  done: { ko: '{{vm}}{을/를} 재시작한다', en: 'restart {{vm}}' },
} satisfies CommandText;
