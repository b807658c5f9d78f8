import type { CommandText } from '../kinds.ts';

export const confineHost = {
  name: { ko: '호스트에 격리 적용', en: 'Confine the host' },
  does: {
    ko: '장치 에뮬레이션 프로세스를 샌드박스에 가둡니다. 컨테이너 호스트에서는 시스템 콜 필터(seccomp)를 켭니다.',
    en: 'Puts the processes that emulate devices into a sandbox. On a container host it switches the system-call filter (seccomp) on.',
  },
  done: { ko: '{{host}}에 격리를 적용한다', en: 'confine {{host}}' },
} satisfies CommandText;
