import type { SessionMode } from './mode.ts';

/** Each team has its own world of the same scenario and seed. */
export const parallel: SessionMode = {
  sides: ['blue'],
  usualWorlds: 4,
  swaps: false,
  words: {
    name: { ko: '팀마다 같은 세계', en: 'A world each' },
    does: {
      ko: '팀마다 같은 시나리오, 같은 시드의 세계를 따로 지키고 비교합니다.',
      en: 'Each team guards its own world of the same scenario and seed, to compare.',
    },
    lobby: {
      ko: '팀마다 똑같은 세계를 하나씩 지킵니다',
      en: 'Each team defends its own copy of the same world',
    },
  },
};
