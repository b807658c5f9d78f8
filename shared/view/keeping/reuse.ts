import { same } from '../view.ts';

/** Keeps each row of before that says the same, and the whole table when all of them do. */
export function reuse<R extends { readonly id: number }>(
  columns: readonly string[],
  before: readonly (R | null)[] | undefined,
  now: (R | null)[],
): (R | null)[] {
  if (!before) return now;
  let changed = before.length !== now.length;
  const kept = now.map((row, id) => {
    const was = before[id] ?? null;
    if (row === was) return was;
    if (row !== null && was !== null && sameRow(columns, was, row)) return was;
    changed = true;
    return row;
  });
  return changed ? kept : (before as (R | null)[]);
}

function sameRow(columns: readonly string[], a: object, b: object): boolean {
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  return columns.every((column) => same(left[column], right[column]));
}
