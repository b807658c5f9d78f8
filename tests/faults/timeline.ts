import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../server/ports.ts';

interface Due {
  readonly at: number;
  /** Of two at the same time, the one that was planned first. */
  readonly order: number;
  readonly run: () => void;
}

const isBefore = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Time that goes on only when it is told to, from one planned thing to the next. */
export class Timeline implements Clock {
  #ms = 1_700_000_000_000;
  #order = 0;
  /** A binary heap: the next thing first. */
  readonly #heap: Due[] = [];

  now(): number {
    return this.#ms;
  }

  /** Plans something for a time (ms), at the earliest now. */
  at(ms: number, run: () => void): void {
    this.#order += 1;
    const due = { at: Math.max(ms, this.#ms), order: this.#order, run };
    const heap = this.#heap;
    let i = heap.push(due) - 1;
    while (i > 0) {
      const up = (i - 1) >> 1;
      const above = heap[up];
      if (!above || isBefore(above, due)) break;
      heap[i] = above;
      i = up;
    }
    heap[i] = due;
  }

  after(ms: number, run: () => void): void {
    this.at(this.#ms + ms, run);
  }

  /** Again and again until it is cancelled. */
  every(ms: number, run: () => void): () => void {
    let on = true;
    const again = (): void => {
      if (!on) return;
      run();
      this.after(ms, again);
    };
    this.after(ms, again);
    return () => {
      on = false;
    };
  }

  /** Lets so many milliseconds pass. Whatever a thing sets off is done before the next one. */
  async pass(ms: number): Promise<void> {
    const end = this.#ms + ms;
    for (let due = this.#next(end); due !== null; due = this.#next(end)) {
      this.#ms = due.at;
      due.run();
      await setImmediate();
    }
    this.#ms = end;
  }

  #next(end: number): Due | null {
    const heap = this.#heap;
    const [first] = heap;
    if (!first || first.at > end) return null;
    const last = heap.pop();
    if (last && heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(due: Due): void {
    const heap = this.#heap;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      const left = heap[child];
      const right = heap[child + 1];
      if (!left) break;
      if (right && isBefore(right, left)) child += 1;
      const least = heap[child];
      if (!least || isBefore(due, least)) break;
      heap[i] = least;
      i = child;
    }
    heap[i] = due;
  }
}
