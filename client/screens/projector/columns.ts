/** Columns in which so many names fill the width of the wall, and no more than its height. */
export function columnsFor(people: number): number {
  return Math.min(6, Math.max(3, Math.ceil(people / 8)));
}
