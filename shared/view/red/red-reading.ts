import type { RedRows } from './red-rows.ts';
import type { RedTeamView } from './red-team.ts';

/** The rows of a table that are there, in the order of their ids. */
export function redRows<T extends keyof RedRows>(
  view: RedTeamView | null,
  table: T,
): readonly RedRows[T][] {
  const rows = (view?.tables[table] ?? []) as readonly (RedRows[T] | null)[];
  return rows.filter((row): row is RedRows[T] => row !== null);
}

/** One row, or `null` if it is not there. */
export function redRow<T extends keyof RedRows>(
  view: RedTeamView | null,
  table: T,
  id: number,
): RedRows[T] | null {
  return (view?.tables[table] as readonly (RedRows[T] | null)[] | undefined)?.[id] ?? null;
}
