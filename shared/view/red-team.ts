import type { Attacker } from '../world/attacker.ts';
import type { GameEvent } from '../world/history.ts';
import { NONE } from '../world/ids.ts';
import { about, between, type Known, type KnownVm } from '../world/known.ts';
import { type Deep, rows } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { projectRed, type RedView } from './red.ts';
import { cardsOf } from './red-cards.ts';
import { RED_COLUMNS } from './red-columns.ts';
import { newsOf } from './red-news.ts';
import type { KnownWay, QuarryRow, RaidRow, RedRows, StrikeRow } from './red-rows.ts';
import { reuse } from './reuse.ts';
import type { View } from './view.ts';

export type RedTeamView = View<RedRows>;

type Rows<T extends keyof RedRows> = (RedRows[T] | null)[];

/** Whom people play who attack: the first attacker, all of them together. */
export function raiderOf(world: ReadonlyWorld): Deep<Attacker> | null {
  for (const attacker of rows(world.attackers)) return attacker;
  return null;
}

/** Hands of all the people who attack: those of one alone, or of a team. */
export function raidPool({ seats, pace }: ReadonlyWorld): number {
  let humans = 0;
  for (const seat of seats) if (seat?.side === 'red' && seat.pilot === 'human') humans += 1;
  return humans <= 1 ? pace.handsRaidSolo : pace.handsRaidTeam;
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
  const raider = raiderOf(world);
  const view = raider && projectRed(world, raider.id);
  const keep = <T extends keyof RedRows>(table: T, now: Rows<T>): Rows<T> =>
    reuse(RED_COLUMNS[table], before?.tables[table] as Rows<T> | undefined, now);
  return {
    tick: world.tick,
    tables: {
      raid: keep('raid', [null, raidRow(world, raider, view)]),
      quarries: keep('quarries', [
        null,
        ...(view?.known.vms.map((vm) => quarry(view.known, vm)) ?? []),
      ]),
      cards: keep('cards', view ? cardsOf(world, view) : [null]),
      strikes: keep('strikes', raider ? strikesOf(world, raider) : [null]),
      news: keep('news', raider ? newsOf(world, raider, history, before) : [null]),
      raiders: keep(
        'raiders',
        world.seats.map((seat) =>
          seat?.side === 'red' ? { id: seat.id, pilot: seat.pilot } : null,
        ),
      ),
    },
  };
}

function raidRow(
  world: ReadonlyWorld,
  raider: Deep<Attacker> | null,
  view: RedView | null,
): RaidRow {
  const { prepare, live } = world.pace;
  return {
    id: 1,
    scenario: world.scenario,
    phase: world.phase,
    liveFrom: prepare,
    overAt: prepare + live,
    hands: raidPool(world),
    restsUntil: raider?.restsUntil ?? 0,
    loot: raider?.loot.length ?? 0,
    hosts: raider?.hosts.length ?? 0,
    waiting: view?.known.waiting ?? false,
    flaws: view?.known.flaws ?? {},
  };
}

/** What they have noted about a VM, and where they can tell, how it is now. */
function quarry(known: Known, { number, own, power, ring }: KnownVm): QuarryRow {
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
    kernelBuild: about(known, number, 'kernel-build') ?? null,
    service: about(known, number, 'service') ?? null,
    serviceBuild: about(known, number, 'service-build') ?? null,
    memoryRead: about(known, number, 'memory-read') === 1,
    diskRead: about(known, number, 'disk-read') === 1,
    ways: waysTo(known, number),
  };
}

/** From where they know anything of the way there, the internet first. */
function waysTo(known: Known, to: number): KnownWay[] {
  const yes = (note: number | undefined): boolean | null =>
    note === undefined ? null : note === 1;
  const ways: KnownWay[] = [];
  for (let from = NONE; from <= known.vms.length; from += 1) {
    const way = {
      from,
      reach: yes(between(known, from, to, 'reach')),
      sameHost: yes(between(known, from, to, 'host')),
      sameSegment: yes(between(known, from, to, 'segment')),
    };
    if (way.reach !== null || way.sameHost !== null || way.sameSegment !== null) ways.push(way);
  }
  return ways;
}

/** What is under way, by the attackers' own numbers. */
function strikesOf(world: ReadonlyWorld, raider: Deep<Attacker>): Rows<'strikes'> {
  const table: (StrikeRow | null)[] = [null];
  for (const operation of rows(world.operations)) {
    if (operation.attacker !== raider.id) continue;
    const { number, attack, args, quiet, seat, startedAt, length } = operation;
    while (table.length < number) table.push(null);
    // Its first tick of work is the one in which it began.
    const endsAt = startedAt + length - 1;
    table[number] = { id: number, attack, args, quiet, seat, startedAt, endsAt };
  }
  return table;
}
