import type { Words } from '../../world/words.ts';

/**
 * Teams, by number: animals of the Korean fields, rivers and shores, each with a name short enough
 * for a card. As many as a session can have teams.
 */
export const teams = {
  1: { ko: '수달', en: 'Otter' },
  2: { ko: '두루미', en: 'Crane' },
  3: { ko: '삵', en: 'Wildcat' },
  4: { ko: '고니', en: 'Swan' },
  5: { ko: '담비', en: 'Marten' },
  6: { ko: '너구리', en: 'Raccoon' },
  7: { ko: '고라니', en: 'Deer' },
  8: { ko: '오소리', en: 'Badger' },
  9: { ko: '반달곰', en: 'Bear' },
  10: { ko: '산양', en: 'Goral' },
  11: { ko: '올빼미', en: 'Owl' },
  12: { ko: '황새', en: 'Stork' },
  13: { ko: '청설모', en: 'Squirrel' },
  14: { ko: '족제비', en: 'Weasel' },
  15: { ko: '물범', en: 'Seal' },
  16: { ko: '독수리', en: 'Eagle' },
  17: { ko: '참매', en: 'Hawk' },
  18: { ko: '딱따구리', en: 'Woodpecker' },
  19: { ko: '뻐꾸기', en: 'Cuckoo' },
  20: { ko: '고슴도치', en: 'Hedgehog' },
  21: { ko: '물총새', en: 'Kingfisher' },
  22: { ko: '동박새', en: 'White-eye' },
  23: { ko: '꾀꼬리', en: 'Oriole' },
  24: { ko: '참새', en: 'Sparrow' },
} satisfies Record<number, Words>;
