import { targetsOf } from '../../attacks/registry.ts';
import { commandInPlay } from '../../commands/deck.ts';
import { commands } from '../../commands/registry.ts';
import { isDumped } from '../../view/dump.ts';
import type { EventOf, GameEvent } from '../../world/history.ts';
import { NO_PHRASE } from '../../world/people/phrase.ts';
import { hashMatch, type Journal, type Match, type MatchRecord } from '../match.ts';
import { Kept } from '../replay.ts';
import type { Debrief, HarmReport, TimelineMark } from '../report.ts';
import { KEPT, scoreOf } from '../score.ts';
import { chainOf } from './chain.ts';
import { counselOf } from './counsel.ts';
import { heldOf, heldOutline } from './held.ts';
import { type Names, namesOf } from './names.ts';
import { NOT_PROVED, needsOf, type Proved, provedFor } from './needs.ts';
import { wastesOf } from './waste.ts';
import { valuesOf } from './words.ts';

/** What there is to say at once: all but the what-ifs. */
export function outlineOf(match: Match): Debrief {
  return tell(match, null);
}

/** Everything there is to say about a match that is over. Runs it again for each what-if. */
export function makeDebrief(match: Match, journal: Journal): Debrief {
  return tell(match, journal);
}

function tell(match: Match, journal: Journal | null): Debrief {
  const { history, world } = match;
  const names = namesOf(match);
  const score = scoreOf(history, world.pace, 'truth');
  const shown = scoreOf(history, world.pace, 'known');
  const won = score.total >= KEPT;
  const found = ofKind(history, 'harm');
  const again =
    journal === null
      ? null
      : { match, journal, kept: new Kept(match.scenario, match.seed, journal) };
  // Where nothing was lost nobody has to be advised.
  const advice = again === null || found.length === 0 ? [] : counselOf(match, again.journal);
  const harms = found.map((harm) =>
    reportHarm(
      match,
      harm,
      names,
      again === null ? NOT_PROVED : provedFor({ ...again, harm }, advice),
    ),
  );
  const attacked = match.scenario.attackers.length > 0;
  const outcomes = ofKind(history, 'request-ended').map(({ data }) => data.outcome);
  return {
    scenario: world.scenario,
    seed: world.seed,
    hash: hashMatch(match).whole,
    overAt: world.tick,
    commands: [...commands.values()]
      .filter((command) => commandInPlay(world, command))
      .map(({ name }) => name),
    proved: journal !== null,
    total: score.total,
    won,
    known: { total: shown.total, bars: shown.minutes.map(({ bar }) => bar) },
    minutes: score.minutes.map((m) => [m.fidelity, m.isolation, m.performance, m.bar]),
    service: serviceOf(history),
    harms,
    attacked,
    wastes: attacked || again === null ? [] : wastesOf(again),
    held: again === null ? heldOutline(history) : heldOf(again, found.length === 0 || won),
    timeline: timeline(history, names),
    counts: {
      orders: ofKind(history, 'order').length,
      served: outcomes.filter((outcome) => outcome === 'served').length,
      // Nobody came to what the portal placed by itself either (rules T3, T4).
      missed: outcomes.filter((outcome) => outcome !== 'served').length,
    },
    spent: spentOf(history),
  };
}

/** What became of the service that was promised, over the whole match. */
function serviceOf(history: readonly GameEvent[]): Debrief['service'] {
  const sum = { promised: 0, given: 0, correct: 0 };
  for (const { data } of ofKind(history, 'duty')) {
    sum.promised += data.promised;
    sum.given += data.given;
    sum.correct += data.correct;
  }
  return sum;
}

/** What is bought to be kept: it is paid once. */
const ASSETS: ReadonlySet<string> = new Set(['buy-host', 'buy-memory']);

/** What was spent on what lasts, and on keeping what is there running. */
function spentOf(history: readonly GameEvent[]): Debrief['spent'] {
  const spent = { capex: 0, opex: 0 };
  for (const { data } of ofKind(history, 'order')) {
    if (ASSETS.has(data.command)) spent.capex += data.price;
  }
  for (const { data } of ofKind(history, 'bill')) spent.opex += data.upkeep;
  return spent;
}

/** The debrief of a match that is over, from its record alone. */
export function debriefOf({ scenario, seed, journal }: MatchRecord): Debrief {
  const inputs = new Map(journal);
  return makeDebrief(new Kept(scenario, seed, inputs).match, inputs);
}

function ofKind<Kind extends GameEvent['kind']>(
  history: readonly GameEvent[],
  kind: Kind,
): EventOf<Kind>[] {
  return history.filter((event): event is EventOf<Kind> => event.kind === kind);
}

function reportHarm(match: Match, harm: EventOf<'harm'>, names: Names, proved: Proved): HarmReport {
  const { history } = match;
  const { data } = harm;
  const at = (kind: 'breach-discovered' | 'breach-closed'): number =>
    ofKind(history, kind).find((event) => event.data.breach === data.breach)?.tick ?? 0;
  const [target, also] = targetsOf(data.attack);
  const isRead = match.world.phrase !== NO_PHRASE && data.kind === 'leak' && isDumped(data.attack);
  return {
    seq: harm.seq,
    tick: harm.tick,
    kind: data.kind,
    attack: data.attack,
    target,
    ...(also === undefined ? {} : { also }),
    ...(isRead ? { phrase: match.world.phrase } : {}),
    asset: names.asset(data.asset),
    victim: names.tenant(data.victim),
    vm: data.vm,
    workload: names.vm(data.vm).workload,
    tenant: names.vm(data.vm).tenant,
    host: data.host,
    weight: data.weight,
    discoveredAt: at('breach-discovered'),
    closedAt: at('breach-closed'),
    chain: chainOf(history, harm, names),
    needs: needsOf(history, harm, proved),
  };
}

/** Orders that do nothing to the world that is defended. */
const KEEPS_ORDER: readonly string[] = ['acknowledge-alert', 'choose-phrase'];

/** Which lane of the timeline an event is drawn in; the others are not drawn. */
function laneOf(event: GameEvent): TimelineMark['lane'] | null {
  switch (event.kind) {
    case 'order':
      return KEEPS_ORDER.includes(event.data.command) ? null : 'defenders';
    case 'act':
    case 'foothold':
    case 'harm':
      return 'attacker';
    case 'request-opened':
    case 'alert':
    case 'flaw-published':
    case 'injected':
      return 'world';
    case 'rules-edited':
    case 'vm-moved':
    case 'vm-reverted':
      return event.actor.kind === 'seat' ? null : 'world';
    case 'vm-destroyed':
      return event.actor.kind === 'tenant' ? 'world' : null;
    default:
      return null;
  }
}

function timeline(history: readonly GameEvent[], names: Names): TimelineMark[] {
  return history.flatMap((event) => {
    const lane = laneOf(event);
    return lane === null
      ? []
      : [{ tick: event.tick, lane, kind: event.kind, facts: valuesOf(event, names) }];
  });
}
