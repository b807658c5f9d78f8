import type { Texts } from '../../world/words.ts';

export const lecture = {
  title: { ko: '강의의 절과 시나리오', en: 'The lecture, section by section' },
  body: {
    ko: '강의 2절부터 29절까지가 게임에서 무엇이 되고, 어느 시나리오에서 나오는지 모았습니다. 강의가 줄여서 말한 곳은 여기서 정확히 적었습니다.',
    en: 'What sections 2 to 29 of the lecture become in the game, and in which scenarios they are played. Where the lecture simplifies, this says how it is.',
  },
  commands: { ko: '할 수 있는 일', en: 'What to do' },
  played: { ko: '시나리오', en: 'Played in' },
  sections: { ko: '강의 {{sections}}', en: 'Lecture {{sections}}' },
} satisfies Texts;
