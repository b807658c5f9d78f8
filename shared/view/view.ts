import type { BlueRows } from './rows.ts';

type AnyRow = { readonly id: number };

/** Rows by id, for each table: what an audience knows at one tick. Holes are `null`. */
export type View<Rows> = {
  readonly tick: number;
  readonly tables: { readonly [T in keyof Rows]: readonly (Rows[T] | null)[] };
};

export type BlueView = View<BlueRows>;

/** The order of tables on the wire, and the columns of each. */
export type Layout = Readonly<Record<string, readonly string[]>>;

/**
 * One changed row: table number, row id, mask of the columns that follow, their values. Of a row that was
 * not there before, columns that are 0 do not follow: most of a free frame is.
 */
type RowChange = readonly [table: number, row: number, mask: number, ...values: unknown[]];

/**
 * What changed from one view to the next. `base` is the tick it applies to, or -1 when it applies to
 * nothing and holds everything. `removed` is a flat list of table number and row id.
 */
export type Patch = readonly [
  tick: number,
  base: number,
  changes: readonly RowChange[],
  removed: readonly number[],
];

const NO_BASE = -1;

/** Structural equality of JSON values. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => key in right && same(left[key], right[key]));
}

type Tables = Readonly<Record<string, readonly (AnyRow | null)[]>>;

const tablesOf = <Rows>(view: View<Rows> | null): Tables =>
  (view?.tables ?? {}) as unknown as Tables;

/** The patch that turns `before` into `after`, or the whole of `after` when `before` is `null`. */
export function difference<Rows>(
  layout: Layout,
  before: View<Rows> | null,
  after: View<Rows>,
): Patch {
  const changes: RowChange[] = [];
  const removed: number[] = [];
  const old = tablesOf(before);
  const now = tablesOf(after);
  Object.keys(layout).forEach((name, table) => {
    const columns = layout[name] ?? [];
    const was = old[name] ?? [];
    const is = now[name] ?? [];
    if (was === is) return;
    for (let id = 0; id < Math.max(was.length, is.length); id += 1) {
      const from = was[id] ?? null;
      const to = is[id] ?? null;
      if (from === to) continue;
      if (to === null) removed.push(table, id);
      else {
        const change = rowChange(columns, from, to, table, id);
        if (change) changes.push(change);
      }
    }
  });
  return [after.tick, before?.tick ?? NO_BASE, changes, removed];
}

function rowChange(
  columns: readonly string[],
  from: AnyRow | null,
  to: AnyRow,
  table: number,
  id: number,
): RowChange | null {
  const was = from as Record<string, unknown> | null;
  const is = to as unknown as Record<string, unknown>;
  let mask = 0;
  const values: unknown[] = [];
  columns.forEach((column, bit) => {
    if (same(was === null ? 0 : was[column], is[column])) return;
    mask |= 1 << bit;
    values.push(is[column]);
  });
  return mask === 0 && was !== null ? null : [table, id, mask, ...values];
}

/**
 * The view after a patch. Unchanged rows and tables are the same objects as before, so that what
 * renders them can tell by identity.
 * @throws if the patch does not follow on this view.
 */
export function applyPatch<Rows = BlueRows>(
  layout: Layout,
  before: View<Rows> | null,
  patch: Patch,
): View<Rows> {
  const [tick, base, changes, removed] = patch;
  const from = base === NO_BASE ? null : before;
  if (base !== NO_BASE && from?.tick !== base) {
    throw new Error(`patch for tick ${base} cannot follow tick ${from?.tick ?? 'none'}`);
  }
  const names = Object.keys(layout);
  const old = tablesOf(from);
  const tables: Record<string, (AnyRow | null)[]> = {};
  for (const name of names) tables[name] = (old[name] ?? [null]) as (AnyRow | null)[];
  const own = new Set<string>();
  const writable = (table: number): (AnyRow | null)[] => {
    const name = names[table];
    if (name === undefined) throw new Error(`no table ${table}`);
    const rows = tables[name] ?? [];
    if (own.has(name)) return rows;
    own.add(name);
    tables[name] = [...rows];
    return tables[name];
  };
  for (const [table, id, mask, ...values] of changes) {
    const rows = writable(table);
    const was = (rows[id] ?? null) as Record<string, unknown> | null;
    const row: Record<string, unknown> = { id };
    let next = 0;
    (layout[names[table] ?? ''] ?? []).forEach((column, bit) => {
      if (mask & (1 << bit)) row[column] = values[next++];
      else row[column] = was === null ? 0 : was[column];
    });
    while (rows.length < id) rows.push(null);
    rows[id] = row as unknown as AnyRow;
  }
  for (let i = 0; i < removed.length; i += 2) {
    writable(removed[i] as number)[removed[i + 1] as number] = null;
  }
  return { tick, tables: tables as unknown as View<Rows>['tables'] };
}
