import type { Id } from './ids.ts';

/** Rows by id; `null` is a row that was never made (index 0) or has been removed for good. */
export type Table<T> = (T | null)[];

/** All the way down: what predicates, refusals and views may hold of the world. */
export type Deep<T> = T extends readonly [unknown, ...unknown[]]
  ? { readonly [Place in keyof T]: Deep<T[Place]> }
  : T extends (infer Item)[]
    ? readonly Deep<Item>[]
    : T extends readonly (infer Item)[]
      ? readonly Deep<Item>[]
      : T extends Id<string>
        ? T
        : T extends object
          ? { readonly [Key in keyof T]: Deep<T[Key]> }
          : T;

/** The row with that id, or `null` when there is none (any more). */
export function find<T>(table: readonly (T | null)[], id: number): T | null {
  return table[id] ?? null;
}

/**
 * The row with that id.
 * @throws if it does not exist: for ids that the caller has just been given by the world itself.
 */
export function get<T>(table: readonly (T | null)[], id: number): T {
  const row = table[id];
  if (row === null || row === undefined) throw new Error(`no row ${id}`);
  return row;
}

/** Every live row, in order of id; one that is added meanwhile comes last. */
export function rows<T>(table: readonly (T | null)[]): IterableIterator<T> {
  return new Rows(table);
}

/**
 * No generator: resuming one takes longer than what most loops do, and every stage of a tick walks its tables.
 * It is its own result, one object for a whole walk, which is read before the next row is asked for.
 */
class Rows<T> implements IterableIterator<T> {
  done = false;
  value: T | undefined = undefined;
  readonly #table: readonly (T | null)[];
  #id = 0;

  constructor(table: readonly (T | null)[]) {
    this.#table = table;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<T, undefined> {
    const table = this.#table;
    while (this.#id < table.length) {
      const row = table[this.#id] ?? null;
      this.#id += 1;
      if (row !== null) {
        this.value = row;
        return this as IteratorYieldResult<T>;
      }
    }
    this.done = true;
    this.value = undefined;
    return this as unknown as IteratorReturnResult<undefined>;
  }
}

/**
 * The same row, laid out as an engine lays out the one before it. A literal that spreads several others gets
 * a layout of its own each time it is run, and every stage of a tick then looks each field up by its name.
 */
export function shapedLike<T extends object>(first: T | undefined, row: T): T {
  if (first === undefined) return { ...row };
  const keys = Object.keys(row) as (keyof T)[];
  const there = Object.keys(first);
  if (keys.length !== there.length || keys.some((key, i) => key !== there[i])) return row;
  const shaped = { ...first };
  for (const key of keys) shaped[key] = row[key];
  return shaped;
}
