import type { Flaw } from './flaw.ts';
import { SCENARIO, type Seq } from './ids.ts';
import type { Block } from './machine/block.ts';
import type { Dedication } from './machine/dedication.ts';
import type { Frame } from './machine/frame.ts';
import type { Host } from './machine/host.ts';
import type { Image } from './machine/image.ts';
import type { Snapshot } from './machine/snapshot.ts';
import type { Copy, Repository, Store } from './machine/store.ts';
import type { Vm } from './machine/vm.ts';
import type { Policy, Switch, Wire } from './network.ts';
import type { Request } from './people/request.ts';
import type { Asset, Tenant } from './people/tenant.ts';
import { shapedLike, type Table } from './table.ts';
import type { Segment, Zone } from './zone.ts';

/** The tables whose fields preconditions may read, and what their rows are. */
export interface FactRows {
  hosts: Host;
  dedications: Dedication;
  frames: Frame;
  blocks: Block;
  snapshots: Snapshot;
  stores: Store;
  repositories: Repository;
  copies: Copy;
  vms: Vm;
  images: Image;
  flaws: Flaw;
  zones: Zone;
  segments: Segment;
  policies: Policy;
  switches: Switch;
  wires: Wire;
  tenants: Tenant;
  assets: Asset;
  requests: Request;
}

export type FactTable = keyof FactRows;

/** What is changed of a world: its rows, and the event that each fact comes from. */
type Facts = { readonly [T in FactTable]: Table<FactRows[T]> } & {
  readonly provenance: Record<string, Seq>;
};

/** One row of the world: `vms/3`. */
export type RowRef = `${FactTable}/${number}`;

/** One field of one row: `vms/3/power`. */
export type FactRef = `${RowRef}/${string}`;

export function rowRef(table: FactTable, id: number): RowRef {
  return `${table}/${id}`;
}

export function fact<T extends FactTable>(
  table: T,
  id: number,
  field: keyof FactRows[T] & string,
): FactRef {
  return `${table}/${id}/${field}`;
}

/** The event that made this fact what it is; the scenario when nothing has touched it. */
export function provenanceOf(
  world: { readonly provenance: Readonly<Record<string, Seq>> },
  ref: FactRef,
): Seq {
  const own = world.provenance[ref];
  if (own !== undefined) return own;
  return world.provenance[ref.slice(0, ref.lastIndexOf('/'))] ?? SCENARIO;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * The only way a fact changes. It stamps the fact with the event that changed it, which is what
 * makes every chain of the debrief a walk backward instead of a story.
 */
export function setFact<T extends FactTable, F extends keyof FactRows[T] & string>(
  world: Facts,
  table: T,
  id: number,
  field: F,
  value: FactRows[T][F],
  cause: Seq,
): void {
  const row = world[table][id] as Writable<FactRows[T]> | null | undefined;
  if (!row) throw new Error(`no ${table}/${id}`);
  row[field] = value;
  if (cause !== SCENARIO) world.provenance[fact(table, id, field)] = cause;
}

/** Adds a row at the next free id, stamped as a whole. `make` is given the id. */
export function addRow<T extends FactTable>(
  world: Facts,
  table: T,
  make: (id: number) => FactRows[T],
  cause: Seq,
): FactRows[T] {
  const rows = world[table] as (FactRows[T] | null)[];
  const id = rows.length;
  const row = shapedLike(
    rows.find((one) => one !== null),
    make(id),
  );
  rows.push(row);
  if (cause !== SCENARIO) world.provenance[rowRef(table, id)] = cause;
  return row;
}

/** Removes a row for good; its id stays taken and its stamps go with it. */
export function removeRow(world: Facts, table: FactTable, id: number): void {
  world[table][id] = null;
  const prefix = rowRef(table, id);
  for (const key of Object.keys(world.provenance)) {
    if (key === prefix || key.startsWith(`${prefix}/`)) delete world.provenance[key];
  }
}
