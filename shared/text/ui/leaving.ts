import type { Texts } from '../../world/words.ts';

/** Asked before a running match is left, and said when one is come back to. */
export const leaving = {
  title: { ko: '경기에서 나가시겠습니까?', en: 'Leave the match?' },
  kept: {
    ko: '경기는 {{time}}에서 멈춘 채 이 브라우저에 남습니다. 첫 화면에서 바로 이어 할 수 있습니다.',
    en: 'It is kept in this browser as it is at {{time}}. The first page leads back to it.',
  },
  notKept: {
    ko: '이 브라우저에는 저장할 수 없어서 지금까지 한 경기가 사라집니다.',
    en: 'This browser cannot store anything: what you have played so far will be gone.',
  },
  seatKept: {
    ko: '경기는 팀과 함께 계속되고 자리는 남아 있습니다. 같은 참가 코드로 다시 들어올 수 있습니다.',
    en: 'Your team plays on and your seat is kept. The same join code leads back to it.',
  },
  seatGiven: {
    ko: '이 수업의 자리를 비웁니다. 다시 들어오려면 참가 코드로 새로 참가해야 합니다.',
    en: 'You give up your seat in this class. To come back you would have to join once more, by the code.',
  },
  restartTitle: { ko: '처음부터 다시 시작하시겠습니까?', en: 'Start again?' },
  restartBody: {
    ko: '같은 시드로 처음부터 다시 시작합니다. 지금까지 한 경기는 지워집니다.',
    en: 'The same match begins once more, with the same seed. What you have played so far is deleted.',
  },
  stay: { ko: '계속하기', en: 'Stay' },
  leave: { ko: '나가기', en: 'Leave' },
  giveSeat: { ko: '자리를 비우고 나가기', en: 'Give up my seat' },
  restart: { ko: '처음부터 다시', en: 'Start again' },
  older: { ko: '이 경기는 이어 할 수 없습니다', en: 'This match cannot go on' },
  olderBody: {
    ko: '게임이 새 버전으로 바뀌면서 규칙이 달라졌습니다. 이 경기는 이전 규칙으로 {{time}}까지 진행되었습니다. 같은 시드로 새 경기를 시작할 수 있습니다.',
    en: 'The game has been updated and its rules have changed. This match was played to {{time}} by the earlier ones. You can begin a new match with the same seed.',
  },
  elsewhere: {
    ko: '이 경기는 다른 탭에서 진행 중입니다',
    en: 'This match is being played in another tab',
  },
  elsewhereBody: {
    ko: '한 경기는 한 탭에서만 진행할 수 있습니다. 여기에서 이어 가면 다른 탭은 멈추고, 지금까지 한 것은 그대로 남습니다. 다른 시드로 새 경기를 시작할 수도 있습니다.',
    en: 'A match is played in one tab at a time. Going on here stops the other tab, and nothing of the match is lost. Or begin a new match with another seed.',
  },
  otherSeed: { ko: '다른 시드로 시작', en: 'Begin with another seed' },
  begin: { ko: '새 경기 시작', en: 'Begin a new match' },
} satisfies Texts;
