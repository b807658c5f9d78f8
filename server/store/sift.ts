import type { JournalRow } from './store.ts';

/** What is left of the rows of a commit when ticks without inputs are only counted. */
export interface Sifted {
  /** Rows that must be written out. */
  readonly written: readonly JournalRow[];
  /** Of every match of the commit: the last tick up to which none is missing. */
  readonly reached: ReadonlyMap<string, number>;
}

/**
 * Most ticks take nothing in. Of those it is enough to know that they happened: up to the tick that
 * its match has reached, a tick that is not written out had no inputs.
 * @param before what each match had reached; all matches of the rows are in it
 */
export function sift(rows: readonly JournalRow[], before: ReadonlyMap<string, number>): Sifted {
  const reached = new Map(before);
  const written: JournalRow[] = [];
  for (const row of [...rows].sort((a, b) => a.tick - b.tick)) {
    const last = reached.get(row.match) ?? 0;
    // It is there already, and what is there stays as it is.
    if (row.tick <= last) continue;
    const follows = row.tick === last + 1;
    if (follows) reached.set(row.match, row.tick);
    if (!follows || row.inputs.length > 0) written.push(row);
  }
  return { written, reached };
}
