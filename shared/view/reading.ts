import type { RowRef } from '../world/fact.ts';
import { CATEGORIES, type Category, categoryOf } from '../world/machine/category.ts';
import type { FrameRow, HostRow, VmRow } from './machine-rows.ts';
import type { BlueRows } from './rows.ts';
import type { BlueView } from './view.ts';

/** The rows of a table without its holes: a table of a view never changes, and is asked for again and again. */
const there = new WeakMap<object, readonly unknown[]>();

/** The rows of a table that are there, in the order of their ids. */
export function rowsOf<T extends keyof BlueRows>(view: BlueView, table: T): readonly BlueRows[T][] {
  const rows = view.tables[table] as readonly (BlueRows[T] | null)[];
  const known = there.get(rows);
  if (known) return known as readonly BlueRows[T][];
  const found = rows.filter((row): row is BlueRows[T] => row !== null);
  there.set(rows, found);
  return found;
}

/** One row, or `null` if it is not there. */
export function rowOf<T extends keyof BlueRows>(
  view: BlueView | null,
  table: T,
  id: number,
): BlueRows[T] | null {
  return (view?.tables[table] as readonly (BlueRows[T] | null)[] | undefined)?.[id] ?? null;
}

export interface Ref {
  readonly table: string;
  readonly id: number;
}

export function splitRef(ref: string): Ref {
  const [table = '', id = '0'] = ref.split('/');
  return { table, id: Number(id) };
}

/** Whether what a reference names is still to be seen. */
export function exists(view: BlueView, ref: RowRef): boolean {
  const { table, id } = splitRef(ref);
  return table in view.tables && rowOf(view, table as keyof BlueRows, id) !== null;
}

export function vmsOn(view: BlueView, host: number): readonly VmRow[] {
  return rowsOf(view, 'vms').filter((vm) => vm.host === host);
}

/** Whether somebody is known to run code below the guests of a host. */
export const isTaken = (view: BlueView, { id }: Pick<HostRow, 'id'>): boolean =>
  rowsOf(view, 'breaches').some(
    ({ kind, open, host }) => kind === 'takeover' && open && host === id,
  );

/** Other hosts that the credential of a host opens as well; of a view that does not tell, none. */
export const sharesCredential = (view: BlueView, host: HostRow): readonly HostRow[] =>
  host.credential === 0
    ? []
    : rowsOf(view, 'hosts').filter(
        ({ id, credential }) => id !== host.id && credential === host.credential,
      );

/** Tenant that an asset belongs to, or 0. */
export function tenantOfAsset(view: BlueView, asset: number): number {
  return rowOf(view, 'assets', asset)?.tenant ?? 0;
}

/** A host's free frames that still hold something. */
export function dirtyFree(view: BlueView, host: HostRow): readonly FrameRow[] {
  return framesOf(view, host.free).filter((frame) => frame.residue !== 0);
}

export function framesOf(view: BlueView, ids: readonly number[]): readonly FrameRow[] {
  return ids
    .map((id) => rowOf(view, 'frames', id))
    .filter((frame): frame is FrameRow => frame !== null);
}

/** Tenants whose data those frames still hold from earlier owners, each once. */
export function tenantsLeftIn(view: BlueView, frames: readonly FrameRow[]): readonly number[] {
  const tenants = new Set<number>();
  for (const frame of frames) {
    if (frame.residue !== 0) tenants.add(tenantOfAsset(view, frame.residue));
  }
  return [...tenants].sort((a, b) => a - b);
}

/** Frames of a VM with the data of someone else in them. */
export function foreignFrames(view: BlueView, vm: VmRow): readonly FrameRow[] {
  return framesOf(view, vm.memory).filter(
    (frame) => frame.residue !== 0 && tenantOfAsset(view, frame.residue) !== vm.tenant,
  );
}

/** Frames that a host has promised to its VMs. */
export const promisedOn = (view: BlueView, host: number): number =>
  vmsOn(view, host).reduce((sum, { frames }) => sum + frames, 0);

/** Pages of a host's VMs that lie in a frame of another. */
export const mergedOn = (view: BlueView, host: number): number =>
  vmsOn(view, host).reduce((sum, { merged }) => sum + merged.length, 0);

/** The categories that a world’s VMs are of, in their order; none where all are of one: then it says nothing. */
export function categoriesIn(view: BlueView): readonly Category[] {
  const there = new Set(rowsOf(view, 'vms').map(({ workload }) => categoryOf(workload)));
  return there.size < 2 ? [] : CATEGORIES.filter((category) => there.has(category));
}
