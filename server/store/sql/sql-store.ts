import type { Kysely } from 'kysely';
import type { Debrief } from '../../../shared/match/report.ts';
import { pack, unpack } from '../pack.ts';
import type {
  ActRecord,
  CheckpointRow,
  FoundCheckpoint,
  JournalRow,
  MatchEnd,
  MatchRecord,
  SeatRecord,
  SessionRecord,
  Store,
  StoredMatch,
} from '../store.ts';
import { findCheckpoint } from './checkpoint.ts';
import { commit } from './commit.ts';
import { readStretch, rowsOf, type Stretch } from './journal.ts';
import type { Tables } from './tables.ts';

/** Keeps everything in a database, which is one of two: the queries are the same. */
export class SqlStore implements Store {
  readonly #db: Kysely<Tables>;

  /** @param db whose tables have been migrated */
  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  commit(rows: readonly JournalRow[], checkpoints: readonly CheckpointRow[]): Promise<void> {
    return commit(this.#db, rows, checkpoints);
  }

  async createMatch(match: MatchRecord): Promise<void> {
    const body = pack(JSON.stringify(match));
    await this.#db.transaction().execute(async (tx) => {
      await tx
        .insertInto('matches')
        .values(({ selectFrom, fn, val, eb }) => ({
          id: match.id,
          session: match.session,
          made: selectFrom('matches')
            .where('session', '=', match.session)
            .select(eb(fn.coalesce(fn.max('made'), val(0)), '+', 1).as('made')),
          ending: null,
          body,
        }))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      await tx
        .insertInto('progress')
        .values({ match: match.id, tick: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    });
  }

  async endMatch(match: string, end: MatchEnd, report: Debrief | null): Promise<void> {
    const body = report === null ? null : pack(JSON.stringify(report));
    await this.#db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('matches')
        .set({ ending: end })
        .where('id', '=', match)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) return;
      if (body !== null) {
        await tx
          .insertInto('reports')
          .values({ match, body })
          .onConflict((conflict) => conflict.column('match').doUpdateSet({ body }))
          .execute();
      }
      if (end === 'over') return;
      for (const table of ['states', 'segments'] as const) {
        await tx.deleteFrom(table).where('match', '=', match).execute();
      }
    });
  }

  async saveSession(session: SessionRecord): Promise<void> {
    const body = JSON.stringify(session);
    await this.#db
      .insertInto('sessions')
      .values(({ selectFrom, fn, val, eb }) => ({
        id: session.id,
        made: selectFrom('sessions').select(
          eb(fn.coalesce(fn.max('made'), val(0)), '+', 1).as('made'),
        ),
        body,
      }))
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
      .execute();
  }

  async saveSeat(seat: SeatRecord): Promise<void> {
    const body = JSON.stringify(seat);
    await this.#db
      .insertInto('seats')
      .values({ session: seat.session, seat: seat.seat, body })
      .onConflict((conflict) => conflict.columns(['session', 'seat']).doUpdateSet({ body }))
      .execute();
  }

  async saveAct(act: ActRecord): Promise<void> {
    await this.#db
      .insertInto('acts')
      .values({ session: act.session, n: act.n, body: JSON.stringify(act) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async deleteSession(session: string): Promise<void> {
    // All else goes with it, by its foreign keys.
    await this.#db.deleteFrom('sessions').where('id', '=', session).execute();
  }

  async sessions(): Promise<readonly SessionRecord[]> {
    const rows = await this.#db.selectFrom('sessions').select('body').orderBy('made').execute();
    return rows.map(({ body }): SessionRecord => JSON.parse(body));
  }

  async seats(session: string): Promise<readonly SeatRecord[]> {
    const rows = await this.#db
      .selectFrom('seats')
      .select('body')
      .where('session', '=', session)
      .orderBy('seat')
      .execute();
    return rows.map(({ body }): SeatRecord => JSON.parse(body));
  }

  async acts(session: string): Promise<readonly ActRecord[]> {
    const rows = await this.#db
      .selectFrom('acts')
      .select('body')
      .where('session', '=', session)
      .orderBy('n')
      .execute();
    return rows.map(({ body }): ActRecord => JSON.parse(body));
  }

  async matches(session: string): Promise<readonly StoredMatch[]> {
    const rows = await this.#db
      .selectFrom('matches')
      .select(['ending', 'body'])
      .where('session', '=', session)
      .orderBy('made')
      .execute();
    return rows.map(({ ending, body }): StoredMatch => {
      const record: MatchRecord = JSON.parse(unpack(body));
      return { ...record, end: ending as MatchEnd | null };
    });
  }

  async report(match: string): Promise<Debrief | null> {
    const row = await this.#db
      .selectFrom('reports')
      .select('body')
      .where('match', '=', match)
      .executeTakeFirst();
    return row === undefined ? null : JSON.parse(unpack(row.body));
  }

  checkpoint(match: string): Promise<FoundCheckpoint | null> {
    return findCheckpoint(this.#db, match);
  }

  /** A journal as it is kept: far shorter to pass on than its rows. */
  stretch(match: string, tick: number): Promise<Stretch> {
    return readStretch(this.#db, match, tick);
  }

  async journal(match: string, tick: number): Promise<readonly JournalRow[]> {
    return rowsOf(match, await this.stretch(match, tick));
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }
}
