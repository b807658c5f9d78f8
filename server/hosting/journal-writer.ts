import type { Log } from '../ports.ts';
import type { CheckpointRow, JournalRow, Store } from '../store/store.ts';

/** Beats (of 50 ms) that a commit is tried again before its matches are given up: three seconds. */
export const RETRY_BEATS = 60;

/** What one beat brought out of the matches, and what happens when that is settled. */
export interface Batch {
  readonly rows: readonly JournalRow[];
  readonly checkpoints: readonly CheckpointRow[];
  /** The rows are durable: their answers and views may leave. */
  release(): void;
  /** They never will be: nothing of them may leave, and their matches cannot go on. */
  abandon(): void;
}

interface Page {
  readonly batches: readonly Batch[];
  readonly rows: readonly JournalRow[];
  readonly checkpoints: readonly CheckpointRow[];
  readonly since: number;
  tries: number;
}

/**
 * Writes the rows of all matches, one commit at a time and in order. What arrives while a commit is
 * under way goes together into the next one. A commit that fails is tried again with the same rows
 * on the following beats (the store takes a repeated row for the same row); when it has failed for
 * `RETRY_BEATS`, its matches are abandoned, since an answer given without its row would be a lie.
 */
export class JournalWriter {
  readonly #store: Store;
  readonly #log: Log;
  #waiting: { batch: Batch; since: number }[] = [];
  #page: Page | null = null;
  #writing = false;
  #beat = 0;
  #idle: (() => void)[] = [];

  constructor(store: Store, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  /** Beats that the oldest rows have been waiting to become durable. */
  get late(): number {
    const since = this.#page?.since ?? this.#waiting[0]?.since;
    return since === undefined ? 0 : this.#beat - since;
  }

  /** True while the store refuses to take rows. */
  get failing(): boolean {
    return this.#page !== null && this.#page.tries > 0;
  }

  /** Marks the passing of a beat, and tries again what failed. */
  beat(): void {
    this.#beat += 1;
    if (this.#page !== null && !this.#writing) this.#write(this.#page);
  }

  put(batch: Batch): void {
    this.#waiting.push({ batch, since: this.#beat });
    if (this.#page === null) this.#turn();
  }

  /** Resolves when nothing is being written: all is settled, or waits for the next beat's try. */
  idle(): Promise<void> {
    if (!this.#writing) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #turn(): void {
    const [first] = this.#waiting;
    if (first === undefined) return;
    const batches = this.#waiting.map(({ batch }) => batch);
    this.#waiting = [];
    const rows = batches.flatMap((batch) => batch.rows);
    const checkpoints = batches.flatMap((batch) => batch.checkpoints);
    this.#page = { batches, rows, checkpoints, since: first.since, tries: 0 };
    this.#write(this.#page);
  }

  #write(page: Page): void {
    this.#writing = true;
    this.#commit(page).then(
      () => this.#settle(page, 'release'),
      (error: unknown) => this.#failed(page, error),
    );
  }

  async #commit({ rows, checkpoints }: Page): Promise<void> {
    await this.#store.commit(rows, checkpoints);
  }

  #failed(page: Page, error: unknown): void {
    page.tries += 1;
    this.#log.error({ err: error, rows: page.rows.length, tries: page.tries }, 'commit failed');
    if (page.tries >= RETRY_BEATS) this.#settle(page, 'abandon');
    else this.#rest();
  }

  #settle(page: Page, how: 'release' | 'abandon'): void {
    this.#writing = false;
    this.#page = null;
    for (const batch of page.batches) {
      try {
        batch[how]();
      } catch (error) {
        this.#log.error({ err: error }, `${how} failed`);
      }
    }
    this.#turn();
    if (!this.#writing) this.#rest();
  }

  #rest(): void {
    this.#writing = false;
    const idle = this.#idle;
    this.#idle = [];
    for (const resolve of idle) resolve();
  }
}
