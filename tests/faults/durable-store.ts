import { MemoryStore } from '../../server/store/memory.ts';
import type {
  ActRecord,
  CheckpointRow,
  JournalRow,
  MatchEnd,
  MatchRecord,
  SeatRecord,
  SessionRecord,
  Store,
} from '../../server/store/store.ts';
import type { Debrief } from '../../shared/match/report.ts';
import type { Dice } from './dice.ts';
import type { Timeline } from './timeline.ts';

/** What is durable. It outlives every server of a simulation. */
export class DurableStore extends MemoryStore {
  readonly records = new Map<string, MatchRecord>();
  readonly #rows = new Map<string, Map<number, JournalRow>>();
  readonly #reached = new Map<string, number>();

  override async createMatch(match: MatchRecord): Promise<void> {
    await super.createMatch(match);
    this.records.set(match.id, match);
  }

  override async commit(
    rows: readonly JournalRow[],
    checkpoints: readonly CheckpointRow[],
  ): Promise<void> {
    await super.commit(rows, checkpoints);
    for (const row of rows) {
      const kept = this.rowsOf(row.match);
      if (kept.has(row.tick)) continue;
      kept.set(row.tick, row);
      let reached = this.#reached.get(row.match) ?? 0;
      while (kept.has(reached + 1)) reached += 1;
      this.#reached.set(row.match, reached);
    }
  }

  rowsOf(match: string): Map<number, JournalRow> {
    const rows = this.#rows.get(match) ?? new Map<number, JournalRow>();
    this.#rows.set(match, rows);
    return rows;
  }

  /** The last tick of a match up to which every row is durable. */
  reached(match: string): number {
    return this.#reached.get(match) ?? 0;
  }
}

/** How well a store does at the moment. */
export interface Weather {
  /** Most milliseconds that a write takes. */
  slow: number;
  /** Of a thousand writes so many are refused, and so many are done but said to have failed. */
  refused: number;
  unsaid: number;
}

export const FAIR: Weather = { slow: 8, refused: 0, unsaid: 0 };

interface Write {
  readonly run: () => Promise<void>;
}

/** One server's way to the vault: late, failing at times, and gone at once when the server dies. */
export class StoreConnection implements Store {
  #dead = false;
  #last = 0;
  readonly #writes = new Set<Write>();
  readonly sessions = () => this.vault.sessions();
  readonly seats = (session: string) => this.vault.seats(session);
  readonly acts = (session: string) => this.vault.acts(session);
  readonly matches = (session: string) => this.vault.matches(session);
  readonly report = (match: string) => this.vault.report(match);
  readonly checkpoint = (match: string) => this.vault.checkpoint(match);
  readonly journal = (match: string, tick: number) => this.vault.journal(match, tick);

  constructor(
    private readonly vault: DurableStore,
    private readonly time: Timeline,
    private readonly dice: Dice,
    private readonly weather: () => Weather,
  ) {}

  commit(rows: readonly JournalRow[], checkpoints: readonly CheckpointRow[]): Promise<void> {
    const own = structuredClone([rows, checkpoints] as const);
    return this.#write(() => this.vault.commit(...own));
  }

  createMatch(match: MatchRecord): Promise<void> {
    return this.#write(() => this.vault.createMatch(match));
  }

  endMatch(match: string, end: MatchEnd, report: Debrief | null): Promise<void> {
    return this.#write(() => this.vault.endMatch(match, end, report));
  }

  saveSession(session: SessionRecord): Promise<void> {
    const own = structuredClone(session);
    return this.#write(() => this.vault.saveSession(own));
  }

  saveSeat(seat: SeatRecord): Promise<void> {
    const own = structuredClone(seat);
    return this.#write(() => this.vault.saveSeat(own));
  }

  saveAct(act: ActRecord): Promise<void> {
    const own = structuredClone(act);
    return this.#write(() => this.vault.saveAct(own));
  }

  deleteSession(session: string): Promise<void> {
    return this.#write(() => this.vault.deleteSession(session));
  }

  async close(): Promise<void> {}

  /** The server dies. Of its last writes the first few may have been done; nobody is told. */
  async die(): Promise<void> {
    this.#dead = true;
    for (const { run } of [...this.#writes]) {
      if (!this.dice.chance(500)) break;
      await run();
    }
  }

  /** Writes are done in the order they were asked for, as one connection to a database does them. */
  #write(run: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const { slow, refused, unsaid } = this.weather();
      const refuses = this.dice.chance(refused);
      const keepsQuiet = this.dice.chance(unsaid);
      const write = { run };
      this.#writes.add(write);
      this.#last = Math.max(this.#last, this.time.now() + this.dice.int(0, slow));
      this.time.at(this.#last, () => {
        if (this.#dead) return;
        this.#writes.delete(write);
        if (refuses) reject(new Error('the disk is full'));
        else if (keepsQuiet)
          run().then(() => reject(new Error('the line to the disk broke')), reject);
        else run().then(resolve, reject);
      });
    });
  }
}
