import type { FlawRecord } from './record.ts';

/** Commands in what a web server passes on. Source: CVE-2014-6271 (FACTS B34). */
export const shellshock = {
  name: 'shellshock',
  component: 'web-service',
  service: 'web',
  words: {
    name: { ko: '웹 서버의 셸 명령 실행', en: 'Shell commands through a web server' },
    what: {
      ko: '요청에 담긴 값을 배시(bash)가 명령으로 실행합니다. 웹 서비스에 도달할 수 있는 누구나 게스트 안에서 코드를 실행합니다. 데이터베이스와 메시지 큐는 해당하지 않습니다.',
      en: 'Bash runs what a request carries as commands: anyone who reaches the web service runs code in the guest. Databases and message queues do not have it.',
    },
    real: {
      ko: '실제 사례: Shellshock, CVE-2014-6271',
      en: 'In reality: Shellshock, CVE-2014-6271',
    },
  },
} as const satisfies FlawRecord;
