import type { FlawRecord } from './record.ts';

/** Tools that let a host that was taken in without a login. Source: CVE-2023-20867 (FACTS B19). */
export const guestopsAuth = {
  name: 'guestops-auth',
  component: 'guest-tools',
  tools: ['guest-operations'],
  words: {
    name: { ko: '게스트 도구의 인증 우회', en: 'Guest tools skip authentication' },
    what: {
      ko: '장악된 호스트가 게스트 작업 기능으로 게스트 안에서 root 명령을 실행합니다. 게스트의 로그인을 거치지 않습니다. 호스트가 먼저 장악되어야 합니다.',
      en: 'A host that was taken over runs commands as root in its guests, through guest operations and without a login there. The host has to be taken first.',
    },
    real: {
      ko: '실제 사례: VMware Tools, CVE-2023-20867',
      en: 'In reality: VMware Tools, CVE-2023-20867',
    },
  },
} as const satisfies FlawRecord;
