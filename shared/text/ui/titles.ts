import type { Texts } from '../../world/words.ts';

/** What a tab of the browser is called: the screen first, for those who hear only its beginning. */
export const titles = {
  join: { ko: '{{code}} 참가', en: 'Join {{code}}' },
  lecture: { ko: '강의의 절과 시나리오', en: 'The lecture, section by section' },
  host: { ko: '수업 열기', en: 'Open a class' },
  console: { ko: '강사 화면 {{code}}', en: 'Desk {{code}}' },
  projector: { ko: '수업 화면 {{code}}', en: 'Projector {{code}}' },
  lobby: { ko: '대기실 {{code}}', en: 'Lobby {{code}}' },
  defence: { ko: '{{scenario}} · 방어', en: '{{scenario}} · defending' },
  attack: { ko: '{{scenario}} · 공격', en: '{{scenario}} · attacking' },
  debrief: { ko: '{{scenario}} · 디브리핑', en: '{{scenario}} · debrief' },
  nowhere: { ko: '없는 주소', en: 'Nothing here' },
} satisfies Texts;
