/** Latin letters that take the width of a name's place; a Hangul syllable is as wide as two. */
const WIDE = 18;

/** How a name is set on the wall: a long one in smaller letters, rather than cut. */
export function nameClass(nickname: string): string {
  const wide = [...nickname].filter((letter) => letter > '\u2e7f').length;
  return [...nickname].length + wide > WIDE ? 'wall-nick long' : 'wall-nick';
}

/** Columns in which so many names fill the width of the wall, and no more than its height. */
export function columnsFor(people: number): number {
  return Math.min(6, Math.max(3, Math.ceil(people / 8)));
}
