import { attacks } from '../../../shared/attacks/registry.ts';
import type { Input } from '../../../shared/match/input.ts';
import type { Match } from '../../../shared/match/match.ts';
import { offersFor } from '../../../shared/match/offers.ts';
import type { RedTeamView } from '../../../shared/view/red/red-team.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { PHRASES } from '../../../shared/world/people/phrase.ts';
import type { Dice } from '../../faults/dice.ts';

/** What somebody orders. */
export type Pressed = Pick<Extract<Input, { kind: 'order' }>, 'command' | 'args'>;

/** Tables whose rows a defender can select. */
const SUBJECTS = ['hosts', 'vms', 'requests', 'segments', 'policies', 'images', 'assets'] as const;

/** Of each kind of thing one, so that what is seldom possible does not drown in what always is. */
function pickByName<T>(dice: Dice, all: readonly T[], nameOf: (one: T) => string): T | null {
  if (all.length === 0) return null;
  const name = dice.pick([...new Set(all.map(nameOf))]);
  return dice.pick(all.filter((one) => nameOf(one) === name));
}

/** How many rows somebody looks at before they press. */
const LOOKED_AT = 5;

/** Some of all rows of one kind. */
function someOf<T>(dice: Dice, all: readonly T[]): readonly T[] {
  if (all.length <= LOOKED_AT) return all;
  const start = dice.int(0, all.length - 1);
  return [...all.slice(start), ...all.slice(0, start)].slice(0, LOOKED_AT);
}

/**
 * A lawful order of a defender: one of all that are possible now with some rows, a job given up, or a phrase.
 * @param pressed names of what was pressed before: what never was is as likely as all else together
 */
export function pressBlue(
  { world }: Match,
  seat: number,
  dice: Dice,
  pressed: Set<string> = new Set(),
): Pressed | null {
  if (world.phase === 'prepare' && dice.chance(100)) {
    return { command: 'choose-phrase', args: { phrase: dice.int(1, PHRASES.length) } };
  }
  const jobs = world.jobs.flatMap((job) => job ?? []);
  if (jobs.length > 0 && dice.chance(40)) {
    return { command: 'cancel-job', args: { job: dice.pick(jobs).id } };
  }
  const subjects = SUBJECTS.flatMap((table) =>
    someOf(
      dice,
      [...world[table]].flatMap((row): RowRef[] => (row ? [`${table}/${row.id}`] : [])),
    ),
  );
  const possible = subjects
    .flatMap((subject) => offersFor(world, seat, subject))
    .filter(({ refusal }) => refusal === null);
  const fresh = possible.filter(({ command }) => !pressed.has(command));
  const among = fresh.length > 0 && dice.chance(500) ? fresh : possible;
  const chosen = pickByName(dice, among, ({ command }) => command);
  if (chosen) pressed.add(chosen.command);
  return chosen && { command: chosen.command, args: chosen.args };
}

/**
 * An order of an attacker. Mostly off the cards, one of which nothing is known to be false; now and
 * then a probe; and now and then any attack from anywhere to anywhere, which fails by its needs or is
 * refused: a need that is no longer asked for shows nowhere else.
 */
export function pressRed(view: RedTeamView, dice: Dice): Pressed | null {
  if (dice.chance(300)) return anything(view, dice);
  const cards = view.tables.cards.flatMap((card) => card ?? []);
  const open = cards.filter(({ needs }) => needs.every(({ chip }) => chip !== 'false'));
  const card = pickByName(dice, open.length > 0 ? open : cards, ({ attack }) => attack);
  if (card === null) return null;
  const { attack, args, needs } = card;
  if (needs.length > 0 && dice.chance(150)) {
    return { command: 'probe', args: { ...args, attack, need: dice.pick(needs).need } };
  }
  return { command: attack, args: { ...args, quiet: dice.chance(200) ? 1 : 0 } };
}

/** Any attack there is, about VMs that they have heard of. */
function anything(view: RedTeamView, dice: Dice): Pressed {
  const { id, takes } = dice.pick([...attacks.values()].filter((one) => one.id !== 'probe'));
  const most = view.tables.knownVms.length - 1;
  return { command: id, args: Object.fromEntries(takes.map((name) => [name, dice.int(0, most)])) };
}
