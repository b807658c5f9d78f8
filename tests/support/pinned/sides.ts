import { arrange, atLevel } from '../../../shared/course/arrange.ts';
import type { Input } from '../../../shared/match/input.ts';
import { createMatch, isOver, type Match, stepMatch } from '../../../shared/match/match.ts';
import { play } from '../../../shared/match/play.ts';
import { defenderNamed } from '../../../shared/minds/defenders/registry.ts';
import type { RedTeamView } from '../../../shared/view/red/red-team.ts';
import { MIND_NAMES } from '../../../shared/world/people/attacker.ts';
import type { Scenario } from '../../../shared/world/scenario/schema.ts';
import { Dice } from '../../faults/dice.ts';
import { redOf } from '../red.ts';
import { type Pressed, pressBlue, pressRed } from './players.ts';

/** A way to play a scenario: who defends and who attacks. Plays it to its end. */
type Side = (scenario: Scenario) => Match;

const SEED = 1;
const BLUE_SEATS = [1, 2];
const RED_SEATS = [3, 4];

/** Ticks between two orders of a seat that presses at random. */
const PRESSES = { blue: 20, red: 6 };

/** With everything there is: what a deck leaves out is a rule all the same. */
const withAll = (scenario: Scenario): Scenario => ({ ...scenario, deck: null });

const versus = (scenario: Scenario): Scenario =>
  arrange(scenario, { level: 'crew', minutes: null, peopleAttack: true });

/** Plays with people who press, through the same door as everyone: on these seats, in that order. */
function press(scenario: Scenario, blue: readonly number[], red: readonly number[]): Match {
  const match = createMatch(scenario, SEED);
  const dice = new Dice(SEED);
  const pressed = new Set<string>();
  let view: RedTeamView | null = null;
  while (!isOver(match)) {
    const tick = match.world.tick + 1;
    const inputs: Input[] = [];
    if (tick === 1) {
      for (const seat of blue) inputs.push({ kind: 'seat', seat, pilot: 'human' });
      for (const seat of red) inputs.push({ kind: 'seat', seat, pilot: 'human', side: 'red' });
    }
    if (tick % PRESSES.blue === 0) {
      for (const seat of blue)
        inputs.push(...ordered(seat, tick, pressBlue(match, seat, dice, pressed)));
    }
    if (red.length > 0 && tick % PRESSES.red === 0) {
      view = redOf(match, view);
      for (const seat of red) inputs.push(...ordered(seat, tick, pressRed(view, dice)));
    }
    stepMatch(match, inputs);
  }
  return match;
}

const ordered = (seat: number, n: number, pressed: Pressed | null): Input[] =>
  pressed === null ? [] : [{ kind: 'order', seat, n, ...pressed }];

/** A computer in the defenders' seats against the computer at that level. */
const against = (defender: string, level: (typeof MIND_NAMES)[number]): Side => {
  const mind = defenderNamed(defender);
  if (mind === null) throw new Error(`no defender ${defender}`);
  return (scenario) => play(atLevel(scenario, level), SEED, mind).match;
};

/** Every side of play, by name: what is pinned of each scenario that somebody attacks in. */
export const SIDES: Readonly<Record<string, Side>> = {
  'nobody there': (scenario) => press(scenario, [], []),
  ...Object.fromEntries(
    ['idle', 'clerk', 'expert'].flatMap((defender) =>
      MIND_NAMES.map((level) => [`${defender}, ${level}`, against(defender, level)] as const),
    ),
  ),
  'people defend': (scenario) => press(withAll(scenario), BLUE_SEATS, []),
  'people attack': (scenario) => press(versus(scenario), [], RED_SEATS),
  'people attack, everything in the deck': (scenario) =>
    press(withAll(versus(scenario)), [], RED_SEATS),
  'people on both sides': (scenario) => press(versus(scenario), BLUE_SEATS, RED_SEATS),
  'people on both sides, everything in the deck': (scenario) =>
    press(withAll(versus(scenario)), BLUE_SEATS, RED_SEATS),
};

/** Where nobody attacks: one level is as good as the other, and there is no part for people to attack in. */
const PEACEFUL = [
  'nobody there',
  'idle, opportunist',
  'clerk, opportunist',
  'expert, opportunist',
  'people defend',
];

/** The sides of play that there are of a scenario. */
export const sidesOf = ({ attackers }: Scenario): readonly (readonly [string, Side])[] =>
  Object.entries(SIDES).filter(([name]) => attackers.length > 0 || PEACEFUL.includes(name));
