import type { CommandText } from '../kinds.ts';

export const stopVm = {
  name: { ko: '정지', en: 'Stop' },
  does: {
    ko: '안에서 벌어지는 일이 멈춥니다. 서비스도 멈춥니다.',
    en: 'Whatever runs in it stops. So does its service.',
  },
  done: {
    ko: '{{vm}}{을/를} 멈춘다',
    en: 'stop {{vm}}',
  },
} satisfies CommandText;
