import { useRef } from 'preact/hooks';

/**
 * A list that keeps its places while something rests on it: what was there stays where it was, as new as
 * it is now, or as it was last when it has gone; what is new comes after it.
 * @param keep what a place keeps of what stood in it before, beside being that place
 */
export function steady<T>(
  before: readonly T[],
  now: readonly T[],
  keyOf: (item: T) => string,
  keep: (before: T, now: T | null) => T,
): readonly T[] {
  const byKey = new Map(now.map((item) => [keyOf(item), item]));
  const known = new Set(before.map(keyOf));
  return [
    ...before.map((item) => keep(item, byKey.get(keyOf(item)) ?? null)),
    ...now.filter((item) => !known.has(keyOf(item))),
  ];
}

/** The same for a panel, which holds its places while `held`. */
export function useSteady<T>(
  now: readonly T[],
  held: boolean,
  keyOf: (item: T) => string,
  keep: (before: T, now: T | null) => T = (was, is) => is ?? was,
): readonly T[] {
  const shown = useRef<readonly T[]>([]);
  shown.current = held ? steady(shown.current, now, keyOf, keep) : now;
  return shown.current;
}
