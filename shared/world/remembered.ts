/** How each field of such a row is read: one that is missing does not compile. */
export type Fields<T extends object> = {
  readonly [Field in keyof Required<T>]: (row: T) => T[Field];
};

type Readers<T extends object> = readonly ((row: T) => unknown)[];

interface Kept<Beside, Result> {
  readonly beside: Beside;
  readonly was: readonly unknown[];
  readonly wasBeside: readonly unknown[];
  readonly result: Result;
}

function isAs<T extends object>(row: T, readers: Readers<T>, was: readonly unknown[]): boolean {
  for (let i = 0; i < readers.length; i += 1) {
    if (readers[i]?.(row) !== was[i]) return false;
  }
  return true;
}

/**
 * A function of a row and of one beside it that is worked out again only where one of their fields has changed
 * since it was last asked of that row. It may read no other field, which its types say. Rows of the world
 * replace what is in their fields and never change it, so that a field that is the same value says the same.
 */
export function remembered<Of extends object, Beside extends object, Result>(
  work: (row: Of, beside: Beside) => Result,
  of: Fields<Of>,
  besides: Fields<Beside>,
): (row: Of, beside: Beside) => Result {
  // Read by name, each by a function of its own: by a name that varies takes ten times as long.
  const readers: Readers<Of> = Object.values(of);
  const readersBeside: Readers<Beside> = Object.values(besides);
  const known = new WeakMap<Of, Kept<Beside, Result>>();
  return (row, beside) => {
    const last = known.get(row);
    if (
      last?.beside === beside &&
      isAs(row, readers, last.was) &&
      isAs(beside, readersBeside, last.wasBeside)
    ) {
      return last.result;
    }
    const result = work(row, beside);
    const was = readers.map((read) => read(row));
    const wasBeside = readersBeside.map((read) => read(beside));
    known.set(row, { beside, was, wasBeside, result });
    return result;
  };
}
