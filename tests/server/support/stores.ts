import { MemoryStore } from '../../../server/store/memory.ts';
import type { CheckpointRow, JournalRow } from '../../../server/store/store.ts';

/** A store that keeps its commits waiting until it is told how they end. */
export class HeldStore extends MemoryStore {
  held = false;
  readonly rows: JournalRow[] = [];
  readonly checkpoints: CheckpointRow[] = [];
  #waiting: (() => void)[] = [];

  override async commit(
    rows: readonly JournalRow[],
    checkpoints: readonly CheckpointRow[],
  ): Promise<void> {
    if (this.held) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    await super.commit(rows, checkpoints);
    this.rows.push(...rows);
    this.checkpoints.push(...checkpoints);
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Lets the commits that wait through. */
  release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** A store that refuses its commits while `broken`. */
export class BrokenStore extends MemoryStore {
  broken = false;
  tries = 0;
  readonly commits: (readonly JournalRow[])[] = [];

  override async commit(
    rows: readonly JournalRow[],
    checkpoints: readonly CheckpointRow[],
  ): Promise<void> {
    if (this.broken) {
      this.tries += 1;
      throw new Error('the disk is full');
    }
    await super.commit(rows, checkpoints);
    this.commits.push(rows);
  }
}
