import type { Room } from '../kinds.ts';

/** The state of the connection, in plain words. */
export const status = {
  connecting: { ko: '연결하는 중입니다', en: 'Connecting' },
  dropped: {
    ko: '연결이 끊겼습니다. 자동으로 다시 잇고 있으니 그대로 두세요. 자리는 남아 있습니다.',
    en: 'The connection dropped. Coming back by itself; your seat is kept.',
  },
  back: {
    ko: '다시 연결되었습니다. 그동안 흐른 경기 시간 {{time}}.',
    en: 'Connected again. {{time}} passed meanwhile.',
  },
  elsewhere: { ko: '이 자리는 다른 탭에서 열려 있습니다', en: 'This seat is open in another tab' },
  elsewhereBody: {
    ko: '한 자리는 한 탭에서만 쓸 수 있습니다. 여기에서 이어 가려면 아래를 누르세요.',
    en: 'A seat works in one tab at a time. Press below to go on here.',
  },
  takeBack: { ko: '여기에서 이어 하기', en: 'Go on here' },
  outdated: { ko: '새 판이 나왔습니다', en: 'There is a newer version' },
  outdatedBody: { ko: '한 번 새로 고치면 이어집니다.', en: 'Reload once to go on.' },
  reload: { ko: '새로 고침', en: 'Reload' },
  lost: { ko: '자리를 찾을 수 없습니다', en: 'This seat is gone' },
  lostBody: {
    ko: '수업이 끝났거나 지워졌습니다. 코드가 살아 있으면 다시 참가할 수 있습니다.',
    en: 'The session has ended or was deleted. If the code still works you can join again.',
  },
  rejoin: { ko: '다시 참가', en: 'Join again' },
  closed: { ko: '끝난 수업입니다', en: 'This session is over' },
  broken: { ko: '게임을 이어 갈 수 없습니다', en: 'The game cannot go on' },
  brokenBody: {
    ko: '이 브라우저에서 실행이 멈췄습니다. 처음부터 다시 시작해 주세요.',
    en: 'It stopped running in this browser. Please start again.',
  },
} satisfies Room;
