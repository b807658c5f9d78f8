import type {
  JournalRow,
  MatchEnd,
  MatchRecord,
  SeatRecord,
  SessionRecord,
  Store,
} from './store.ts';

interface StoredMatch {
  readonly record: MatchRecord;
  end: MatchEnd | null;
  /** By tick. */
  readonly rows: Map<number, JournalRow>;
}

/** Keeps everything in this process: it outlives matches and sockets, but no restart. */
export class MemoryStore implements Store {
  readonly #sessions = new Map<string, SessionRecord>();
  readonly #seats = new Map<string, Map<number, SeatRecord>>();
  readonly #matches = new Map<string, StoredMatch>();

  async commit(rows: readonly JournalRow[]): Promise<void> {
    // All or none, so the whole list is looked at before anything is kept.
    const known = rows.map((row) => {
      const match = this.#matches.get(row.match);
      if (!match) throw new Error(`no match ${row.match}`);
      return { match, row };
    });
    for (const { match, row } of known) {
      if (!match.rows.has(row.tick)) match.rows.set(row.tick, row);
    }
  }

  async createMatch(match: MatchRecord): Promise<void> {
    if (this.#matches.has(match.id)) return;
    this.#matches.set(match.id, { record: match, end: null, rows: new Map() });
  }

  async endMatch(match: string, end: MatchEnd): Promise<void> {
    const stored = this.#matches.get(match);
    if (stored) stored.end = end;
  }

  async saveSession(session: SessionRecord): Promise<void> {
    this.#sessions.set(session.id, session);
  }

  async saveSeat(seat: SeatRecord): Promise<void> {
    const seats = this.#seats.get(seat.session) ?? new Map<number, SeatRecord>();
    this.#seats.set(seat.session, seats.set(seat.seat, seat));
  }

  async deleteSession(session: string): Promise<void> {
    this.#sessions.delete(session);
    this.#seats.delete(session);
    for (const [id, { record }] of this.#matches) {
      if (record.session === session) this.#matches.delete(id);
    }
  }

  async sessions(): Promise<readonly SessionRecord[]> {
    return [...this.#sessions.values()];
  }

  async seats(session: string): Promise<readonly SeatRecord[]> {
    return [...(this.#seats.get(session)?.values() ?? [])];
  }

  async matches(
    session: string,
  ): Promise<readonly (MatchRecord & { readonly end: MatchEnd | null })[]> {
    return [...this.#matches.values()]
      .filter(({ record }) => record.session === session)
      .map(({ record, end }) => ({ ...record, end }));
  }

  async journal(match: string, tick: number): Promise<readonly JournalRow[]> {
    return [...(this.#matches.get(match)?.rows.values() ?? [])]
      .filter((row) => row.tick > tick)
      .sort((a, b) => a.tick - b.tick);
  }

  async close(): Promise<void> {}
}
