import { openStore } from '../../server/store/open.ts';
import type { FoundCheckpoint, JournalRow, StoredMatch } from '../../server/store/store.ts';
import { Authority } from '../../shared/authority/authority.ts';
import { findAgain } from '../../shared/authority/checkpoint.ts';
import { hashMatch } from '../../shared/match/match.ts';
import type { BlueView } from '../../shared/view/view.ts';
import { hashValue } from '../../shared/world/hash.ts';

/** All that a store has of the one match that was played over it. */
export interface Kept {
  readonly match: StoredMatch;
  readonly rows: readonly JournalRow[];
  readonly checkpoint: FoundCheckpoint | null;
}

/** Opens a store that no server uses, and reads its only match. */
export async function readKept(file: string): Promise<Kept> {
  const store = await openStore({ url: null, file });
  try {
    const [session] = await store.sessions();
    const [match, ...others] = session ? await store.matches(session.id) : [];
    if (!match || others.length > 0) throw new Error('there is not exactly one match');
    return {
      match,
      rows: await store.journal(match.id, 0),
      checkpoint: await store.checkpoint(match.id),
    };
  } finally {
    await store.close();
  }
}

/** What a match must be that these rows led to, found by running it from its beginning. */
export interface Rerun {
  readonly tick: number;
  /** Digest of what the defenders could see, by tick. */
  readonly views: ReadonlyMap<number, string>;
  /** Hash of the world at the last tick. */
  readonly hash: string;
  /** Orders, as `place:number`, that the journal has again although their answers were still known. */
  readonly repeated: readonly string[];
}

export function rerun({ match, rows }: Kept): Rerun {
  const authority = new Authority({ scenario: match.scenario, seed: match.seed });
  const repeated: string[] = [];
  // A tick that changes nothing has no frame, but whoever comes back then gets a view of that tick.
  const views = new Map([[0, digestOf(authority.projection)]]);
  for (const { inputs } of rows) {
    for (const input of inputs) authority.submit(input);
    const { tick, inputs: fresh } = authority.step();
    for (const input of inputs) {
      if (input.kind === 'order' && !fresh.includes(input))
        repeated.push(`${input.seat}:${input.n}`);
    }
    views.set(tick, digestOf(authority.projection));
  }
  return { tick: authority.tick, views, hash: authority.hash().whole, repeated };
}

/** Hash of the world that a checkpoint holds. */
export function hashOf({ match, checkpoint }: Kept): { tick: number; hash: string } | null {
  if (checkpoint === null) return null;
  const found = findAgain(match.scenario, match.seed, checkpoint).match;
  return { tick: found.world.tick, hash: hashMatch(found).whole };
}

/** Hash of all that a view shows. A table that was always empty has no holes on one side only. */
export function digestOf(view: BlueView): string {
  return hashValue(
    Object.entries(view.tables).map(([name, rows]) => [
      name,
      (rows as readonly unknown[]).filter((row) => row !== null),
    ]),
  );
}
