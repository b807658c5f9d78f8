import { keyOf } from '../../view/prospects.ts';
import type { RedView } from '../../view/red/red.ts';
import type { Pursuit } from '../../world/people/attacker.ts';
import type { Prospect } from '../../world/people/known.ts';
import { type Aim, bestOf, moveIn } from './goals.ts';
import type { Path } from './way.ts';

/** Acts that come to nothing before it lets a goal be; ticks that it waits; ticks for which it lets it be. */
const FAILURES = 2;
const WAITS_MOST = 60 * 5;
const LETS_BE = 90 * 5;

export const NONE_YET: Pursuit = {
  goal: '',
  steps: [],
  lootBefore: 0,
  failed: 0,
  waitsSince: 0,
  aside: {},
  thoughts: [],
};

/** Goals that may come by themselves, worked out when that is asked for. */
export type Waits = () => ReadonlyMap<string, string>;

/** Whether it will let its goal be, whatever way there is to it. */
export const isInVain = ({ failed }: Pursuit): boolean => failed >= FAILURES;

/** Notices that its goal is reached, or that its plan does not go on as it was. */
export function lookBack(
  view: RedView,
  possible: readonly Prospect[],
  pursuit: Pursuit,
  waits: Waits,
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
  } else if (!can(next) && !waits().has(pursuit.goal)) {
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
export const isUnderWay = ({ busy }: RedView, { steps: [begun] }: Pursuit): boolean =>
  busy.some(({ attack, args }) => keyOf(attack, args) === begun);

/** Keeps the goal, or lets it be and takes another. */
export function settle(
  view: RedView,
  pursuit: Pursuit,
  paths: ReadonlyMap<string, Path>,
  waits: Waits,
): void {
  const { goal } = pursuit;
  if (goal !== '') {
    const waited = pursuit.waitsSince > 0 && view.tick - pursuit.waitsSince >= WAITS_MOST;
    const inVain = isInVain(pursuit) || (waited && !paths.has(goal));
    if (!inVain && (paths.has(goal) || waits().has(goal))) return;
    think(pursuit, 'goal-lost');
    if (inVain) pursuit.aside[goal] = view.tick + LETS_BE;
  }
  for (const [old, until] of Object.entries(pursuit.aside))
    if (until <= view.tick) delete pursuit.aside[old];
  const aims: Aim[] = [...paths].map(([to, path]) => ({ goal: to, path }));
  for (const to of waits().keys()) if (!paths.has(to)) aims.push({ goal: to, path: null });
  const free = aims.filter((aim) => pursuit.aside[aim.goal] === undefined);
  pursuit.goal = bestOf(view.known, free, view.memory.temper)?.goal ?? '';
  pursuit.steps = [];
  pursuit.failed = 0;
  pursuit.waitsSince = 0;
}

/** Keeps in mind what it decided, once. */
export function think(pursuit: Pursuit, thought: string): void {
  if (!pursuit.thoughts.includes(thought)) pursuit.thoughts.push(thought);
}
