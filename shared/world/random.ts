import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { hashValue } from './hash.ts';

/** What a draw is for. Two draws with the same key are the same draw. */
export interface DrawKey {
  readonly seed: number;
  readonly stream: string;
  readonly subject: number;
  readonly occasion: number;
}

/**
 * An integer from `low` to `high`, both included, that depends on its key alone and never on what
 * was drawn before: one more command in a match must not reshuffle the people in it.
 */
export function draw(key: DrawKey, low: number, high: number): number {
  const seed = Number.parseInt(
    hashValue([key.seed, key.stream, key.subject, key.occasion]).slice(0, 8),
    16,
  );
  return uniformInt(xoroshiro128plus(seed | 0), low, high);
}
