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
  for (const prospect of worth) {
    const way = follow(view, view.known, prospect, DEPTH);
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

function follow(view: RedView, known: Known, step: Prospect, depth: number): Way {
  const here: Way = {
    points: step.sure ? WORTH[step.gain.kind] : Math.trunc((WORTH[step.gain.kind] * UNSURE) / 1000),
    ticks: (view.lengths[step.attack] ?? 1) + view.actLengths.think,
    steps: [step],
  };
  // Only another place to stand opens anything that was not open before.
  const opens = step.gain.kind === 'ring' || step.gain.kind === 'vm';
  if (!opens || depth <= 1) return here;
  const after = imagine(known, step.gain);
  const before = new Set(
    prospectsOf(known, view.inPlay).map(({ attack, args }) => keyOf(attack, args)),
  );
  let most = here;
  for (const next of prospectsOf(after, view.inPlay)) {
    if (before.has(keyOf(next.attack, next.args)) || next.gain.kind === 'vm') continue;
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
