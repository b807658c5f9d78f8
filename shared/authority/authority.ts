import type { Offer } from '../commands/command.ts';
import { refuse } from '../commands/refusal.ts';
import { makeDebrief, outlineOf } from '../match/debrief/debrief.ts';
import { handsOf } from '../match/hands.ts';
import { injectionsOf } from '../match/injections.ts';
import type { Input } from '../match/input.ts';
import { lossesOf } from '../match/losses.ts';
import {
  createMatch,
  hashMatch,
  isOver,
  type Match,
  type MatchRecord,
  stepMatch,
} from '../match/match.ts';
import { momentsOf } from '../match/moments.ts';
import { offersFor } from '../match/offers.ts';
import type { Debrief } from '../match/report.ts';
import { ScoreFold } from '../match/score.ts';
import type { Injection, Reply, SeatState, Taken } from '../protocol/server.ts';
import type { Audience } from '../view/audience.ts';
import { type Meters, projectBlue } from '../view/blue.ts';
import { BLUE_COLUMNS } from '../view/columns.ts';
import type { Moment } from '../view/moment.ts';
import { projectProjector } from '../view/projector.ts';
import { RED_COLUMNS } from '../view/red/red-columns.ts';
import type { RedRows } from '../view/red/red-rows.ts';
import { projectRedTeam } from '../view/red/red-team.ts';
import type { BlueRows } from '../view/rows.ts';
import { type BlueView, same } from '../view/view.ts';
import type { RowRef } from '../world/fact.ts';
import type { EventKind } from '../world/history.ts';
import type { LossBook } from '../world/losses.ts';
import type { Side } from '../world/people/seat.ts';
import type { Scenario } from '../world/scenario/schema.ts';
import { Answers } from './answers.ts';
import { Channel } from './channel.ts';
import { type Found, findAgain, keep } from './checkpoint.ts';
import type { Answer, Beat, Checkpoint, MatchAuthority } from './contract.ts';

/** What a match is run from. The same values give the same match, everywhere. */
export interface AuthorityOptions {
  readonly scenario: Scenario;
  readonly seed: number;
}

/** Where a match goes on from: its state as it was kept, and what its seats had been answered. */
interface Begun {
  readonly match: Match;
  readonly answers: readonly Answer[];
}

/** Ticks between two rounds of what seats could order, where nothing has happened on their side. */
const OPTIONS_EVERY = 5;

/**
 * Events that change what seats could order, or the hands they have, and on which side: nothing that
 * attackers do hastens what defenders are told.
 */
const STIRS: Readonly<Partial<Record<EventKind, Side | 'both'>>> = {
  phase: 'both',
  'seat-changed': 'both',
  'time-set': 'both',
  order: 'blue',
  'job-ended': 'blue',
  'request-opened': 'blue',
  'request-ended': 'blue',
  'request-reopened': 'blue',
  'vm-placed': 'blue',
  'vm-destroyed': 'blue',
  act: 'red',
  'act-ended': 'red',
  evicted: 'red',
};

/** Runs one match: takes inputs, ticks, projects, compares, encodes. No clock, no I/O. */
export class Authority implements MatchAuthority {
  private readonly match: Match;
  private readonly inputs = new Map<number, readonly Input[]>();
  private queue: Input[] = [];
  private readonly fold: ScoreFold;
  private folded = 0;
  /** What `fold` says; `null`: it has heard something since. */
  private meters: Meters | null = null;
  private readonly answers: Answers;
  private readonly blue: Channel<BlueRows>;
  private red: Channel<RedRows> | null = null;
  private projector: Channel<BlueRows> | null = null;
  private readonly looks = new Map<number, RowRef | null>();
  private readonly told = new Map<number, SeatState>();
  /** Events that are in a checkpoint already. */
  private kept = 0;

  constructor({ scenario, seed }: AuthorityOptions, begun: Begun | null = null) {
    this.match = begun?.match ?? createMatch(scenario, seed);
    this.answers = new Answers(begun?.answers);
    this.kept = this.match.history.length;
    this.fold = new ScoreFold(this.match.world.pace, 'known');
    this.blue = new Channel(BLUE_COLUMNS, this.projectBlue(null));
  }

  /**
   * A match as it was when its journal ends: from its latest checkpoint, or from the start. It is the
   * same match: the same world, the same answers, the same view for whoever asks for it whole.
   * @param found the latest state that was kept, with the events up to it; `null`: none was
   * @param journal the whole journal, from the first tick: what is after the checkpoint is run again,
   *   and all of it belongs to the record
   */
  static restore(
    options: AuthorityOptions,
    found: Found | null,
    journal: MatchRecord['journal'],
  ): Authority {
    const begun = found && findAgain(options.scenario, options.seed, found);
    const authority = new Authority(options, begun);
    authority.catchUp(journal);
    return authority;
  }

  get tick(): number {
    return this.match.world.tick;
  }

  get over(): boolean {
    return isOver(this.match);
  }

  /** What every connected defender should be holding now. */
  get projection(): BlueView {
    return this.blue.view;
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

  attend(audience: Audience): void {
    const { match } = this;
    if (audience === 'red') {
      this.red ??= new Channel(RED_COLUMNS, projectRedTeam(match.world, match.history, null));
    } else if (audience === 'projector') {
      this.projector ??= new Channel(BLUE_COLUMNS, projectProjector(this.projection));
    }
  }

  step(): Beat {
    const inputs = this.queue;
    this.queue = [];
    if (this.over) return this.afterTheEnd(inputs);
    const fresh = this.answers.fresh(inputs);
    // Looked up before the tick: its own answers may be the ones for which the oldest are forgotten.
    const earlier = inputs.map((input) => this.answers.given(input));
    const answers = this.run(fresh);
    const now = [...answers];
    inputs.forEach((input, i) => {
      if (input.kind !== 'order' || fresh.includes(input)) return;
      const { seat, n } = input;
      const answer = earlier[i] ?? now.find((one) => one.seat === seat && one.n === n);
      if (answer) answers.push(answer);
    });
    return {
      tick: this.tick,
      inputs: fresh,
      answers,
      frames: this.frames(),
      seats: this.seatChanges(),
      over: this.over,
    };
  }

  since(audience: Audience, tick: number): Uint8Array[] {
    this.attend(audience);
    const channel = { blue: this.blue, red: this.red, projector: this.projector }[audience];
    return channel?.since(tick) ?? [];
  }

  answered(seat: number, n: number): Reply<Taken> | null {
    return this.answers.of(seat, n)?.reply ?? null;
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

  checkpoint(): Checkpoint {
    const checkpoint = keep(this.match, this.answers.all(), this.kept);
    this.kept = this.match.history.length;
    return checkpoint;
  }

  moments(seq: number): { readonly moments: readonly Moment[]; readonly upTo: number } {
    return { moments: momentsOf(this.match, seq), upTo: this.match.history.length };
  }

  injections(): readonly Injection[] {
    return this.over ? [] : injectionsOf(this.match);
  }

  outline(): Debrief {
    if (!this.over) throw new Error('the match is not over');
    return outlineOf(this.match);
  }

  debrief(): Debrief {
    if (!this.over) throw new Error('the match is not over');
    return makeDebrief(this.match, this.inputs);
  }

  /** Runs one tick with inputs of which none repeats. */
  private run(inputs: readonly Input[]): Answer[] {
    const outcomes = stepMatch(this.match, inputs);
    const { tick } = this;
    if (inputs.length > 0) this.inputs.set(tick, inputs);
    return outcomes.map(({ seat, n, refusal }) => {
      const reply = refusal === null ? { ok: true, value: { tick } } : { ok: false, refusal };
      const answer = { seat, n, reply } as Answer;
      this.answers.remember(answer);
      return answer;
    });
  }

  /** Runs what the journal has after this tick; nobody is listening yet. */
  private catchUp(journal: MatchRecord['journal']): void {
    const rows = new Map(journal);
    for (const [tick, inputs] of rows) {
      if (tick <= this.tick && inputs.length > 0) this.inputs.set(tick, inputs);
    }
    const last = Math.max(0, ...rows.keys());
    while (this.tick < last && !this.over) this.run(rows.get(this.tick + 1) ?? []);
    this.blue.begin(this.projectBlue(this.projection));
  }

  private projectBlue(before: BlueView | null): BlueView {
    const { match, fold } = this;
    for (; this.folded < match.history.length; this.folded += 1) {
      const event = match.history[this.folded];
      if (event && fold.take(event)) this.meters = null;
    }
    this.meters ??= metersOf(fold, match.losses);
    return projectBlue(match.world, match.history, this.meters, before);
  }

  private frames(): ReadonlyMap<Audience, Uint8Array> {
    const { match, blue, red, projector } = this;
    const frames = new Map<Audience, Uint8Array>();
    const put = (audience: Audience, frame: Uint8Array | null): void => {
      if (frame) frames.set(audience, frame);
    };
    put('blue', blue.follow(this.projectBlue(blue.view)));
    if (red) put('red', red.follow(projectRedTeam(match.world, match.history, red.view)));
    if (projector) {
      put('projector', projector.follow(projectProjector(blue.view, projector.view)));
    }
    return frames;
  }

  /**
   * States of seats that have changed. What a seat could order is worked out when it looks elsewhere
   * or something has begun or ended on its side, and otherwise once a second, each seat in its turn:
   * for sixty people in each tick it would cost more than the match itself.
   */
  private seatChanges(): SeatState[] {
    const changed: SeatState[] = [];
    const stirred = this.stirred();
    for (const seat of this.match.world.seats) {
      if (seat?.pilot !== 'human') continue;
      const before = this.told.get(seat.id);
      const looks = before?.looking !== (this.looks.get(seat.id) ?? null);
      const due = (this.tick + seat.id) % OPTIONS_EVERY === 0;
      if (before && !looks && !due && !stirred.has(seat.side)) continue;
      const state = this.seatState(seat.id);
      if (same(this.told.get(seat.id), state)) continue;
      this.told.set(seat.id, state);
      changed.push(state);
    }
    return changed;
  }

  /** The sides on which something began or ended in this tick: their hands and options follow at once. */
  private stirred(): ReadonlySet<Side> {
    const { history } = this.match;
    const sides = new Set<Side>(this.over ? ['blue', 'red'] : []);
    for (let at = history.length - 1; at >= 0; at -= 1) {
      const event = history[at];
      if (event?.tick !== this.tick) break;
      const side = STIRS[event.kind];
      if (side === 'both') return new Set<Side>(['blue', 'red']);
      if (side) sides.add(side);
    }
    return sides;
  }

  /** A match that is over takes nothing in; what still comes is answered so, or as it was before. */
  private afterTheEnd(inputs: readonly Input[]): Beat {
    const refusal = refuse('rule.match-over');
    const answers = inputs.flatMap((input): Answer[] => {
      if (input.kind !== 'order') return [];
      const { seat, n } = input;
      return [this.answers.given(input) ?? { seat, n, reply: { ok: false, refusal } }];
    });
    const { tick } = this;
    return { tick, inputs: [], answers, frames: new Map(), seats: this.seatChanges(), over: true };
  }
}

function metersOf(fold: ScoreFold, book: LossBook): Meters {
  const now = fold.current();
  return {
    fidelity: now.fidelity,
    isolation: now.isolation,
    performance: now.performance,
    score: fold.score().total,
    minutes: fold.banked.map((m) => [m.fidelity, m.isolation, m.performance, m.bar]),
    losses: lossesOf(fold, book),
  };
}
