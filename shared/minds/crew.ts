import { imagine, keyOf, prospectsOf } from '../view/prospects.ts';
import type { RedView } from '../view/red/red.ts';
import type { Gain, Known, Prospect } from '../world/people/known.ts';
import type { Choice, Preference } from './mind.ts';
import { patient } from './patience.ts';

/** How many steps ahead it looks, the first included. */
const DEPTH = 4;

/** What each kind of gain is worth by itself, in points; the rest of its worth is what follows. */
const WORTH: Readonly<Record<Gain['kind'], number>> = {
  host: 240,
  loot: 120,
  outage: 90,
  ring: 12,
  vm: 12,
  notes: 30,
  frames: 8,
};

/** A prospect that rests on something unknown is worth so many permille of a sure one. */
const UNSURE = 600;

/** A way ahead: points of all its steps and the ticks they take. */
interface Way {
  readonly points: number;
  readonly ticks: number;
  readonly steps: readonly Prospect[];
}

/**
 * Looks a few steps ahead: a way in that brings nothing by itself is taken for what it leads to. It
 * takes the first step of the way with the most points a tick.
 */
const best: Preference = (view, worth) => {
  let chosen: Way | null = null;
  const ground = new Ground(view.known, view.inPlay);
  for (const prospect of worth) {
    const way = follow(view, ground, prospect, DEPTH);
    if (chosen === null || better(way, chosen)) chosen = way;
  }
  const prospect = chosen?.steps[0];
  if (!chosen || !prospect) return null;
  const plan = chosen.steps.map(({ attack }) => attack);
  const reason = plan.length > 1 ? 'on-the-way' : `best-${prospect.gain.kind}`;
  return { prospect, plan, reason } satisfies Choice;
};

/** Whether one way brings more a tick than another; compared without division. */
const better = (a: Way, b: Way): boolean => a.points * b.ticks > b.points * a.ticks;

/** What would be known at one point of a way: what there is to try there is found once, by whichever way one comes. */
class Ground {
  readonly #known: Known;
  readonly #inPlay: readonly string[];
  readonly #after = new Map<string, Ground>();
  #prospects: readonly Prospect[] | null = null;
  #keys: ReadonlySet<string> | null = null;
  #opened: readonly Prospect[] | null = null;

  constructor(known: Known, inPlay: readonly string[]) {
    this.#known = known;
    this.#inPlay = inPlay;
  }

  /** What it would be like if something were gained there. */
  after(gain: Gain): Ground {
    const key = JSON.stringify(gain);
    const found = this.#after.get(key) ?? new Ground(imagine(this.#known, gain), this.#inPlay);
    this.#after.set(key, found);
    return found;
  }

  /** What can be tried here and could not be `before`; a place more to stand is no end by itself. */
  opened(before: Ground): readonly Prospect[] {
    this.#opened ??= this.#all().filter(
      ({ attack, args, gain }) => gain.kind !== 'vm' && !before.#allKeys().has(keyOf(attack, args)),
    );
    return this.#opened;
  }

  #all(): readonly Prospect[] {
    this.#prospects ??= prospectsOf(this.#known, this.#inPlay);
    return this.#prospects;
  }

  #allKeys(): ReadonlySet<string> {
    this.#keys ??= new Set(this.#all().map(({ attack, args }) => keyOf(attack, args)));
    return this.#keys;
  }
}

function follow(view: RedView, ground: Ground, step: Prospect, depth: number): Way {
  const here: Way = {
    points: step.sure ? WORTH[step.gain.kind] : Math.trunc((WORTH[step.gain.kind] * UNSURE) / 1000),
    ticks: (view.lengths[step.attack] ?? 1) + view.actLengths.think,
    steps: [step],
  };
  // Only another place to stand opens anything that was not open before.
  const opens = step.gain.kind === 'ring' || step.gain.kind === 'vm';
  if (!opens || depth <= 1) return here;
  const after = ground.after(step.gain);
  let most = here;
  for (const next of after.opened(ground)) {
    const rest = follow(view, after, next, depth - 1);
    const whole: Way = {
      points: here.points + rest.points,
      ticks: here.ticks + rest.ticks,
      steps: [step, ...rest.steps],
    };
    if (better(whole, most)) most = whole;
  }
  return most;
}

export const crew = patient(best);
