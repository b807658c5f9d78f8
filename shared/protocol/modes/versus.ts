import type { SessionMode } from './mode.ts';

/** People against people: in each world a team on either side, and then the other way about. */
export const versus: SessionMode = {
  sides: ['blue', 'red'],
  usualWorlds: 2,
  swaps: true,
  words: {
    name: { ko: '공격 대 방어', en: 'Attack and defend' },
    does: {
      ko: '세계마다 한 팀은 지키고 한 팀은 공격합니다. 후반에는 서로 바꿉니다.',
      en: 'In each world one team defends and one attacks; then they swap sides.',
    },
    lobby: {
      ko: '한 팀은 지키고 한 팀은 공격합니다. 전반이 끝나면 바꿉니다',
      en: 'One team defends and one attacks; after the first half they swap',
    },
  },
};
