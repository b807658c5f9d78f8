import type { Answer } from '../../shared/authority/contract.ts';
import { type Refusal, refuseWire } from '../../shared/protocol/refusal.ts';
import type { Reply, Taken } from '../../shared/protocol/server.ts';

export type Answering = (reply: Reply<Taken>) => void;

interface Waiting {
  /** The match's tick when it was handed in: it is answered by the next one. */
  readonly tick: number;
  readonly replies: Answering[];
}

/**
 * The orders of one match between their arrival and their answer. A resend while the first is
 * under way waits with it; one that comes later is the authority's to recognise.
 */
export class Orders {
  readonly #waiting = new Map<string, Waiting>();

  /**
   * @param tick the match's, at which it came
   * @param reply called with the answer, once that is durable
   * @returns true when it is a new one, to be handed in
   */
  take(seat: number, n: number, tick: number, reply: Answering): boolean {
    const key = `${seat}:${n}`;
    const waiting = this.#waiting.get(key);
    if (waiting) waiting.replies.push(reply);
    else this.#waiting.set(key, { tick, replies: [reply] });
    return waiting === undefined;
  }

  /**
   * Lets a resend wait along with the first.
   * @returns false when that order is not under way
   */
  join(seat: number, n: number, reply: Answering): boolean {
    const waiting = this.#waiting.get(`${seat}:${n}`);
    waiting?.replies.push(reply);
    return waiting !== undefined;
  }

  /**
   * Gives the answers of a tick that is durable.
   * @returns how many orders of that tick had none, which is a fault of the rules
   */
  answer(tick: number, answers: readonly Answer[]): number {
    for (const { seat, n, reply } of answers) {
      this.#reply(`${seat}:${n}`, reply);
    }
    let forgotten = 0;
    for (const [key, waiting] of this.#waiting) {
      if (waiting.tick >= tick) continue;
      forgotten += 1;
      this.#reply(key, { ok: false, refusal: refuseWire('protocol.internal') });
    }
    return forgotten;
  }

  /** Refuses whatever still waits: no tick will come that could answer it. */
  refuseAll(refusal: Refusal): void {
    for (const key of [...this.#waiting.keys()]) this.#reply(key, { ok: false, refusal });
  }

  #reply(key: string, reply: Reply<Taken>): void {
    const waiting = this.#waiting.get(key);
    this.#waiting.delete(key);
    for (const answer of waiting?.replies ?? []) answer(reply);
  }
}
