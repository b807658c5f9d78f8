import type { Offer } from '../commands/command.ts';
import { refuse } from '../commands/refusal.ts';
import { handsOf } from '../match/admit.ts';
import { makeDebrief, outlineOf } from '../match/debrief/debrief.ts';
import type { Input } from '../match/input.ts';
import {
  createMatch,
  hashMatch,
  isOver,
  type Match,
  type MatchRecord,
  stepMatch,
} from '../match/match.ts';
import { offersFor } from '../match/offers.ts';
import type { Debrief } from '../match/report.ts';
import { ScoreFold } from '../match/score.ts';
import { encodePatch } from '../protocol/codec.ts';
import { RING } from '../protocol/limits.ts';
import type { SeatState } from '../protocol/server.ts';
import type { Audience } from '../view/audience.ts';
import { type Meters, projectBlue } from '../view/blue.ts';
import { BLUE_COLUMNS } from '../view/columns.ts';
import { type BlueView, difference, same } from '../view/view.ts';
import type { RowRef } from '../world/fact.ts';
import type { Scenario } from '../world/scenario/schema.ts';
import type { Answer, Beat, MatchAuthority } from './contract.ts';

/** What a match is run from. The same values give the same match, everywhere. */
export interface AuthorityOptions {
  readonly scenario: Scenario;
  readonly seed: number;
}

/** Answers kept for each seat, so that a resent order hears what the first one heard. */
const ANSWERS_KEPT = 32;

/** Whose view leaves the authority. Attackers are minds, which are given theirs within the tick. */
const AUDIENCE: Audience = 'blue';

/** Runs one match: takes inputs, ticks, projects, compares, encodes. No clock, no I/O. */
export class Authority implements MatchAuthority {
  private readonly match: Match;
  private readonly inputs = new Map<number, readonly Input[]>();
  private queue: Input[] = [];
  private readonly fold: ScoreFold;
  private folded = 0;
  private view: BlueView;
  private readonly ring: {
    readonly tick: number;
    readonly base: number;
    readonly frame: Uint8Array;
  }[] = [];
  private readonly looks = new Map<number, RowRef | null>();
  private readonly told = new Map<number, SeatState>();
  private readonly answered = new Map<number, Answer[]>();

  constructor({ scenario, seed }: AuthorityOptions) {
    this.match = createMatch(scenario, seed);
    this.fold = new ScoreFold(this.match.world.pace, 'known');
    this.view = projectBlue(this.match.world, this.match.history, this.meters(), null);
  }

  get tick(): number {
    return this.match.world.tick;
  }

  get over(): boolean {
    return isOver(this.match);
  }

  /** What every connected defender should be holding now. */
  get projection(): BlueView {
    return this.view;
  }

  /** Hash of the whole world, and of each part of it. */
  hash(): ReturnType<typeof hashMatch> {
    return hashMatch(this.match);
  }

  submit(input: Input): void {
    this.queue.push(input);
  }

  look(seat: number, subject: RowRef | null): void {
    this.looks.set(seat, subject);
  }

  step(): Beat {
    const inputs = this.queue;
    this.queue = [];
    if (this.over) return this.afterTheEnd(inputs);
    const fresh = this.withoutRepeats(inputs);
    const outcomes = stepMatch(this.match, fresh);
    const { tick } = this;
    if (fresh.length > 0) this.inputs.set(tick, fresh);
    const answers: Answer[] = [];
    for (const { seat, n, refusal } of outcomes) {
      const answer: Answer = {
        seat,
        n,
        reply: refusal === null ? { ok: true, value: { tick } } : { ok: false, refusal },
      };
      this.remember(answer);
      answers.push(answer);
    }
    for (const input of inputs) {
      const answer = fresh.includes(input) ? null : this.repeated(input);
      if (answer) answers.push(answer);
    }
    return {
      tick,
      inputs: fresh,
      answers,
      frames: this.frames(),
      seats: this.seatChanges(),
      over: this.over,
    };
  }

  since(_audience: Audience, tick: number): Uint8Array[] {
    const from = this.ring.findIndex(({ base }) => base === tick);
    if (tick === this.view.tick) return [];
    if (from >= 0) return this.ring.slice(from).map(({ frame }) => frame);
    return [encodePatch(difference(BLUE_COLUMNS, null, this.view))];
  }

  seatState(seat: number): SeatState {
    const { world } = this.match;
    const looking = this.looks.get(seat) ?? null;
    return {
      seat,
      hands: handsOf(world, seat),
      looking,
      options: looking === null ? [] : offersFor(world, seat, looking),
    };
  }

  /** Everything a seat could order about a subject, whether or not it looks at it. */
  offers(seat: number, subject: RowRef): readonly Offer[] {
    return offersFor(this.match.world, seat, subject);
  }

  record(): MatchRecord {
    const { scenario, seed } = this.match;
    return { scenario, seed, journal: [...this.inputs] };
  }

  outline(): Debrief {
    if (!this.over) throw new Error('the match is not over');
    return outlineOf(this.match);
  }

  debrief(): Debrief {
    if (!this.over) throw new Error('the match is not over');
    return makeDebrief(this.match, this.inputs);
  }

  private frames(): ReadonlyMap<Audience, Uint8Array> {
    const { match } = this;
    for (; this.folded < match.history.length; this.folded += 1) {
      const event = match.history[this.folded];
      if (event) this.fold.take(event);
    }
    const before = this.view;
    this.view = projectBlue(match.world, match.history, this.meters(), before);
    const patch = difference(BLUE_COLUMNS, before, this.view);
    const [, , changes, removed] = patch;
    // Nothing to say: the next patch will follow on the view that clients hold.
    if (changes.length === 0 && removed.length === 0) {
      this.view = before;
      return new Map();
    }
    const frame = encodePatch(patch);
    this.ring.push({ tick: this.view.tick, base: before.tick, frame });
    if (this.ring.length > RING) this.ring.shift();
    return new Map([[AUDIENCE, frame]]);
  }

  private meters(): Meters {
    const now = this.fold.current();
    const { total } = this.fold.score();
    return {
      fidelity: now.fidelity,
      isolation: now.isolation,
      performance: now.performance,
      score: total,
      minutes: this.fold.banked.map((m) => [m.fidelity, m.isolation, m.performance, m.bar]),
    };
  }

  private seatChanges(): SeatState[] {
    const changed: SeatState[] = [];
    for (const seat of this.match.world.seats) {
      if (seat?.pilot !== 'human') continue;
      const state = this.seatState(seat.id);
      if (same(this.told.get(seat.id), state)) continue;
      this.told.set(seat.id, state);
      changed.push(state);
    }
    return changed;
  }

  private remember(answer: Answer): void {
    const list = this.answered.get(answer.seat) ?? [];
    list.push(answer);
    if (list.length > ANSWERS_KEPT) list.shift();
    this.answered.set(answer.seat, list);
  }

  /** What is new among the inputs: an order is known by its seat and number, wherever it repeats. */
  private withoutRepeats(inputs: readonly Input[]): Input[] {
    const taken = new Set<string>();
    return inputs.filter((input) => {
      if (input.kind !== 'order') return true;
      const key = `${input.seat}/${input.n}`;
      if (taken.has(key) || this.repeated(input) !== null) return false;
      taken.add(key);
      return true;
    });
  }

  /** The answer that this very order has had already, or `null` when it is new. */
  private repeated(input: Input): Answer | null {
    if (input.kind !== 'order') return null;
    return this.answered.get(input.seat)?.find(({ n }) => n === input.n) ?? null;
  }

  /** A match that is over takes nothing in; what still comes is answered so, or as it was before. */
  private afterTheEnd(inputs: readonly Input[]): Beat {
    const refusal = refuse('rule.match-over');
    const answers = inputs.flatMap((input): Answer[] => {
      if (input.kind !== 'order') return [];
      const { seat, n } = input;
      return [this.repeated(input) ?? { seat, n, reply: { ok: false, refusal } }];
    });
    const { tick } = this;
    return { tick, inputs: [], answers, frames: new Map(), seats: this.seatChanges(), over: true };
  }
}
