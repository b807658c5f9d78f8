import type { Texts } from '../../world/words.ts';

/** What people say to their team, ready-made: each reads it in their own language. */
export const talk = {
  title: { ko: '팀에 말하기', en: 'Tell the team' },
  nothingSelected: {
    ko: '가리킬 것을 먼저 고르세요',
    en: 'Select what you want to point at first',
  },
  pingThat: { ko: '{{place}} 가리키기', en: 'Point at {{place}}' },
  chatLabel: { ko: '팀에 보낼 글', en: 'Message to your team' },
  chatHint: { ko: '팀에 한 줄 쓰기', en: 'Write a line to your team' },
  send: { ko: '보내기', en: 'Send' },
  log: { ko: '팀의 말', en: 'Team talk' },
  empty: { ko: '아직 말이 없습니다', en: 'Nothing said yet' },
  someone: { ko: '팀원', en: 'A teammate' },
  notice: { ko: '강사의 알림', en: 'From the instructor' },
  furtherNotices: { ko: '외 {{count}}개', en: 'and {{count}} more' },
  closeNotice: { ko: '알림 닫기', en: 'Close this notice' },
  ping: {
    look: { ko: '여기를 보세요', en: 'Look here' },
    danger: { ko: '위험합니다', en: 'Danger' },
    mine: { ko: '제가 맡습니다', en: 'I have this' },
  },
  phrase: {
    'need-hand': { ko: '도움이 필요합니다', en: 'I need a hand' },
    'on-it': { ko: '제가 하고 있습니다', en: 'I am on it' },
    'look-here': { ko: '이것 좀 보세요', en: 'Have a look at this' },
    'do-not-touch': { ko: '건드리지 마세요', en: 'Do not touch this' },
    'scrub-first': { ko: '먼저 소거합시다', en: 'Scrub it first' },
    'push-policy': { ko: '정책을 배포합시다', en: 'Push the policy' },
    investigate: { ko: '조사해 봅시다', en: 'Let us investigate' },
    contained: { ko: '막았습니다', en: 'Contained' },
    'all-clear': { ko: '이상 없습니다', en: 'All clear' },
    'well-done': { ko: '잘했습니다', en: 'Well done' },
    wait: { ko: '잠시 기다려 주세요', en: 'Wait' },
    thanks: { ko: '고맙습니다', en: 'Thank you' },
  },
} satisfies Texts;
