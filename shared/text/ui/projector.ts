import type { Texts } from '../../world/words.ts';

/** The projected page: read from the back row. */
export const projector = {
  title: { ko: '수업 화면', en: 'Projected page' },
  address: {
    ko: '{{address}}에 접속해 코드를 넣으세요',
    en: 'Open {{address}} and enter the code',
  },
  onlyHere: {
    ko: '이 주소는 이 컴퓨터에서만 열립니다. 강사 데스크를 이 컴퓨터의 네트워크 주소로 여세요.',
    en: 'This address works on this computer only. Open the desk by its network address.',
  },
  codeSpoken: { ko: '참가 코드 {{code}}', en: 'Join code {{code}}' },
  qr: { ko: '참가 주소 QR 코드', en: 'QR code of the join link' },
  here: { ko: '{{count}}명 참가', en: '{{count}} here' },
  noTeam: { ko: '팀을 기다리는 사람', en: 'Not in a team yet' },
  furtherPeople: { ko: '외 {{count}}명', en: 'and {{count}} more' },
  retention: {
    ko: '개인정보 없음 · 끝나고 {{hours}}시간 뒤 지워집니다',
    en: 'No personal data · deleted {{hours}} hours after the end',
  },
  locked: { ko: '지금은 방이 잠겨 있습니다', en: 'The room is locked for now' },
  prepare: { ko: '준비 시간', en: 'Time to prepare' },
  live: { ko: '방어 중', en: 'Defending' },
  over: { ko: '경기가 끝났습니다', en: 'The match is over' },
  paused: { ko: '잠시 멈춤', en: 'Paused' },
  restart: { ko: '{{seconds}}초 뒤 이어집니다', en: 'Going on in {{seconds}} s' },
  slow: { ko: '조금 느리게 가고 있습니다', en: 'Going a little slower' },
  left: { ko: '남은 시간', en: 'Time left' },
  untilLive: { ko: '공격이 시작되기까지', en: 'Until attacks begin' },
  standings: { ko: '점수', en: 'Scores' },
  mapOf: { ko: '함께 보는 세계', en: 'Look together' },
  defends: { ko: '방어', en: 'defends' },
  attacks: { ko: '공격', en: 'attacks' },
  firstHalf: { ko: '전반 {{score}}', en: 'first half {{score}}' },
  debrief: { ko: '함께 디브리핑합니다', en: 'Debrief together' },
  debriefBody: {
    ko: '침해의 원인을 자기 화면에서 끝까지 따라가 보세요.',
    en: 'On your own screen, follow each breach back to its cause.',
  },
  closed: { ko: '수업이 끝났습니다', en: 'The class is over' },
  closedBody: { ko: '함께해 주셔서 고맙습니다.', en: 'Thank you for taking part.' },
} satisfies Texts;
