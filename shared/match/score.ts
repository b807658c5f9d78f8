import { atOnce } from '../mechanics/harm/breaches.ts';
import type { GameEvent } from '../world/history.ts';
import { TICKS_PER_MINUTE } from '../world/ids.ts';
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
  open: boolean;
}

/**
 * The score as a fold over the history, one event at a time: nothing else goes into it. The live
 * meters feed it as events come; the debrief feeds it all of them.
 */
export class ScoreFold {
  private sums: Sums = zero();
  private readonly done: Minute[] = [];
  private readonly breaches = new Map<number, Open>();
  /** Harm of breaches nobody has discovered, kept until they are. */
  private readonly hidden = new Map<
    number,
    { readonly weight: number; landed: number; open: boolean }
  >();
  private ceiling = 1000;
  /** Tick from which minutes are counted. */
  private liveFrom: number;

  constructor(
    pace: Pick<Pace, 'prepare'>,
    private readonly knowledge: Knowledge,
  ) {
    this.liveFrom = pace.prepare;
  }

  take(event: GameEvent): void {
    switch (event.kind) {
      case 'duty':
        this.duty(event.data);
        if ((event.tick - this.liveFrom) % TICKS_PER_MINUTE === 0) this.bank();
        return;
      case 'harm': {
        const { breach, weight } = event.data;
        const landed = atOnce(weight);
        if (this.knowledge === 'known') this.hidden.set(breach, { weight, landed, open: true });
        else this.land(breach, weight, landed, true);
        return;
      }
      case 'bleed': {
        const hidden = this.hidden.get(event.data.breach);
        if (hidden) hidden.landed += event.data.amount;
        else this.sums.harm += event.data.amount;
        return;
      }
      case 'breach-discovered': {
        const hidden = this.hidden.get(event.data.breach);
        if (!hidden) return;
        this.hidden.delete(event.data.breach);
        this.land(event.data.breach, hidden.weight, hidden.landed, hidden.open);
        return;
      }
      case 'breach-closed': {
        const breach = this.breaches.get(event.data.breach) ?? this.hidden.get(event.data.breach);
        if (breach) breach.open = false;
        return;
      }
      case 'time-set':
        this.liveFrom = event.data.liveFrom;
        return;
      case 'phase':
        if (event.data.phase === 'over' && this.sums.promised > 0) this.bank();
        return;
      default:
        return;
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

  get banked(): readonly Minute[] {
    return this.done;
  }

  private duty(tally: Tally): void {
    for (const key of Object.keys(tally) as (keyof Tally)[]) this.sums[key] += tally[key];
  }

  private land(breach: number, weight: number, landed: number, open: boolean): void {
    this.breaches.set(breach, { weight, open });
    this.sums.harm += landed;
    this.ceiling -= Math.trunc(weight / 2);
  }

  private bank(): void {
    this.done.push(this.current());
    this.sums = zero();
  }
}

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
