import { allNeeds } from '../../shared/attacks/probe.ts';
import { attacks } from '../../shared/attacks/registry.ts';
import { arrange } from '../../shared/course/arrange.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import type { Input } from '../../shared/match/input.ts';
import { takeInputs } from '../../shared/match/inputs.ts';
import { isOff, runJobs } from '../../shared/match/jobs.ts';
import { createMatch, isOver, type Match, stepMatch } from '../../shared/match/match.ts';
import { offersFor } from '../../shared/match/offers.ts';
import { arrive } from '../../shared/mechanics/balancer.ts';
import { calendar } from '../../shared/mechanics/calendar.ts';
import { leases } from '../../shared/mechanics/leases.ts';
import { impatience } from '../../shared/mechanics/people.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import type { GameEvent } from '../../shared/world/history.ts';
import { draw } from '../../shared/world/random.ts';
import type { Scenario } from '../../shared/world/scenario/schema.ts';
import { rows } from '../../shared/world/table.ts';
import { groundsFor } from './grounds.ts';
import { RED, redOf } from './red.ts';

/** How long a short match is, and how often either side orders something in it, in ticks. */
const TICKS = 360;
const RED_EVERY = 2;
const BLUE_EVERY = 7;

/** The id of nothing. */
const NONESUCH = 'no-such-thing';

/** What was found over some matches. */
export interface Soundness {
  readonly matches: number;
  /** Harms, footholds and smuggled frames, by attack. */
  readonly effects: Readonly<Record<string, number>>;
  /** Effects that nothing of the attackers' stood behind: where, and what was missing. */
  readonly unsound: readonly string[];
}

type Effect = Extract<
  GameEvent,
  {
    readonly kind: 'harm' | 'foothold' | 'frames-smuggled' | 'layout-read' | 'image-implanted';
  }
>;

const isEffect = (event: GameEvent): event is Effect =>
  event.kind === 'harm' ||
  event.kind === 'foothold' ||
  event.kind === 'frames-smuggled' ||
  event.kind === 'layout-read' ||
  event.kind === 'image-implanted';

/** A scenario in which everything is in play and goes quickly, and every flaw is known. */
function quick(scenario: Scenario): Scenario {
  const own = arrange(scenario, { level: 'crew', minutes: null, peopleAttack: true });
  const short = {
    prepare: 1,
    live: TICKS,
    reconLength: 3,
    accessLength: 3,
    privilegeLength: 3,
    actLength: 3,
    probeLength: 2,
    createLength: 4,
    evictionRest: 2,
    handsRedSolo: 6,
    requestWait: 12,
    startCredits: 9999,
  };
  return {
    ...own,
    deck: null,
    flaws: own.flaws.map((flaw) => ({ ...flaw, public: true })),
    pace: { ...own.pace, ...short },
  };
}

const FIELD: readonly Scenario[] = Object.values(scenarios).map(quick);

/**
 * Plays short matches in which people attack and order at random whatever the door lets in, while
 * defenders do whatever they could, and asks of each effect whether that side had anything where it
 * was done from (rule A9). The asking shares no code with the attacks.
 */
export function soundMatches(count: number, from = 1): Soundness {
  const effects: Record<string, number> = {};
  const unsound: string[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const scenario = FIELD[seed % FIELD.length];
    if (scenario) playOne(scenario, seed, effects, unsound);
  }
  return { matches: count, effects, unsound };
}

type Pick = (what: string, most: number) => number;

function playOne(
  scenario: Scenario,
  seed: number,
  effects: Record<string, number>,
  unsound: string[],
): void {
  const match = createMatch(scenario, seed);
  const journal: Input[][] = [];
  let seen = 0;
  while (!isOver(match) && match.world.tick < TICKS) {
    const inputs = inputsOf(match, seed);
    journal.push(inputs);
    stepMatch(match, inputs);
    const fresh = match.history.slice(seen);
    seen = match.history.length;
    const done = fresh.filter(isEffect);
    if (done.length === 0) continue;
    const found = asFound(scenario, seed, journal);
    for (const effect of done) {
      effects[effect.data.attack] = (effects[effect.data.attack] ?? 0) + 1;
      const missing = groundsFor(found, match.history, effect);
      if (missing !== null) {
        const { attack } = effect.data;
        unsound.push(`${scenario.id}, seed ${seed}, tick ${effect.tick}, ${attack}: ${missing}`);
      }
    }
  }
}

function inputsOf(match: Match, seed: number): Input[] {
  const { world } = match;
  const tick = world.tick + 1;
  if (tick === 1) {
    return [
      { kind: 'seat', seat: 1, pilot: 'human' },
      { kind: 'seat', seat: RED, pilot: 'human', side: 'red' },
    ];
  }
  const pick: Pick = (what, most) =>
    draw({ seed, stream: `sound-${what}`, subject: tick, occasion: 0 }, 0, most);
  const inputs: Input[] = [];
  if (tick % RED_EVERY === 0) inputs.push(redOrder(match, tick, pick));
  if (tick % BLUE_EVERY === 0) inputs.push(...blueOrder(match, tick, pick));
  return inputs;
}

/** Half of the time a card, half of the time any attack about any VM that they have a number for. */
function redOrder(match: Match, n: number, pick: Pick): Input {
  const order = (command: string, args: Readonly<Record<string, number | string>>): Input => {
    return { kind: 'order', seat: RED, n, command, args };
  };
  if (pick('card', 2) === 0) {
    const cards = redOf(match).tables.cards.flatMap((card) => card ?? []);
    const card = cards[pick('which', Math.max(0, cards.length - 1))];
    if (card) return order(card.attack, { ...card.args });
  }
  const all = [...attacks.values()];
  const attack = all[pick('attack', all.length - 1)];
  const known = match.world.attackers[1]?.knownVms.length ?? 0;
  const args: Record<string, number | string> = {};
  for (const name of attack?.takes ?? []) {
    if (name === 'attack') args[name] = all[pick(`arg-${name}`, all.length) - 1]?.id ?? NONESUCH;
    else args[name] = pick(`arg-${name}`, known + 1);
  }
  const probed = attacks.get(`${args.attack}`);
  if (probed) args.need = allNeeds(probed)[Number(args.need)]?.id ?? NONESUCH;
  return order(attack?.id ?? '', args);
}

/** Something that could be ordered about something. */
function blueOrder({ world }: Match, n: number, pick: Pick): Input[] {
  const subjects: RowRef[] = [
    ...[...rows(world.vms)].map(({ id }): RowRef => `vms/${id}`),
    ...[...rows(world.hosts)].map(({ id }): RowRef => `hosts/${id}`),
    ...[...rows(world.requests)].map(({ id }): RowRef => `requests/${id}`),
    'policies/1',
  ];
  const subject = subjects[pick('subject', subjects.length - 1)];
  const offers = subject ? offersFor(world, 1, subject).filter((o) => o.refusal === null) : [];
  const offer = offers[pick('offer', Math.max(0, offers.length - 1))];
  return offer ? [{ kind: 'order', seat: 1, n, command: offer.command, args: offer.args }] : [];
}

/** The world of the journal's last tick as the strikes of that tick found it. */
function asFound(scenario: Scenario, seed: number, journal: readonly Input[][]): Match {
  const match = createMatch(scenario, seed);
  for (const inputs of journal.slice(0, -1)) stepMatch(match, inputs);
  match.world.tick += 1;
  takeInputs(match, journal.at(-1) ?? []);
  calendar(match);
  impatience(match);
  leases(match);
  runJobs(match);
  arrive(match, (host) => isOff(match.world, host));
  return match;
}
