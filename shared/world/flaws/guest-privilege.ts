import type { FlawRecord } from './record.ts';

/** A way from any process to root, and on to the kernel. Source: CVE-2022-0847 (FACTS B14). */
export const guestPrivilege = {
  name: 'guest-privilege',
  component: 'guest-kernel',

  words: {
    name: { ko: '게스트 커널 권한 상승', en: 'Guest kernel privilege escalation' },
    what: {
      ko: '게스트의 일반 프로세스가 root가 되고, 이어서 게스트 커널의 권한까지 얻습니다. 아직 게스트 안이지만 장치와 페이지 테이블을 직접 다룰 수 있습니다.',
      en: 'A process of the guest becomes root, and goes on to its kernel’s rights: still inside, but devices and page tables are within reach.',
    },
    real: {
      ko: '실제 사례: CVE-2022-0847 (Dirty Pipe)',
      en: 'In reality: CVE-2022-0847 (Dirty Pipe)',
    },
  },
} as const satisfies FlawRecord;
