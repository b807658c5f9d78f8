import type { GameEvent } from '../../world/history.ts';
import type { Attacker } from '../../world/people/attacker.ts';
import { about, type Known, type KnownVm, wayOf } from '../../world/people/known.ts';
import { type Deep, rows } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { handPool } from '../hands.ts';
import { reuse } from '../keeping/reuse.ts';
import { same, type View } from '../view.ts';
import { projectRed, type RedView } from './red.ts';
import { cardsOf } from './red-cards.ts';
import { RED_COLUMNS } from './red-columns.ts';
import { newsOf, takenFrom } from './red-news.ts';
import type { KnownVmRow, KnownWay, RedRows, RedTeamRow, StrikeRow } from './red-rows.ts';

export type RedTeamView = View<RedRows>;

type Rows<T extends keyof RedRows> = (RedRows[T] | null)[];

/** Whom people play who attack: the first attacker, all of them together. */
export function playedAttacker(world: ReadonlyWorld): Deep<Attacker> | null {
  for (const attacker of rows(world.attackers)) return attacker;
  return null;
}

/**
 * The attackers' view, when people attack. It is built from what the first attacker knows
 * (`projectRed`) and from what came of their own acts, and from nothing else of the world. Rows that
 * say the same as in `before` are the same objects again.
 * @param before this view as it was at an earlier tick of the same match
 */
export function projectRedTeam(
  world: ReadonlyWorld,
  history: readonly GameEvent[],
  before: RedTeamView | null,
): RedTeamView {
  const attacker = playedAttacker(world);
  const view = attacker && projectRed(world, attacker.id);
  const keep = <T extends keyof RedRows>(table: T, now: Rows<T>): Rows<T> =>
    reuse(RED_COLUMNS[table], before?.tables[table] as Rows<T> | undefined, now);
  const redTeam = keep('redTeam', [null, redTeamRow(world, attacker, view)]);
  const taken = attacker && takenFrom(world, attacker, history, before);
  const knownVms = keep('knownVms', view && taken ? knownVmsOf(view.known, taken) : [null]);
  const found = { redTeam, knownVms };
  const asBefore =
    before !== null && attacker !== null && !hasNews(attacker, history, before, found);
  return {
    tick: world.tick,
    tables: {
      ...found,
      cards: asBefore ? before.tables.cards : keep('cards', view ? cardsOf(world, view) : [null]),
      strikes: keep('strikes', attacker ? strikesOf(world, attacker) : [null]),
      news: keep('news', attacker ? newsOf(world, attacker, history, before) : [null]),
      redSeats: keep(
        'redSeats',
        world.seats.map((seat) =>
          seat?.side === 'red' ? { id: seat.id, pilot: seat.pilot } : null,
        ),
      ),
    },
  };
}

/**
 * Whether they may know anything that they did not know at `before`, and so hold other cards: what
 * they find out shows in these two tables, or comes of an act of theirs, which no note is made without.
 */
function hasNews(
  { id }: Deep<Attacker>,
  history: readonly GameEvent[],
  before: RedTeamView,
  { redTeam, knownVms }: Pick<RedTeamView['tables'], 'redTeam' | 'knownVms'>,
): boolean {
  const [now, was] = [redTeam[1], before.tables.redTeam[1]];
  if (knownVms !== before.tables.knownVms || now?.waiting !== was?.waiting) return true;
  if (!same(now?.flaws, was?.flaws)) return true;
  for (let i = history.length - 1; i >= 0; i -= 1) {
    const event = history[i];
    if (!event || event.tick <= before.tick) return false;
    if (event.actor.kind === 'attacker' && event.actor.id === id) return true;
  }
  return false;
}

function redTeamRow(
  world: ReadonlyWorld,
  attacker: Deep<Attacker> | null,
  view: RedView | null,
): RedTeamRow {
  const { prepare, live } = world.pace;
  return {
    id: 1,
    scenario: world.scenario,
    phase: world.phase,
    liveFrom: prepare,
    overAt: prepare + live,
    hands: handPool(world, 'red'),
    restsUntil: attacker?.restsUntil ?? 0,
    loot: attacker?.loot.length ?? 0,
    hosts: attacker?.hosts.length ?? 0,
    waiting: view?.known.waiting ?? false,
    flaws: view?.known.flaws ?? {},
  };
}

/** Every VM that they know, by their own numbers. */
function knownVmsOf(known: Known, taken: ReadonlyMap<number, number>): Rows<'knownVms'> {
  const ways = waysIn(known);
  const rows = known.vms.map((vm) => ({
    ...knownVm(known, vm, ways.get(vm.number) ?? []),
    hostTaken: taken.get(vm.number) ?? 0,
  }));
  return [null, ...rows];
}

/** What they have noted about a VM, and where they can tell, how it is now. */
function knownVm(
  known: Known,
  { number, own, power, ring }: KnownVm,
  ways: readonly KnownWay[],
): Omit<KnownVmRow, 'hostTaken'> {
  const devices = about(known, number, 'devices');
  return {
    id: number,
    own,
    power,
    ring,
    technique: about(known, number, 'technique') ?? null,
    platform: about(known, number, 'platform') ?? null,
    devices: devices === undefined ? null : devices.split(',').filter((name) => name !== ''),
    hostBuild: about(known, number, 'host-build') ?? null,
    deviceBuild: about(known, number, 'device-build') ?? null,
    kernelBuild: about(known, number, 'kernel-build') ?? null,
    service: about(known, number, 'service') ?? null,
    serviceBuild: about(known, number, 'service-build') ?? null,
    memoryRead: about(known, number, 'memory-read') === 1,
    diskRead: about(known, number, 'disk-read') === 1,
    ways,
  };
}

/** By the VM that they lead to, the ways of which they know anything: the internet's first. */
function waysIn({ notes }: Known): Map<number, KnownWay[]> {
  const ways = new Map<number, KnownWay[]>();
  for (const [key, value] of Object.entries(notes)) {
    const way = wayOf(key);
    if (way === null) continue;
    const list = ways.get(way.to) ?? [];
    const at = list.findIndex(({ from }) => from === way.from);
    const was = list[at] ?? {
      from: way.from,
      reach: null,
      sameHost: null,
      sameSegment: null,
      tagged: null,
      sameKeys: null,
    };
    const now: KnownWay = { ...was, [WAY_FIELDS[way.field]]: value === 1 };
    if (at < 0) list.push(now);
    else list[at] = now;
    ways.set(way.to, list);
  }
  for (const list of ways.values()) list.sort((a, b) => a.from - b.from);
  return ways;
}

const WAY_FIELDS = {
  reach: 'reach',
  host: 'sameHost',
  segment: 'sameSegment',
  tagged: 'tagged',
  'same-keys': 'sameKeys',
  files: 'filesFree',
} as const;

/** What is under way, by the attackers' own numbers. */
function strikesOf(world: ReadonlyWorld, attacker: Deep<Attacker>): Rows<'strikes'> {
  const table: (StrikeRow | null)[] = [null];
  for (const operation of rows(world.operations)) {
    if (operation.attacker !== attacker.id) continue;
    const { number, attack, args, quiet, seat, startedAt, length } = operation;
    while (table.length < number) table.push(null);
    // Its first tick of work is the one in which it began.
    const endsAt = startedAt + length - 1;
    table[number] = { id: number, attack, args, quiet, seat, startedAt, endsAt };
  }
  return table;
}
