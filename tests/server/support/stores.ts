import { MemoryStore } from '../../../server/store/memory.ts';
import type { JournalRow } from '../../../server/store/store.ts';

/** A store that keeps its commits waiting until it is told how they end. */
export class HeldStore extends MemoryStore {
  held = false;
  readonly rows: JournalRow[] = [];
  #waiting: { rows: readonly JournalRow[]; resolve: () => void; reject: (error: Error) => void }[] =
    [];

  override async commit(rows: readonly JournalRow[]): Promise<void> {
    if (this.held) {
      await new Promise<void>((resolve, reject) => this.#waiting.push({ rows, resolve, reject }));
    }
    await super.commit(rows);
    this.rows.push(...rows);
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Lets the commits that wait through. */
  release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { resolve } of waiting) resolve();
  }
}

/** A store that refuses its commits while `broken`. */
export class BrokenStore extends MemoryStore {
  broken = false;
  tries = 0;
  readonly commits: (readonly JournalRow[])[] = [];

  override async commit(rows: readonly JournalRow[]): Promise<void> {
    if (this.broken) {
      this.tries += 1;
      throw new Error('the disk is full');
    }
    await super.commit(rows);
    this.commits.push(rows);
  }
}
