import { expect } from 'vitest';

/** All of it, and a failure where there is nothing: a loop over nothing would expect nothing. */
export function some<T>(list: Iterable<T>): T[] {
  const all = [...list];
  expect(all.length, 'there is nothing to look at').toBeGreaterThan(0);
  return all;
}
