import { atOnce } from '../mechanics/harm/breaches.ts';
import type { EventOf, GameEvent } from '../world/history.ts';
import { TICKS_PER_MINUTE } from '../world/ids.ts';
import type { Loss } from '../world/losses.ts';
import type { Pace } from '../world/pace.ts';
import { emptyTally } from '../world/scenario/build.ts';
import type { Tally } from '../world/world.ts';

/** One minute of a match, all in permille. `bar` is the harmonic mean of the three. */
export interface Minute {
  readonly fidelity: number;
  readonly isolation: number;
  readonly performance: number;
  readonly bar: number;
}

export interface Score {
  readonly minutes: readonly Minute[];
  /** Mean of the bars; 700 keeps the contract. */
  readonly total: number;
}

/** Whose score: `known` counts what the defenders have discovered, `truth` everything. */
export type Knowledge = 'known' | 'truth';

export const KEPT = 700;

const LOWEST_ISOLATION = 50;
const OPEN_BREACH = 100;

interface Sums extends Tally {
  harm: number;
}

interface Open {
  readonly weight: number;
  readonly what: Pick<Loss, 'why' | 'about'>;
  /** Harm of it in the minute under way. */
  harm: number;
  open: boolean;
}

/** What the figures of a minute are shares of, and the harms that took from its isolation. */
export interface Basis {
  readonly promised: number;
  readonly native: number;
  readonly harms: readonly Loss[];
}

/** Whether the duty event of that tick is the last of its minute. */
export const endsMinute = (tick: number, liveFrom: number): boolean =>
  (tick - liveFrom) % TICKS_PER_MINUTE === 0;

/**
 * The score as a fold over the history, one event at a time: nothing else goes into it. The live
 * meters feed it as events come; the debrief feeds it all of them.
 */
export class ScoreFold {
  private sums: Sums = zero();
  private readonly done: Minute[] = [];
  private readonly breaches = new Map<number, Open>();
  /** Harm of breaches nobody has discovered, kept until they are. */
  private readonly hidden = new Map<number, Open>();
  private last: Basis | null = null;
  private ceiling = 1000;
  /** Tick from which minutes are counted. */
  private liveFrom: number;

  constructor(
    pace: Pick<Pace, 'prepare'>,
    private readonly knowledge: Knowledge,
  ) {
    this.liveFrom = pace.prepare;
  }

  /** @returns whether the score goes by such an event */
  take(event: GameEvent): boolean {
    switch (event.kind) {
      case 'duty':
        this.duty(event.data);
        if (endsMinute(event.tick, this.liveFrom)) this.bank();
        return true;
      case 'harm': {
        const { breach, weight } = event.data;
        const one = { weight, what: subjectOf(event.data), harm: atOnce(weight), open: true };
        if (this.knowledge === 'known') this.hidden.set(breach, one);
        else this.land(breach, one);
        return true;
      }
      case 'bleed': {
        const { breach, amount } = event.data;
        const hidden = this.hidden.get(breach);
        const one = hidden ?? this.breaches.get(breach);
        if (one) one.harm += amount;
        if (!hidden) this.sums.harm += amount;
        return true;
      }
      case 'breach-discovered': {
        const hidden = this.hidden.get(event.data.breach);
        if (!hidden) return true;
        this.hidden.delete(event.data.breach);
        this.land(event.data.breach, hidden);
        return true;
      }
      case 'breach-closed': {
        const breach = this.breaches.get(event.data.breach) ?? this.hidden.get(event.data.breach);
        if (breach) breach.open = false;
        return true;
      }
      case 'time-set':
        this.liveFrom = event.data.liveFrom;
        return true;
      case 'phase':
        if (event.data.phase === 'over' && this.sums.promised > 0) this.bank();
        return true;
      default:
        return false;
    }
  }

  /** The minute under way, as it would be banked now. */
  current(): Minute {
    const { sums } = this;
    const last = this.done.at(-1);
    // A minute that has not begun says nothing yet: the one before it still stands.
    if (sums.promised === 0 && last) return last;
    const wrongful = this.knowledge === 'truth' ? sums.stopped - sums.justified : 0;
    const due = sums.promised - (this.knowledge === 'truth' ? sums.justified : 0);
    // Service that was promised, given and right: a wrong result counts as none (rule F6).
    const fidelity = share(sums.correct - wrongful, due);
    let open = 0;
    for (const breach of this.breaches.values()) if (breach.open) open += 1;
    const isolation = Math.max(LOWEST_ISOLATION, this.ceiling - 2 * sums.harm - OPEN_BREACH * open);
    const duties = { fidelity, isolation, performance: share(sums.useful, sums.native) };
    return { ...duties, bar: harmonic(fidelity, isolation, duties.performance) };
  }

  /** Everything so far; the minute under way counts once it has begun. */
  score(): Score {
    const minutes = this.sums.promised > 0 ? [...this.done, this.current()] : [...this.done];
    if (minutes.length === 0) return { minutes, total: 1000 };
    const sum = minutes.reduce((total, { bar }) => total + bar, 0);
    return { minutes, total: Math.trunc(sum / minutes.length) };
  }

  /** Of the same minute as `current`. */
  basis(): Basis {
    const { promised, native } = this.sums;
    if (promised === 0 && this.last) return this.last;
    const harms = [...this.breaches.values()].map((one): Loss => {
      const points = 2 * one.harm + (one.open ? OPEN_BREACH : 0) + scarOf(one);
      return { ...one.what, points, open: one.open };
    });
    return { promised, native, harms };
  }

  get banked(): readonly Minute[] {
    return this.done;
  }

  private duty(tally: Tally): void {
    for (const key of Object.keys(tally) as (keyof Tally)[]) this.sums[key] += tally[key];
  }

  private land(breach: number, one: Open): void {
    this.breaches.set(breach, one);
    this.sums.harm += one.harm;
    this.ceiling -= scarOf(one);
  }

  private bank(): void {
    this.done.push(this.current());
    this.last = this.basis();
    this.sums = zero();
    for (const breach of this.breaches.values()) breach.harm = 0;
  }
}

/** What a harm lowers the ceiling by, for good. */
const scarOf = ({ weight }: Pick<Open, 'weight'>): number => Math.trunc(weight / 2);

const subjectOf = ({ kind, asset, host }: EventOf<'harm'>['data']): Open['what'] =>
  kind === 'leak' ? { why: kind, about: asset } : { why: kind, about: host };

/** The score of a whole history. */
export function scoreOf(events: readonly GameEvent[], pace: Pace, knowledge: Knowledge): Score {
  const fold = new ScoreFold(pace, knowledge);
  for (const event of events) fold.take(event);
  return fold.score();
}

function zero(): Sums {
  return { ...emptyTally(), harm: 0 };
}

function share(part: number, whole: number): number {
  if (whole <= 0) return 1000;
  return Math.max(0, Math.min(1000, Math.trunc((part * 1000) / whole)));
}

/** No duty can be bought with another: one at nothing makes the bar nothing. */
function harmonic(a: number, b: number, c: number): number {
  if (a === 0 || b === 0 || c === 0) return 0;
  return Math.trunc((3 * a * b * c) / (a * b + b * c + a * c));
}
