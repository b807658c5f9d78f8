import { keyOf } from '../view/prospects.ts';
import type { RedView } from '../view/red/red.ts';
import type { Pursuit } from '../world/people/attacker.ts';
import type { Prospect } from '../world/people/known.ts';
import type { Choice, Preference } from './mind.ts';
import { copyOf, patient } from './patience.ts';
import { type Aim, bestOf, goalOf, kindOf } from './persistent/goals.ts';
import { isQuiet, pathsFrom } from './persistent/path.ts';
import { isInVain, isUnderWay, lookBack, NONE_YET, settle, think } from './persistent/pursuit.ts';
import { awaited } from './persistent/waits.ts';
import type { Path } from './persistent/way.ts';

/** Ticks until the first outage that it causes beside its goal, and between two of them. */
const FIRST_NOTICED = 120 * 5;
const NOTICED = 180 * 5;

/**
 * Has a goal, and takes the first step of the shortest way to it; it keeps the goal until it is reached or
 * cannot be. It looks around before it tries what may come to nothing, does quietly what can be done
 * quietly, and waits for what comes by itself. Its second hand takes what else is worth most meanwhile.
 */
const pursue: Preference = (view, worth, possible) => {
  const pursuit = copyOf(view.memory.pursuit ?? begun(view));
  let known: ReturnType<typeof awaited> | undefined;
  const waits = () => {
    known ??= awaited(view, possible);
    return known;
  };
  lookBack(view, possible, pursuit, waits);
  const underWay = isUnderWay(view, pursuit);
  // Who is free goes on to their goal, and whoever is not, or gives it up, looks for what else there is.
  const until = underWay || isInVain(pursuit) ? '' : pursuit.goal;
  const paths = pathsFrom(view, worth, possible, until);
  if (worth.some(({ fleeting }) => fleeting === true)) return inTheWindow(view, pursuit, paths);
  if (!underWay) settle(view, pursuit, paths, waits);
  const path = paths.get(pursuit.goal);
  const [look] = worth
    .filter(({ gain, sure }) => gain.kind === 'notes' && sure)
    .sort((a, b) => (view.lengths[a.attack] ?? 0) - (view.lengths[b.attack] ?? 0));
  if (!underWay && path) {
    // Before what may come to nothing it has begun to look at what it stands on.
    const looks = view.busy.some(({ attack }) => view.brings[attack] === 'notes');
    if (look && !looks && path.steps.some(({ sure }) => !sure)) return looked(pursuit, look);
    return onTheWay(view, pursuit, path);
  }
  const wait = underWay ? undefined : waits().get(pursuit.goal);
  if (wait !== undefined) {
    if (pursuit.waitsSince === 0) pursuit.waitsSince = view.tick;
    think(pursuit, `waits-for-${wait}`);
    // A window does not wait for a hand to be free.
    if (wait === 'move' && view.busy.length + 1 >= view.actLengths.chains)
      return { prospect: null, plan: [], reason: `waits-for-${wait}`, pursuit };
  }
  if (look) return looked(pursuit, look);
  return aside(view, pursuit, worth, paths) ?? resting(pursuit, wait);
};

/** What everybody notices is not what it begins with. */
const begun = ({ tick }: RedView): Pursuit => ({
  ...NONE_YET,
  aside: { outage: tick + FIRST_NOTICED },
});

function onTheWay(view: RedView, pursuit: Pursuit, path: Path): Choice {
  const kind = kindOf(pursuit.goal);
  pursuit.steps = path.steps.map(({ attack, args }) => keyOf(attack, args));
  pursuit.lootBefore = view.loot;
  pursuit.waitsSince = 0;
  return take(pursuit, path, path.steps.length > 1 ? `towards-${kind}` : `goal-${kind}`);
}

/** What will be over in a moment comes before any plan. */
function inTheWindow(
  view: RedView,
  pursuit: Pursuit,
  paths: ReadonlyMap<string, Path>,
): Choice | null {
  const aims = [...paths].map(([goal, path]): Aim => ({ goal, path }));
  const wanted = aims.find(({ goal }) => goal === pursuit.goal);
  const aim = wanted ?? bestOf(view.known, aims, view.memory.temper);
  if (!aim?.path) return null;
  pursuit.goal = aim.goal;
  return { ...onTheWay(view, pursuit, aim.path), reason: 'in-the-window' };
}

const looked = (pursuit: Pursuit, look: Prospect): Choice =>
  take(
    pursuit,
    { steps: [look], ticks: 0, noise: 0 },
    pursuit.goal === '' ? 'looks-for-goal' : 'looks-for-way',
  );

/** What else is worth most, for a hand that its goal leaves free; where there is nothing, more ground. */
function aside(
  view: RedView,
  pursuit: Pursuit,
  worth: readonly Prospect[],
  paths: ReadonlyMap<string, Path>,
): Choice | null {
  const others: Aim[] = [...paths]
    // Nothing that its goal may rest on is given up for what is no goal.
    .filter(([to, { steps }]) => !(to in pursuit.aside) && steps[0]?.gain.kind !== 'frames')
    .filter(([to]) => !(kindOf(to) in pursuit.aside))
    .map(([to, path]) => ({ goal: to, path }));
  const other = bestOf(view.known, others, view.memory.temper);
  if (other?.path) {
    // What everybody notices is not done time and again beside something else.
    const kind = kindOf(other.goal);
    if (kind === 'outage') pursuit.aside[kind] = view.tick + NOTICED;
    return take(pursuit, other.path, 'meanwhile');
  }
  // To look where it has looked before tells of it more than it tells it, while there is something to do.
  const ground = worth.find(
    (prospect) =>
      goalOf(prospect, view.known) === null &&
      (prospect.gain.kind !== 'notes' || pursuit.goal === ''),
  );
  if (!ground) return null;
  return ground.gain.kind === 'notes'
    ? looked(pursuit, ground)
    : take(pursuit, { steps: [ground], ticks: 0, noise: 0 }, 'gains-ground');
}

const resting = (pursuit: Pursuit, wait: string | undefined): Choice => ({
  prospect: null,
  plan: [],
  reason: wait === undefined ? 'nothing-to-try' : `waits-for-${wait}`,
  pursuit,
});

/** Begins the first act of a way, and says with it what was decided before. */
function take(pursuit: Pursuit, { steps }: Path, reason: string): Choice {
  const [prospect] = steps;
  const before = pursuit.thoughts;
  pursuit.thoughts = [];
  return {
    prospect: prospect ?? null,
    plan: steps.map(({ attack }) => attack),
    reason,
    quiet: prospect !== undefined && isQuiet(prospect),
    before,
    pursuit,
  };
}

export const persistent = patient(pursue);
