/**
 * Phrases of which a team chooses one that is then in the data of every tenant (rule H9). They are the same to
 * every reader: what is read of them are bytes.
 */
export const PHRASES = [
  '봄비 그친 밤',
  '초록 고래 노래',
  '달빛 아래 막차',
  'paper moon harbour',
  'seven quiet lamps',
  'blue kettle sings',
] as const;

/** No phrase has been chosen. */
export const NO_PHRASE = 0;

/** The phrase of that number, counted from one, or `null`. */
export const phraseOf = (number: number): string | null => PHRASES[number - 1] ?? null;
