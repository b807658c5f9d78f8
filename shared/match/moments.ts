import { attacks } from '../attacks/registry.ts';
import type { Moment, MomentKind } from '../view/moment.ts';
import { causesOf } from '../world/causes.ts';
import type { EventOf, GameEvent } from '../world/history.ts';
import type { AttackerId } from '../world/ids.ts';
import { actLengthsOf } from '../world/people/act-lengths.ts';
import { find } from '../world/table.ts';
import { stampsOf } from '../world/turn.ts';
import { type Names, namesOf } from './debrief/names.ts';
import { orderValues, valuesOf } from './debrief/words.ts';
import type { Match } from './match.ts';

type Told = readonly [kind: MomentKind, facts: Moment['facts'], order?: EventOf<'order'>];

/** Events that may be worth a word; the others are passed over without a look at what led to them. */
const WORTH: ReadonlySet<GameEvent['kind']> = new Set([
  'harm',
  'breach-discovered',
  'breach-closed',
  'evicted',
  'act-ended',
]);

/** What is worth stopping a class for, in the events after `seq`. Tells what is hidden. */
export function momentsOf(match: Match, seq: number): Moment[] {
  const found = match.history.slice(seq).filter(({ kind }) => WORTH.has(kind));
  if (found.length === 0) return [];
  const names = namesOf(match);
  return found.flatMap((event) => {
    const told = tell(match, event, names);
    if (told === null) return [];
    const [kind, facts, order] = told;
    const moment = { seq: event.seq, tick: event.tick, kind, facts };
    return [order === undefined ? moment : { ...moment, order: orderValues(order, names) }];
  });
}

function tell(match: Match, event: GameEvent, names: Names): Told | null {
  const { history } = match;
  switch (event.kind) {
    case 'harm': {
      const facts = valuesOf(event, names);
      const order = ordersTo(history, event).at(-1);
      return order === undefined ? ['harm', facts] : ['own-door', facts, order];
    }
    case 'breach-discovered': {
      const harm = harmOf(history, event.data.breach);
      const unseen = event.tick - (harm?.tick ?? event.tick);
      // Sooner than its victim could have told them: that is no surprise to anybody.
      if (harm === null || unseen < match.world.pace.complaintAfter) return null;
      return ['found-late', { ...valuesOf(harm, names), unseen }];
    }
    case 'breach-closed': {
      const harm = harmOf(history, event.data.breach);
      return harm && ['closed', valuesOf(harm, names)];
    }
    case 'evicted':
      return ['evicted', valuesOf(event, names)];
    case 'act-ended':
      return held(match, event);
    default:
      return null;
  }
}

function harmOf(history: readonly GameEvent[], breach: number): EventOf<'harm'> | null {
  const found = history.find((event) => event.kind === 'harm' && event.data.breach === breach);
  return (found as EventOf<'harm'> | undefined) ?? null;
}

/** Orders of defenders without which an event could not have been. */
function ordersTo(history: readonly GameEvent[], event: GameEvent): EventOf<'order'>[] {
  return causesOf(history, event).filter((cause) => cause.kind === 'order');
}

/**
 * An attack that failed at a need which the defenders had made false: behind one of the need's facts
 * is an order of theirs, by a command that counters it. It is asked of the world as it is now, which
 * is the tick's own or a little later.
 */
function held({ world, history }: Match, event: EventOf<'act-ended'>): Told | null {
  const { attack: id, outcome, need: unmet } = event.data;
  const act = history[(event.causes[0] ?? 0) - 1];
  if (outcome !== 'needs-unmet' || act?.kind !== 'act' || act.actor.kind !== 'attacker')
    return null;
  const attack = attacks.get(id);
  const attacker = find(world.attackers, act.actor.id as AttackerId);
  const need = attack?.needs.find((one) => one.id === unmet);
  if (!attack || !attacker || !need) return null;
  const about = attack.resolve(world, attacker, act.data.args);
  if (about === null) return null;
  const length = attack.length(actLengthsOf(world.pace, attacker.mind));
  const strike = attack
    .strikes(world, about, length, length)
    .find((one) => !need.holds(world, one));
  if (!strike) return null;
  const against = need
    .counters(world, strike)
    .flatMap(({ command, moment }) => (moment === 'instead' ? [] : [command]));
  const orders = stampsOf(world, need.facts(world, strike))
    .flatMap((seq) => history[seq - 1] ?? [])
    .flatMap((stamp) => ordersTo(history, stamp))
    .filter(({ data }) => against.includes(data.command));
  const order = orders.sort((a, b) => a.seq - b.seq).at(-1);
  return order ? ['held', { attack: id, need: need.id }, order] : null;
}
