import type { Debrief } from '../../../shared/match/report.ts';
import type { Thread } from '../../thread.ts';
import { rowsOf } from '../sql/journal.ts';
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
import type { Asked, Call, Given, ThreadCalls } from './calls.ts';

/** A store whose work is done in a thread. When the thread has ended, every call is rejected. */
export class ThreadStore implements Store {
  readonly #thread: Thread<Asked, Given>;
  #closed = false;

  constructor(thread: Thread<Asked, Given>) {
    this.#thread = thread;
  }

  commit(rows: readonly JournalRow[], checkpoints: readonly CheckpointRow[]): Promise<void> {
    return this.#call('commit', rows, checkpoints);
  }

  createMatch(match: MatchRecord): Promise<void> {
    return this.#call('createMatch', match);
  }

  endMatch(match: string, end: MatchEnd, report: Debrief | null): Promise<void> {
    return this.#call('endMatch', match, end, report);
  }

  saveSession(session: SessionRecord): Promise<void> {
    return this.#call('saveSession', session);
  }

  saveSeat(seat: SeatRecord): Promise<void> {
    return this.#call('saveSeat', seat);
  }

  saveAct(act: ActRecord): Promise<void> {
    return this.#call('saveAct', act);
  }

  deleteSession(session: string): Promise<void> {
    return this.#call('deleteSession', session);
  }

  sessions(): Promise<readonly SessionRecord[]> {
    return this.#call('sessions');
  }

  seats(session: string): Promise<readonly SeatRecord[]> {
    return this.#call('seats', session);
  }

  acts(session: string): Promise<readonly ActRecord[]> {
    return this.#call('acts', session);
  }

  matches(session: string): Promise<readonly StoredMatch[]> {
    return this.#call('matches', session);
  }

  report(match: string): Promise<Debrief | null> {
    return this.#call('report', match);
  }

  checkpoint(match: string): Promise<FoundCheckpoint | null> {
    return this.#call('checkpoint', match);
  }

  async journal(match: string, tick: number): Promise<readonly JournalRow[]> {
    return rowsOf(match, await this.#call('stretch', match, tick));
  }

  async close(): Promise<void> {
    if (this.#closed || !this.#thread.alive) return;
    const closing = this.#call('close');
    this.#closed = true;
    try {
      await closing;
    } finally {
      await this.#thread.end();
    }
  }

  async #call<Name extends Call>(
    name: Name,
    ...args: Parameters<ThreadCalls[Name]>
  ): Promise<Given<Name>> {
    if (this.#closed) throw new Error('the store is closed');
    return (await this.#thread.ask({ name, args })) as Given<Name>;
  }
}
