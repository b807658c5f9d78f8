import type { Texts } from '../../../world/words.ts';

/** The lobby as players see it; the projected one has a room of its own. */
export const lobby = {
  brokenOff: {
    ko: '서버가 새 버전으로 바뀌어 하던 경기를 이어 갈 수 없었습니다. 자리와 팀은 그대로입니다.',
    en: 'The server came back with a newer version, and the match could not go on. Seats and teams are as they were.',
  },
  title: { ko: '대기실', en: 'Lobby' },
  code: { ko: '참가 코드', en: 'Join code' },
  codeSpoken: { ko: '참가 코드 {{code}}', en: 'Join code {{code}}' },
  you: { ko: '{{name}} 님', en: '{{name}}' },
  people: { ko: '{{count}}명', en: '{{count}} here' },
  dropped: { ko: '연결 끊김', en: 'disconnected' },
  wait: {
    ko: '강사가 시작하면 바로 경기 화면이 열립니다',
    en: 'The match opens as soon as the instructor starts it',
  },
  watch: {
    ko: '이 수업에서는 관전합니다. 경기가 시작되면 팀의 경기를 봅니다',
    en: 'You watch in this class: once it starts, you see your team’s match',
  },
  watches: { ko: '관전', en: 'watching' },
  noInstructor: {
    ko: '강사를 기다리고 있습니다. 이 화면을 그대로 두세요',
    en: 'Waiting for the instructor. Just keep this page open',
  },
  knocking: { ko: '입장을 기다리고 있습니다', en: 'Waiting to be let in' },
  knockingBody: {
    ko: '강사가 확인하면 바로 들어갑니다. 이 화면을 그대로 두세요.',
    en: 'The instructor lets you in. Just keep this page open.',
  },
  team: { ko: '우리 팀', en: 'Your team' },
  teams: { ko: '팀', en: 'Teams' },
  noTeam: { ko: '아직 팀이 없는 사람', en: 'No team yet' },
  choose: { ko: '이 팀으로', en: 'Join this team' },
  chooseNamed: { ko: '이 팀으로: {{team}}', en: 'Join this team: {{team}}' },
  chooseRoles: { ko: '맡고 싶은 역할을 고르세요', en: 'Choose the roles you would like' },
  givenRoles: { ko: '맡은 역할', en: 'Your roles' },
  nobody: { ko: '아직 아무도 없습니다', en: 'Nobody yet' },
  rejoin: { ko: '재입장 코드', en: 'Rejoin code' },
  rejoinWhy: {
    ko: '적어 두세요. 다른 기기에서도 이 자리로 돌아올 수 있습니다.',
    en: 'Write this down: it brings you back to this seat on any device.',
  },
  retention: {
    ko: '개인정보 없음 · 끝나고 {{hours}}시간 뒤 지워집니다',
    en: 'No personal data · deleted {{hours}} {hour/hours} after the end',
  },
} satisfies Texts;
