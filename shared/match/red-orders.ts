import type { Attack } from '../attacks/attack.ts';
import { needOf, PROBE } from '../attacks/probe.ts';
import { attacks, probeable } from '../attacks/registry.ts';
import { type RuleRefusal, refuse } from '../commands/refusal.ts';
import { playedAttacker } from '../view/red/red-team.ts';
import { inDeck } from '../world/deck.ts';
import { type SeatId, TICKS_PER_SECOND } from '../world/ids.ts';
import type { ActArgs, Attacker } from '../world/people/attacker.ts';
import { ASKED_FOR, actKey, ownNote } from '../world/people/known.ts';
import type { Seat } from '../world/people/seat.ts';
import { type Deep, find, rows } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { handsOf } from './hands.ts';
import { meantBy, takeAct } from './operations.ts';

type Args = Readonly<Record<string, number | string>>;

/** What someone at an attackers' seat wants: an attack's id, and what it is to be about. */
interface RedOrder {
  readonly command: string;
  readonly args: Args;
}

/** An order that means something. */
interface RedAct {
  readonly attack: Attack;
  readonly args: ActArgs;
  readonly quiet: boolean;
}

/** The act that asks for a VM. */
const ASKING = 'entry-tenant';

/**
 * What someone at an attackers' seat ordered: begun, or why not (rule A50). What is hidden from them
 * answers like what is not there.
 */
export function takeRedOrder(turn: Turn, seat: Seat, order: RedOrder): RuleRefusal | null {
  const { world } = turn;
  const attacker = playedAttacker(world);
  if (!attacker) return refuse('rule.no-such-thing');
  if (world.phase === 'over') return refuse('rule.match-over');
  const meant = understandRedOrder(world, order);
  if ('code' in meant) return meant;
  const refusal = refusalOfRedAct(world, attacker, seat.id, meant);
  if (refusal) return refusal;
  const { attack, args, quiet } = meant;
  const begun = takeAct(turn, {
    attacker: attacker.id,
    attack: attack.id,
    args,
    quiet,
    seat: seat.id,
  });
  return begun ? null : refuse('rule.no-such-thing');
}

/** An attack with arguments that fit it, or why there is none. */
function understandRedOrder(
  world: ReadonlyWorld,
  { command, args }: RedOrder,
): RedAct | RuleRefusal {
  const attack = attacks.get(command);
  if (!attack) return refuse('rule.unknown-command');
  const { quiet = 0, ...rest } = args;
  if (quiet !== 0 && quiet !== 1) return refuse('rule.bad-arguments', { path: 'quiet' });
  const target = attack.id === PROBE ? probeable.get(String(rest.attack)) : attack;
  if (!target) return refuse('rule.bad-arguments', { path: 'attack' });
  if (![attack, target].every((one) => inPlay(world, one))) return refuse('rule.not-in-deck');
  const takes: Attack['takes'] =
    attack === target ? attack.takes : [...target.takes, 'attack', 'need'];
  const odd = Object.keys(rest).find((name) => !takes.some((one) => one === name));
  if (odd !== undefined) return refuse('rule.bad-arguments', { path: odd });
  const meant: { -readonly [Name in keyof ActArgs]: ActArgs[Name] } = {};
  for (const name of takes) {
    const value = rest[name];
    if (name === 'attack') meant.attack = target.id;
    else if (name === 'need' && isNeedOf(target, value)) meant.need = value;
    else if (name !== 'need' && isPlace(value)) meant[name] = value;
    else return refuse('rule.bad-arguments', { path: name });
  }
  return { attack, args: meant, quiet: quiet === 1 };
}

const isPlace = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

const isNeedOf = (attack: Attack, value: unknown): value is string =>
  typeof value === 'string' && needOf(attack, value) !== null;

const inPlay = (world: ReadonlyWorld, { id, catalogue }: Attack): boolean =>
  catalogue === null || inDeck(world, 'attacks', id);

/** Why it cannot be begun now, or `null`: what can never be first, then what only has to wait. */
function refusalOfRedAct(
  world: ReadonlyWorld,
  attacker: Deep<Attacker>,
  seat: SeatId,
  { attack, args }: RedAct,
): RuleRefusal | null {
  if (world.phase !== 'live') return refuse('rule.not-live');
  if (isUnderWay(world, attacker, attack, args)) return refuse('rule.under-way');
  if (attack.id === ASKING && rents(world, attacker)) return refuse('rule.already-so');
  if (meantBy(world, attack, { attacker: attacker.id, args }) === null) {
    return refuse('rule.no-such-thing');
  }
  if (world.tick < attacker.restsUntil) {
    const ticks = attacker.restsUntil - world.tick;
    return refuse('rule.resting', { ticks, seconds: Math.ceil(ticks / TICKS_PER_SECOND) });
  }
  const { all, used } = handsOf(world, seat);
  return used >= all ? refuse('rule.no-free-hand', { hands: all }) : null;
}

/** The same act by whichever of their hands, or a VM they asked for that has not come yet. */
function isUnderWay(
  world: ReadonlyWorld,
  attacker: Deep<Attacker>,
  attack: Attack,
  args: ActArgs,
): boolean {
  const key = actKey(attack.id, args);
  for (const { attacker: by, attack: other, args: about } of rows(world.operations)) {
    if (by === attacker.id && actKey(other, about) === key) return true;
  }
  if (attack.id !== ASKING) return false;
  return [...rows(world.requests)].some(
    ({ id, state }) =>
      (state === 'open' || state === 'in-work') && attacker.knownRequests.includes(id),
  );
}

/**
 * They ask for one VM at a time: whoever has one gives it back first. Without that, asking would be
 * an attack by itself, on the time of whoever has to serve it.
 */
const rents = (world: ReadonlyWorld, { knownVms, notes }: Deep<Attacker>): boolean =>
  knownVms.some((vm, i) => notes[ownNote(i + 1)] === ASKED_FOR && find(world.vms, vm) !== null);
