import type { Kysely } from 'kysely';
import type { Input } from '../../../shared/match/input.ts';
import type { JournalRow } from '../store.ts';
import type { Tables } from './tables.ts';

/** A stretch of a journal in which ticks without inputs are only counted. */
export interface Stretch {
  /** It begins after this tick. */
  readonly after: number;
  /** Up to this tick, one that is not written had no inputs. */
  readonly reached: number;
  /** JSON: a list of `[tick, inputs]`. */
  readonly written: string;
}

/** What a match took in after a tick, in one query, so that no commit can come between. */
export async function readStretch(
  db: Kysely<Tables>,
  match: string,
  after: number,
): Promise<Stretch> {
  const rows = await db
    .selectFrom('progress')
    .leftJoin('journal', (join) =>
      join.onRef('journal.match', '=', 'progress.match').on('journal.tick', '>', after),
    )
    .select(['progress.tick as reached', 'journal.tick as tick', 'journal.inputs as inputs'])
    .where('progress.match', '=', match)
    .orderBy('journal.tick')
    .execute();
  const written = rows.flatMap(({ tick, inputs }) =>
    tick === null ? [] : [`[${tick},${inputs}]`],
  );
  return { after, reached: rows[0]?.reached ?? 0, written: `[${written.join(',')}]` };
}

/** Every tick's row of a stretch. */
export function rowsOf(match: string, { after, reached, written }: Stretch): JournalRow[] {
  const rows: JournalRow[] = [];
  const fill = (tick: number): void => {
    for (let next = (rows.at(-1)?.tick ?? after) + 1; next <= tick; next += 1) {
      rows.push({ match, tick: next, inputs: [] });
    }
  };
  for (const [tick, inputs] of JSON.parse(written) as [number, Input[]][]) {
    fill(Math.min(tick - 1, reached));
    rows.push({ match, tick, inputs });
  }
  fill(reached);
  return rows;
}
