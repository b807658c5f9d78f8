import type { Kysely, Transaction } from 'kysely';
import { pack } from '../pack.ts';
import { sift } from '../sift.ts';
import type { CheckpointRow, JournalRow } from '../store.ts';
import type { Tables } from './tables.ts';

/** Rows of one statement: the databases take a limited number of values at once. */
const MOST_ROWS = 2000;

/** Appends what a beat brought, in one transaction. See `Store.commit`. */
export async function commit(
  db: Kysely<Tables>,
  rows: readonly JournalRow[],
  checkpoints: readonly CheckpointRow[],
): Promise<void> {
  if (rows.length === 0 && checkpoints.length === 0) return;
  // Packed before the transaction begins, so that it is short.
  const packed = checkpoints.map(({ match, tick, state, events }) => ({
    match,
    tick,
    state: pack(state),
    events: pack(events),
  }));
  await db.transaction().execute(async (tx) => {
    const before = await progressOf(tx, new Set([...rows, ...checkpoints].map((row) => row.match)));
    const { written, reached } = sift(rows, before);
    const gained = [...reached].filter(([match, tick]) => tick > (before.get(match) ?? 0));
    for (const some of chunks(written)) {
      await tx
        .insertInto('journal')
        .values(
          some.map(({ match, tick, inputs }) => ({ match, tick, inputs: JSON.stringify(inputs) })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    for (const some of chunks(gained)) {
      await tx
        .insertInto('progress')
        .values(some.map(([match, tick]) => ({ match, tick })))
        .onConflict((conflict) =>
          conflict.column('match').doUpdateSet(({ ref }) => ({ tick: ref('excluded.tick') })),
        )
        .execute();
    }
    for (const checkpoint of packed) {
      if (checkpoint.tick <= (reached.get(checkpoint.match) ?? 0)) await lay(tx, checkpoint);
    }
  });
}

async function progressOf(
  tx: Transaction<Tables>,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const some of chunks([...ids])) {
    const rows = await tx
      .selectFrom('progress')
      .select(['match', 'tick'])
      .where('match', 'in', some)
      .execute();
    for (const { match, tick } of rows) found.set(match, tick);
  }
  for (const id of ids) if (!found.has(id)) throw new Error(`no match ${id}`);
  return found;
}

/** Keeps a checkpoint, and no more than two states of its match. */
async function lay(
  tx: Transaction<Tables>,
  { match, tick, state, events }: CheckpointRow,
): Promise<void> {
  await tx
    .insertInto('segments')
    .values(({ selectFrom, fn, val, eb }) => ({
      match,
      tick,
      n: selectFrom('segments')
        .where('match', '=', match)
        .select(eb(fn.coalesce(fn.max('n'), val(0)), '+', 1).as('n')),
      body: events,
    }))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('states')
    .values({ match, tick, body: state })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .deleteFrom('states')
    .where('match', '=', match)
    .where('tick', '<', ({ selectFrom }) =>
      selectFrom('states')
        .select('tick')
        .where('match', '=', match)
        .orderBy('tick', 'desc')
        .limit(1)
        .offset(1),
    )
    .execute();
}

function chunks<Row>(rows: readonly Row[]): Row[][] {
  const all: Row[][] = [];
  for (let i = 0; i < rows.length; i += MOST_ROWS) all.push(rows.slice(i, i + MOST_ROWS));
  return all;
}
