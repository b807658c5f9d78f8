import type { Debrief } from '../../shared/match/report.ts';
import { sift } from './sift.ts';
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
} from './store.ts';

interface KeptMatch {
  readonly record: MatchRecord;
  end: MatchEnd | null;
  report: Debrief | null;
  /** By tick. */
  readonly rows: Map<number, JournalRow>;
  /** The last tick up to which no row is missing. */
  reached: number;
  /** In order. Of those before the two latest only the events are left. */
  checkpoints: KeptCheckpoint[];
}

interface KeptCheckpoint {
  readonly tick: number;
  readonly events: string;
  state: string | null;
}

interface KeptSession {
  record: SessionRecord;
  readonly seats: Map<number, SeatRecord>;
  readonly acts: Map<number, ActRecord>;
}

/** Keeps everything in this process: it outlives matches and sockets, but no restart. */
export class MemoryStore implements Store {
  readonly #sessions = new Map<string, KeptSession>();
  readonly #matches = new Map<string, KeptMatch>();

  async commit(rows: readonly JournalRow[], checkpoints: readonly CheckpointRow[]): Promise<void> {
    // All or none, so the whole list is looked at before anything is kept.
    const ids = new Set([...rows, ...checkpoints].map(({ match }) => match));
    const known = new Map([...ids].map((id) => [id, this.#match(id)]));
    const before = new Map([...known].map(([id, { reached }]) => [id, reached]));
    const { reached } = sift(rows, before);
    for (const row of rows) {
      const kept = known.get(row.match)?.rows;
      if (!kept?.has(row.tick)) kept?.set(row.tick, row);
    }
    for (const [id, match] of known) match.reached = reached.get(id) ?? match.reached;
    for (const { match: id, tick, state, events } of checkpoints) {
      const match = this.#match(id);
      const isThere = match.checkpoints.some((kept) => kept.tick === tick);
      if (isThere || tick > match.reached) continue;
      match.checkpoints.push({ tick, state, events });
      const past = match.checkpoints.at(-3);
      if (past) past.state = null;
    }
  }

  async createMatch(match: MatchRecord): Promise<void> {
    this.#session(match.session);
    if (this.#matches.has(match.id)) return;
    this.#matches.set(match.id, {
      record: match,
      end: null,
      report: null,
      rows: new Map(),
      reached: 0,
      checkpoints: [],
    });
  }

  async endMatch(match: string, end: MatchEnd, report: Debrief | null): Promise<void> {
    const kept = this.#matches.get(match);
    if (!kept) return;
    kept.end = end;
    kept.report = report ?? kept.report;
    if (end !== 'over') kept.checkpoints = [];
  }

  async saveSession(session: SessionRecord): Promise<void> {
    const kept = this.#sessions.get(session.id);
    if (kept) kept.record = session;
    else this.#sessions.set(session.id, { record: session, seats: new Map(), acts: new Map() });
  }

  async saveSeat(seat: SeatRecord): Promise<void> {
    this.#session(seat.session).seats.set(seat.seat, seat);
  }

  async saveAct(act: ActRecord): Promise<void> {
    const { acts } = this.#session(act.session);
    if (!acts.has(act.n)) acts.set(act.n, act);
  }

  async deleteSession(session: string): Promise<void> {
    this.#sessions.delete(session);
    for (const [id, { record }] of this.#matches) {
      if (record.session === session) this.#matches.delete(id);
    }
  }

  async sessions(): Promise<readonly SessionRecord[]> {
    return [...this.#sessions.values()].map(({ record }) => record);
  }

  async seats(session: string): Promise<readonly SeatRecord[]> {
    const seats = this.#sessions.get(session)?.seats.values() ?? [];
    return [...seats].sort((a, b) => a.seat - b.seat);
  }

  async acts(session: string): Promise<readonly ActRecord[]> {
    const acts = this.#sessions.get(session)?.acts.values() ?? [];
    return [...acts].sort((a, b) => a.n - b.n);
  }

  async matches(session: string): Promise<readonly StoredMatch[]> {
    return [...this.#matches.values()]
      .filter(({ record }) => record.session === session)
      .map(({ record, end }) => ({ ...record, end }));
  }

  async report(match: string): Promise<Debrief | null> {
    return this.#matches.get(match)?.report ?? null;
  }

  async checkpoint(match: string): Promise<FoundCheckpoint | null> {
    const checkpoints = this.#matches.get(match)?.checkpoints ?? [];
    const latest = checkpoints.at(-1);
    if (!latest || latest.state === null) return null;
    const { tick, state } = latest;
    return { tick, state, events: checkpoints.map(({ events }) => events) };
  }

  async journal(match: string, tick: number): Promise<readonly JournalRow[]> {
    return [...(this.#matches.get(match)?.rows.values() ?? [])]
      .filter((row) => row.tick > tick)
      .sort((a, b) => a.tick - b.tick);
  }

  async close(): Promise<void> {}

  #match(id: string): KeptMatch {
    const match = this.#matches.get(id);
    if (!match) throw new Error(`no match ${id}`);
    return match;
  }

  #session(id: string): KeptSession {
    const session = this.#sessions.get(id);
    if (!session) throw new Error(`no session ${id}`);
    return session;
  }
}
