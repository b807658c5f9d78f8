import { emptyRow } from './keeping/empty-row.ts';
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
 * not there before, columns do not follow that are as in the last such row of its table in this patch,
 * or 0 in the first: rows of a table are much alike. A mask has 52 bits.
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

/** Of a table that is not in the layout. */
const NO_COLUMNS: readonly string[] = [];

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
    let model: AnyRow | null = null;
    for (let id = 0; id < Math.max(was.length, is.length); id += 1) {
      const from = was[id] ?? null;
      const to = is[id] ?? null;
      if (from === to) continue;
      if (to === null) removed.push(table, id);
      else {
        const [mask, ...values] = columnChange(columns, from ?? model, to);
        if (from === null) model = to;
        if (mask !== 0 || from === null) changes.push([table, id, mask, ...values]);
      }
    }
  });
  return [after.tick, before?.tick ?? NO_BASE, changes, removed];
}

/** The mask of the columns that differ, and their values. */
function columnChange(
  columns: readonly string[],
  from: AnyRow | null,
  to: AnyRow,
): [mask: number, ...values: unknown[]] {
  const was = from as Record<string, unknown> | null;
  const is = to as unknown as Record<string, unknown>;
  let mask = 0;
  const values: unknown[] = [];
  columns.forEach((column, bit) => {
    if (same(was === null ? 0 : was[column], is[column])) return;
    mask += weightOf(bit);
    values.push(is[column]);
  });
  return [mask, ...values];
}

/** Bits that JavaScript's own shifts reach. */
const HALF = 30;
const weightOf = (bit: number): number =>
  bit < HALF ? 1 << bit : (1 << HALF) * (1 << (bit - HALF));

/** Whether a mask names that column. Masks may be longer than the 31 bits of JavaScript's `&`. */
export const isNamed = (mask: number, bit: number): boolean =>
  Math.trunc(mask / weightOf(bit)) % 2 === 1;

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
  const tableNames = Object.keys(layout);
  const old = tablesOf(from);
  const tables: Record<string, (AnyRow | null)[]> = {};
  for (const name of tableNames) tables[name] = (old[name] ?? [null]) as (AnyRow | null)[];
  const own = new Set<string>();
  const writable = (table: number): (AnyRow | null)[] => {
    const name = tableNames[table];
    if (name === undefined) throw new Error(`no table ${table}`);
    const rows = tables[name] ?? [];
    if (own.has(name)) return rows;
    own.add(name);
    tables[name] = [...rows];
    return tables[name];
  };
  const models = new Map<number, Record<string, unknown>>();
  for (const [table, id, mask, ...values] of changes) {
    const rows = writable(table);
    const was = (rows[id] ?? null) as Record<string, unknown> | null;
    const columns = layout[tableNames[table] ?? ''] ?? NO_COLUMNS;
    const row = emptyRow(columns);
    row.id = id;
    const like = was ?? models.get(table);
    let next = 0;
    columns.forEach((column, bit) => {
      row[column] = isNamed(mask, bit) ? values[next++] : like === undefined ? 0 : like[column];
    });
    if (was === null) models.set(table, row);
    while (rows.length < id) rows.push(null);
    rows[id] = row as unknown as AnyRow;
  }
  for (let i = 0; i < removed.length; i += 2) {
    writable(removed[i] as number)[removed[i + 1] as number] = null;
  }
  return { tick, tables: tables as unknown as View<Rows>['tables'] };
}
