import type { Input } from '../match/input.ts';
import type { Answer } from './contract.ts';

/** Answers kept for each seat, so that a resent order hears what the first one heard. */
const ANSWERS_KEPT = 32;

/** What orders were answered, by the seat and number that they are known by (rule I2). */
export class Answers {
  private readonly bySeat: Map<number, Answer[]>;

  constructor(kept: readonly Answer[] = []) {
    this.bySeat = new Map();
    for (const answer of kept) this.remember(answer);
  }

  remember(answer: Answer): void {
    const list = this.bySeat.get(answer.seat) ?? [];
    list.push(answer);
    if (list.length > ANSWERS_KEPT) list.shift();
    this.bySeat.set(answer.seat, list);
  }

  of(seat: number, n: number): Answer | null {
    return this.bySeat.get(seat)?.find((answer) => answer.n === n) ?? null;
  }

  /** The answer that this very order has had already, or `null` when it is new. */
  given(input: Input): Answer | null {
    return input.kind === 'order' ? this.of(input.seat, input.n) : null;
  }

  /** What is new among the inputs: an order is known by its seat and number, wherever it repeats. */
  fresh(inputs: readonly Input[]): Input[] {
    const taken = new Set<string>();
    return inputs.filter((input) => {
      if (input.kind !== 'order') return true;
      const key = `${input.seat}/${input.n}`;
      if (taken.has(key) || this.given(input) !== null) return false;
      taken.add(key);
      return true;
    });
  }

  /** All that are kept, each seat's in the order they were given. */
  all(): Answer[] {
    return [...this.bySeat.values()].flat();
  }
}
