import type { SessionMode } from './mode.ts';

/** Everyone is one team in one world. */
export const shared: SessionMode = {
  sides: ['blue'],
  usualWorlds: null,
  swaps: false,
  words: {
    name: { ko: '모두 한 세계', en: 'One world' },
    does: {
      ko: '모두가 한 팀이 되어 한 세계를 함께 지킵니다.',
      en: 'Everyone is one team and guards one world together.',
    },
    lobby: { ko: '모두 한 세계를 함께 지킵니다', en: 'Everyone defends one world together' },
  },
};
