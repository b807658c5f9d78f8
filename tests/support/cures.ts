import type { Attack } from '../../shared/attacks/attack.ts';
import type { Need, Strike } from '../../shared/attacks/need.ts';
import { type Match, stepMatch } from '../../shared/match/match.ts';
import type { Counter } from '../../shared/world/history.ts';
import type { ActArgs } from '../../shared/world/people/attacker.ts';
import type { ReadonlyWorld } from '../../shared/world/world.ts';
import type { Setup } from './necessity.ts';
import { type Bench, copyOf } from './worlds.ts';

/** How long a cure may take, in ticks of the tiny world. */
const PATIENCE = 60;

/** One counter of one precondition, as the world in which it held names it. */
export interface Named {
  readonly need: Need;
  readonly counter: Counter;
}

/** Every counter that an attack names in a world in which it works, those of its deeper effect too. */
export function namedCounters(attack: Attack, world: ReadonlyWorld, strike: Strike): Named[] {
  return [...attack.needs, ...(attack.deeper ?? [])].flatMap((need) =>
    need.counters(world, strike).map((counter) => ({ need, counter })),
  );
}

/** Whether a need is true of any strike that the attack could make now. */
function stillHolds(
  attack: Attack,
  need: Need,
  world: ReadonlyWorld,
  { attacker, args }: Pick<Setup, 'attacker' | 'args'>,
): boolean {
  const who = world.attackers[attacker];
  const about = who ? attack.resolve(world, who, args) : null;
  if (about === null) return false;
  return attack.strikes(world, about, 1, 1).some((strike) => need.holds(world, strike));
}

/** Whether something is done still: a job, a push that comes by itself, or a guest that reseeds. */
const isUnderWay = ({ jobs, switches, vms }: ReadonlyWorld): boolean =>
  jobs.some((job) => job !== null) ||
  switches.some((gate) => gate !== null && gate.pushAt > 0) ||
  vms.some((vm) => vm !== null && vm.reseedsAt > 0);

/**
 * Does what a counter says through the real door, in a copy of the world in which the attack works, and
 * waits until it is done.
 * @returns why it could not be ordered, whether the need still holds then, or `null` when it is cured
 */
export function cureNow(setup: Setup, attack: Attack, { need, counter }: Named): string | null {
  const found = setup.turn as Match;
  const match: Match = { ...found, world: copyOf(found.world), history: [...found.history] };
  match.world.credits = 1000;
  for (const { command, args } of [counter, ...(counter.next ? [counter.next] : [])]) {
    const order = { kind: 'order', seat: 1, n: 0, command, args } as const;
    const [outcome] = stepMatch(match, [order], { think: false });
    if (outcome?.refusal) return outcome.refusal.code;
    for (let i = 0; i < PATIENCE && isUnderWay(match.world); i += 1) {
      stepMatch(match, [], { think: false });
    }
  }
  return stillHolds(attack, need, match.world, setup) ? 'still holds' : null;
}

/** What leads to a strike, step by step, so that a counter can be ordered before any of them. */
export interface Story {
  readonly begin: () => Bench;
  readonly steps: readonly ((bench: Bench) => void)[];
  readonly attacker: number;
  readonly args: ActArgs;
}

/** What an attack could strike now with all that it needs, and with that need too. */
function working(attack: Attack, need: Need, world: ReadonlyWorld, story: Story): Strike[] {
  const who = world.attackers[story.attacker];
  const about = who ? attack.resolve(world, who, story.args) : null;
  const needs = [...attack.needs, need];
  return about === null
    ? []
    : attack
        .strikes(world, about, 1, 1)
        .filter((strike) => needs.every((one) => one.holds(world, strike)));
}

/**
 * Whether a counter, ordered before one of the steps, makes the need false at the end of the story: of
 * everything that could be struck without it, frame by frame, and without leaving anything else to
 * strike. A VM that is placed elsewhere owns frames all the same, but not those.
 */
export function cureEarlier(story: Story, attack: Attack, { need, counter }: Named): string | null {
  const tell = (at: number): ReadonlyWorld => {
    const bench = story.begin();
    bench.world.credits = 1000;
    story.steps.forEach((step, i) => {
      if (i === at) {
        bench.give(counter.command, counter.args);
        for (let n = 0; n < PATIENCE && isUnderWay(bench.world); n += 1) {
          bench.run(1);
        }
      }
      step(bench);
    });
    return bench.world;
  };
  const struck = working(attack, need, tell(-1), story);
  if (struck.length === 0) return 'does not hold in the story';
  const cured = (world: ReadonlyWorld): boolean =>
    struck.every((strike) => !need.holds(world, strike)) &&
    working(attack, need, world, story).length === 0;
  return story.steps.some((_, at) => cured(tell(at))) ? null : 'still holds';
}

/**
 * Whether a counter that is ordered in place of one of the steps makes the need false of the very strike
 * that works in the story, and lets no other strike of the attack work. What is handed out elsewhere
 * is theirs there too: the need can be false of that strike alone.
 */
export function cureInstead(story: Story, attack: Attack, { need, counter }: Named): string | null {
  const was = story.begin();
  for (const step of story.steps) step(was);
  const strike = workingStrike(attack, was.world, story);
  if (strike === null) return 'does not work in the story';
  let why = 'could not be ordered';
  for (const at of story.steps.keys()) {
    const bench = story.begin();
    bench.world.credits = 1000;
    const refusals = story.steps.flatMap((step, i) => {
      if (i === at) return bench.give(counter.command, counter.args) ?? [];
      step(bench);
      return [];
    });
    if (refusals.length > 0) continue;
    bench.run(PATIENCE);
    if (need.holds(bench.world, strike)) why = 'still holds';
    else if (workingStrike(attack, bench.world, story) !== null) why = 'another strike works';
    else return null;
  }
  return why;
}

/** A strike of the attack of which everything that it needs is true. */
function workingStrike(
  attack: Attack,
  world: ReadonlyWorld,
  { attacker, args }: Pick<Setup, 'attacker' | 'args'>,
): Strike | null {
  const who = world.attackers[attacker];
  const about = who ? attack.resolve(world, who, args) : null;
  if (about === null) return null;
  const strikes = attack.strikes(world, about, 1, 1);
  return strikes.find((one) => attack.needs.every((need) => need.holds(world, one))) ?? null;
}
