import { keyOf } from '../../view/prospects.ts';
import type { RedView } from '../../view/red/red.ts';
import type { Pursuit } from '../../world/people/attacker.ts';
import type { Prospect } from '../../world/people/known.ts';
import type { Choice, Preference } from '../mind.ts';
import { copyOf, patient } from '../patience.ts';
import { type Aim, bestOf, goalOf, kindOf, moveIn } from './goals.ts';
import { isQuiet, type Path, pathsFrom } from './path.ts';
import { awaited } from './waits.ts';

/** Acts that come to nothing before it lets a goal be; ticks that it waits; ticks for which it lets it be. */
const FAILURES = 2;
const WAITS_MOST = 60 * 5;
const LETS_BE = 90 * 5;
/** Ticks between two outages that it causes beside its goal. */
const NOTICED = 180 * 5;

const NONE_YET: Pursuit = {
  goal: '',
  steps: [],
  lootBefore: 0,
  failed: 0,
  waitsSince: 0,
  aside: {},
  thoughts: [],
};

/**
 * Has a goal, and takes the first step of the shortest way to it; it keeps the goal until it is reached or
 * cannot be. It looks around before it tries what may come to nothing, does quietly what can be done
 * quietly, and waits for what comes by itself. Its second hand takes what else is worth most meanwhile.
 */
const pursue: Preference = (view, worth, possible) => {
  const pursuit = copyOf(view.memory.pursuit ?? NONE_YET);
  const waits = awaited(view, possible);
  lookBack(view, possible, pursuit, waits);
  const paths = pathsFrom(view, worth, possible);
  if (worth.some(({ fleeting }) => fleeting === true)) return inTheWindow(view, pursuit, paths);
  const underWay = isUnderWay(view, pursuit);
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
  const wait = underWay ? undefined : waits.get(pursuit.goal);
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

/** Notices that its goal is reached, or that its plan does not go on as it was. */
function lookBack(
  view: RedView,
  possible: readonly Prospect[],
  pursuit: Pursuit,
  waits: ReadonlyMap<string, string>,
): void {
  const goal = moveIn(view.known, pursuit.goal);
  // Who has come in plans from there: before, it was not known by which number.
  if (goal !== pursuit.goal) pursuit.steps = [];
  pursuit.goal = goal;
  const [begun, next] = pursuit.steps;
  if (begun === undefined || isUnderWay(view, pursuit)) return;
  const can = (key: string): boolean =>
    possible.some(({ attack, args }) => keyOf(attack, args) === key);
  if (next === undefined) {
    pursuit.steps = [];
    if (view.loot > pursuit.lootBefore) {
      think(pursuit, 'goal-reached');
      pursuit.goal = '';
    } else fail(pursuit);
  } else if (!can(next) && !waits.has(pursuit.goal)) {
    // The step brought nothing if it can be taken as before; else what the plan rested on has gone.
    pursuit.steps = [];
    if (can(begun)) fail(pursuit);
    else think(pursuit, 'plan-lost');
  }
}

function fail(pursuit: Pursuit): void {
  pursuit.failed += 1;
  think(pursuit, 'plan-failed');
}

/** Whether the act that its plan is at is still being done. */
const isUnderWay = ({ busy }: RedView, { steps: [begun] }: Pursuit): boolean =>
  busy.some(({ attack, args }) => keyOf(attack, args) === begun);

/** Keeps the goal, or lets it be and takes another. */
function settle(
  view: RedView,
  pursuit: Pursuit,
  paths: ReadonlyMap<string, Path>,
  waits: ReadonlyMap<string, string>,
): void {
  const { goal } = pursuit;
  if (goal !== '') {
    const waited = pursuit.waitsSince > 0 && view.tick - pursuit.waitsSince >= WAITS_MOST;
    const inVain = pursuit.failed >= FAILURES || (waited && !paths.has(goal));
    if (!inVain && (paths.has(goal) || waits.has(goal))) return;
    think(pursuit, 'goal-lost');
    if (inVain) pursuit.aside[goal] = view.tick + LETS_BE;
  }
  for (const [old, until] of Object.entries(pursuit.aside))
    if (until <= view.tick) delete pursuit.aside[old];
  const aims: Aim[] = [...paths].map(([to, path]) => ({ goal: to, path }));
  for (const to of waits.keys()) if (!paths.has(to)) aims.push({ goal: to, path: null });
  const free = aims.filter((aim) => pursuit.aside[aim.goal] === undefined);
  pursuit.goal = bestOf(view.known, free, view.memory.temper)?.goal ?? '';
  pursuit.steps = [];
  pursuit.failed = 0;
  pursuit.waitsSince = 0;
}

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

/** Keeps in mind what it decided, once. */
function think(pursuit: Pursuit, thought: string): void {
  if (!pursuit.thoughts.includes(thought)) pursuit.thoughts.push(thought);
}

export const persistent = patient(pursue);
