import type { Room } from '../kinds.ts';

/** Joining a session and opening one. */
export const enter = {
  joinTitle: { ko: '{{code}}에 참가합니다', en: 'Joining {{code}}' },
  joinBody: {
    ko: '다른 사람에게 보일 별명을 정해 주세요.',
    en: 'Choose the name others will see.',
  },
  joinGo: { ko: '참가하기', en: 'Join' },
  joining: { ko: '참가하는 중', en: 'Joining' },
  hostTitle: { ko: '수업을 엽니다', en: 'Open a class' },
  hostBody: {
    ko: '참가 코드를 만듭니다. 모두 모이면 시작을 누르세요. 여러분도 한 자리를 맡습니다.',
    en: 'This makes a join code. Press start when everyone is here. You have a seat as well.',
  },
  hostGo: { ko: '코드 만들기', en: 'Make a code' },
  opening: { ko: '여는 중', en: 'Opening' },
  scenario: { ko: '시나리오', en: 'Scenario' },
} satisfies Room;
