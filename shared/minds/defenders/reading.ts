import type { HostRow, RequestRow } from '../../view/rows.ts';
import type { BlueView } from '../../view/view.ts';

/** Rows that exist. */
export function present<T>(rows: readonly (T | null)[]): T[] {
  return rows.filter((row): row is T => row !== null);
}

export function openRequests(view: BlueView): RequestRow[] {
  return present(view.tables.requests).filter(({ state }) => state === 'open');
}

/** Whether a job has claimed it already. */
export function claimed(view: BlueView, ref: string): boolean {
  return present(view.tables.jobs).some(({ claims }) => claims.some((claim) => claim === ref));
}

/** Hands that nobody is using. */
export function freeHands(view: BlueView): number {
  return (view.tables.match[1]?.hands ?? 0) - present(view.tables.jobs).length;
}

/** Hosts with the most room first. */
export function roomiest(view: BlueView): HostRow[] {
  return present(view.tables.hosts).sort((a, b) => b.free.length - a.free.length || a.id - b.id);
}

/** Free frames of a host that still hold something. */
export function dirty(view: BlueView, host: HostRow): number {
  return host.free.filter((id) => (view.tables.frames[id]?.residue ?? 0) !== 0).length;
}
