import type { Texts } from '../../../world/words.ts';

/** Joining a session, and coming back to a seat in one. */
export const enter = {
  joinTitle: { ko: '{{code}}에 참가합니다', en: 'Joining {{code}}' },
  unknownTitle: {
    ko: '{{code}} 코드로 열려 있는 수업이 없습니다',
    en: 'No class is open with the code {{code}}',
  },
  joinBody: {
    ko: '다른 사람에게 보일 별명을 정해 주세요.',
    en: 'Choose the name others will see.',
  },
  joinGo: { ko: '참가하기', en: 'Join' },
  joining: { ko: '참가하는 중', en: 'Joining' },
  backTitle: { ko: '이 브라우저에서 쓰던 자리', en: 'Seats used in this browser' },
  backTo: { ko: '돌아가기: {{name}}', en: 'Back to {{name}}' },
  backOpen: {
    ko: '다른 탭에 열려 있음 · 이 탭으로 옮깁니다',
    en: 'open in another tab · moves here',
  },
  haveCode: { ko: '재입장 코드가 있습니다', en: 'I have a rejoin code' },
  rejoinLabel: { ko: '재입장 코드', en: 'Rejoin code' },
  rejoinHint: {
    ko: '낱말 두 개와 숫자 두 자리 · 예: {{example}}',
    en: 'Two words and two digits, such as {{example}}',
  },
  rejoinUnfit: {
    ko: '낱말 두 개와 숫자 두 자리를 적어 주세요.',
    en: 'Please write two words and two digits.',
  },
  rejoinWrong: {
    ko: '이 수업에 그런 재입장 코드가 없습니다. 강사에게 물어보세요.',
    en: 'No seat here has that rejoin code. Your instructor can see yours.',
  },
  rejoinGo: { ko: '자리로 돌아가기', en: 'Back to my seat' },
  rejoining: { ko: '돌아가는 중', en: 'Coming back' },
} satisfies Texts;
