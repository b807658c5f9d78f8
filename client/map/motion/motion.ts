export interface Move {
  /** Milliseconds. */
  readonly wait: number;
  readonly length: number;
  /** Given 0 to 1, eased. */
  readonly apply: (share: number) => void;
  readonly done?: () => void;
}

interface Running extends Move {
  startedAt: number | null;
}

/** Starts fast and ends gently. */
const eased = (share: number): number => 1 - (1 - share) ** 3;

/** Everything that is moving. Nothing moves, nothing is drawn. */
export class Motion {
  readonly #moves = new Map<string, Running>();

  get idle(): boolean {
    return this.#moves.size === 0;
  }

  /** One move for each channel: a new one takes the place of the old, whose end never comes. */
  start(channel: string, move: Move): void {
    this.#moves.set(channel, { ...move, startedAt: null });
    move.apply(0);
  }

  has(channel: string): boolean {
    return this.#moves.has(channel);
  }

  /** Ends one move where it was going. */
  end(channel: string): void {
    const move = this.#moves.get(channel);
    if (!move) return;
    this.#moves.delete(channel);
    move.apply(1);
    move.done?.();
  }

  stop(channel: string): void {
    this.#moves.delete(channel);
  }

  /** Moves everything on. @param now milliseconds on any clock */
  step(now: number): void {
    for (const [channel, move] of [...this.#moves]) {
      move.startedAt ??= now;
      const passed = now - move.startedAt - move.wait;
      if (passed < 0) continue;
      const share = move.length <= 0 ? 1 : Math.min(1, passed / move.length);
      move.apply(eased(share));
      if (share < 1) continue;
      this.#moves.delete(channel);
      move.done?.();
    }
  }

  /** Ends everything where it was going. */
  finish(): void {
    for (const channel of [...this.#moves.keys()]) this.end(channel);
  }
}
