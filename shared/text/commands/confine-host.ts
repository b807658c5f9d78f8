import type { CommandText } from '../kinds.ts';

export const confineHost = {
  name: { ko: '샌드박스·시스템 콜 필터 적용', en: 'Sandbox or system-call filter' },
  does: {
    ko: '장치 에뮬레이터 프로세스를 샌드박스에 가둡니다. 컨테이너 호스트에서는 시스템 콜 필터(seccomp)를 켭니다.',
    en: 'Puts the device models’ processes into a sandbox. On a container host it switches the system-call filter (seccomp) on.',
  },
  done: {
    ko: '{{host}}에 샌드박스나 시스템 콜 필터를 적용한다',
    en: 'put a sandbox or a system-call filter on {{host}}',
  },
} satisfies CommandText;
