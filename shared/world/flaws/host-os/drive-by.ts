import type { FlawRecord } from '../record.ts';

/** What shows pages and letters runs code that is in them: a kind of flaw, not one of them (FACTS B16). */
export const driveBy = {
  name: 'drive-by',
  component: 'host-os',
  words: {
    name: { ko: '호스트 OS의 문서 처리 결함', en: 'Code in what the host OS shows' },
    what: {
      ko: '메일이나 웹 페이지를 보여 주는 호스트 OS의 부품이 그 안의 코드를 실행합니다. 보기만 해도 호스트 사용자의 권한을 빼앗깁니다. Type 2 호스트에서는 그 사용자가 VM의 주인입니다.',
      en: 'The part of the host OS that shows mail and web pages runs code that is in them: to look is enough. On a type 2 host that user is the one whose VMs they are.',
    },
    real: {
      ko: '실제로 브라우저와 메일 프로그램에서 되풀이된 유형의 취약점입니다',
      en: 'In reality: a kind that browsers and mail programs had again and again',
    },
  },
} as const satisfies FlawRecord;
