import type { Kysely, Transaction } from 'kysely';
import { unpack } from '../pack.ts';
import type { FoundCheckpoint } from '../store.ts';
import type { Tables } from './tables.ts';

/**
 * The latest state of a match that is whole, with a whole history up to it. What lies beyond that is
 * of no use and goes: checkpoints of the match as it goes on must not mix with it.
 */
export function findCheckpoint(db: Kysely<Tables>, match: string): Promise<FoundCheckpoint | null> {
  return db.transaction().execute(async (tx) => {
    const segments = await chainOf(tx, match);
    const states = await tx
      .selectFrom('states')
      .select(['tick', 'body'])
      .where('match', '=', match)
      .orderBy('tick', 'desc')
      .execute();
    let found: FoundCheckpoint | null = null;
    for (const { tick, body } of states) {
      const last = segments.findIndex((segment) => segment.tick === tick);
      const state = last < 0 ? null : readable(body);
      if (state === null) continue;
      found = { tick, state, events: segments.slice(0, last + 1).map(({ events }) => events) };
      break;
    }
    const from = found?.tick ?? 0;
    for (const table of ['states', 'segments'] as const) {
      await tx.deleteFrom(table).where('match', '=', match).where('tick', '>', from).execute();
    }
    return found;
  });
}

/** Segments of a match from its first one on, up to one that is missing or damaged. */
async function chainOf(
  tx: Transaction<Tables>,
  match: string,
): Promise<readonly { readonly tick: number; readonly events: string }[]> {
  const rows = await tx
    .selectFrom('segments')
    .select(['tick', 'n', 'body'])
    .where('match', '=', match)
    .orderBy('n')
    .execute();
  const chain: { tick: number; events: string }[] = [];
  for (const { tick, n, body } of rows) {
    const events = readable(body);
    if (events === null || n !== chain.length + 1) break;
    chain.push({ tick, events });
  }
  return chain;
}

function readable(body: string): string | null {
  try {
    return unpack(body);
  } catch {
    return null;
  }
}
