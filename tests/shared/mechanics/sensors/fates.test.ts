import { describe, expect, test } from 'vitest';
import { arrange } from '../../../../shared/course/arrange.ts';
import { scenarios } from '../../../../shared/course/scenarios/registry.ts';
import type { Input } from '../../../../shared/match/input.ts';
import { createMatch, isOver, type Match, stepMatch } from '../../../../shared/match/match.ts';
import type { RedTeamView } from '../../../../shared/view/red/red-team.ts';
import type { FateCount } from '../../../../shared/world/alert.ts';
import type { Evidence } from '../../../../shared/world/evidence.ts';
import type { World } from '../../../../shared/world/world.ts';
import { Dice } from '../../../faults/dice.ts';
import { type Pressed, pressBlue, pressRed } from '../../../support/pinned/players.ts';
import { redOf } from '../../../support/red.ts';
import { some } from '../../../support/some.ts';

type Packets = Extract<Evidence, { kind: 'traffic' }>;

const BLUE = 1;
const RED = 2;
/** Ticks between two orders of each side. */
const PRESSES = { blue: 15, red: 8 };

const ordered = (seat: number, n: number, pressed: Pressed | null): Input[] =>
  pressed === null ? [] : [{ kind: 'order', seat, n, ...pressed }];

/** Plays with everything in the deck, one at random on each side, and looks after each tick. */
function play(name: string, seed: number, look: (match: Match, before: Before) => void): void {
  const scenario = { ...scenarios[name]!, deck: null };
  const match = createMatch(
    arrange(scenario, { level: 'crew', minutes: null, peopleAttack: true }),
    seed,
  );
  const dice = new Dice(seed);
  let view: RedTeamView | null = null;
  while (!isOver(match)) {
    const tick = match.world.tick + 1;
    const inputs: Input[] = [];
    if (tick === 1) {
      inputs.push({ kind: 'seat', seat: BLUE, pilot: 'human' });
      inputs.push({ kind: 'seat', seat: RED, pilot: 'human', side: 'red' });
    }
    if (tick % PRESSES.blue === 0)
      inputs.push(...ordered(BLUE, tick, pressBlue(match, BLUE, dice)));
    if (tick % PRESSES.red === 0) {
      view = redOf(match, view);
      inputs.push(...ordered(RED, tick, pressRed(view, dice)));
    }
    const before = rememberOf(match.world);
    stepMatch(match, inputs);
    look(match, before);
  }
}

/** What a tick may change after packets were judged in it. */
interface Before {
  readonly overloaded: string;
  readonly fates: ReadonlyMap<number, readonly FateCount[]>;
}

const overloadedIn = ({ switches }: World): string =>
  switches.map((gate) => Number(gate?.overloaded ?? false)).join('');

const rememberOf = (world: World): Before => ({
  overloaded: overloadedIn(world),
  fates: new Map(
    world.alerts.flatMap((alert) =>
      alert?.seen.kind === 'traffic' ? [[alert.id, alert.seen.fates]] : [],
    ),
  ),
});

const zoneName = (world: World, zone: number): string => world.zones[zone]?.name ?? '';

/** What the first rule that fits says, tried one by one: 1 allow, -1 deny, 0 nothing. */
function ruled(world: World, host: number, from: number, to: number, service: string): number {
  for (const rule of world.switches[host]!.rules) {
    const fits = [rule.from, from, rule.to, to, rule.service, service];
    if (fits[0] !== 0 && fits[0] !== fits[1]) continue;
    if (fits[2] !== 0 && fits[2] !== fits[3]) continue;
    if (fits[4] !== 'any' && fits[4] !== fits[5]) continue;
    return rule.allow ? 1 : -1;
  }
  return 0;
}

/** Who stops packets, by a walk that shares no code with the game: `denied 2`, or `delivered`. */
function judged(world: World, packets: Packets, asked: boolean): string {
  const { nature, vm, peer, service } = packets;
  const source = world.vms[vm] ?? null;
  const target = world.vms[peer] ?? null;
  const internet = world.zones.find((zone) => zone?.name === 'internet')?.id ?? 0;
  const suspect = nature === 'exploit' || nature === 'arp-claim';
  const filtered = (host: number): string | null => {
    const gate = world.switches[host]!;
    if (gate.overloaded) return `dropped ${host}`;
    const let_ = gate.exceptions.some(
      (one) => one.from === vm && one.to === peer && one.service === service,
    );
    if (gate.watch === 'ips' && suspect && !(let_ && nature === 'exploit'))
      return `blocked ${host}`;
    return null;
  };
  if (source) {
    if (zoneName(world, source.zone) === 'quarantine') return `quarantined ${vm}`;
    const stopped = filtered(source.host);
    if (stopped !== null) return stopped;
    if (nature === 'arp-claim') {
      const segment = world.segments.find((row) => row?.zone === source.zone);
      if (segment?.arpInspection) return `inspected ${source.zone}`;
    }
    const port = world.switches[source.host]!.ports.find((one) => one.vm === vm);
    const to = target === null ? internet : target.zone;
    if (asked && port && ruled(world, source.host, port.zone, to, service) < 0)
      return `denied ${source.host}`;
  }
  if (source?.host !== target?.host || !source || !target) {
    if (world.wires[1]?.watch === 'ips' && suspect) return 'blocked 0';
  }
  if (!target) return 'delivered';
  if (zoneName(world, target.zone) === 'quarantine') return `quarantined ${peer}`;
  if (source?.host !== target.host) {
    const stopped = filtered(target.host);
    if (stopped !== null) return stopped;
  }
  const port = world.switches[target.host]!.ports.find((one) => one.vm === peer);
  const from = source === null ? internet : source.zone;
  if (asked && port && ruled(world, target.host, from, port.zone, service) < 1)
    return `denied ${target.host}`;
  const apart = nature === 'arp-claim' && source?.zone !== target.zone;
  return apart || target.power !== 'running' ? `unheard ${peer}` : 'delivered';
}

/** Whether rules of switches are asked about it: not about claims, nor about the answer to a query. */
function isAsked({ history }: Match, trace: Packets): boolean {
  if (trace.nature === 'arp-claim') return false;
  const event = history.find((one) => one.kind === 'evidence' && one.data.evidence === trace.id);
  const act = history[(event?.causes[0] ?? 0) - 1];
  const attack = act?.kind === 'act' ? act.data.attack : '';
  return trace.nature !== 'bulk' || attack === 'collect-guest-data' || attack === '';
}

const nameOf = ([kind, where]: FateCount): string =>
  kind === 'delivered' ? kind : `${kind} ${where}`;

/** How many of each end an alert tells of that it did not tell of before. */
function fresh(now: readonly FateCount[], before: readonly FateCount[]): string[] {
  return now.flatMap((one) => {
    const was = before.find((other) => nameOf(other) === nameOf(one))?.[2] ?? 0;
    return Array.from({ length: one[2] - was }, () => nameOf(one));
  });
}

describe('what alerts say of packets, beside the world', () => {
  const met = new Set<string>();
  const matches = [
    ['three-tenants', 1],
    ['inherited-room', 1],
    ['inherited-room', 2],
  ] as const;

  test.each(matches)('S26 is what became of them: %s, seed %i', (name, seed) => {
    let told = 0;
    play(name, seed, (match, before) => {
      const { world } = match;
      // What a switch can keep up with is worked out after packets have passed.
      if (overloadedIn(world) !== before.overloaded) return;
      const traces = world.evidence.filter(
        (trace): trace is Packets => trace?.kind === 'traffic' && trace.tick === world.tick,
      );
      for (const trace of traces) {
        if (trace.vm !== 0) expect(world.vms[trace.vm]?.power).toBe('running');
      }
      // So is what is powered off in the tick in which it was sent something as it booted.
      const offNow = new Set(
        match.history.flatMap(({ tick, kind, subjects }) =>
          tick === world.tick && kind === 'vm-stopped' ? subjects : [],
        ),
      );
      if (traces.some(({ peer }) => offNow.has(`vms/${peer}`))) return;
      for (const alert of world.alerts) {
        if (alert?.seen.kind !== 'traffic') continue;
        const { fates, nature } = alert.seen;
        const said = fresh(fates, before.fates.get(alert.id) ?? []);
        if (said.length === 0) continue;
        const ofIt = traces.filter(
          (trace) =>
            trace.vm === alert.vm &&
            trace.nature === nature &&
            (nature === 'probe' || trace.peer === (alert.seen as { peer: number }).peer) &&
            (alert.sensor === 'S1' ? trace.uplink : trace.switches.some((at) => at === alert.host)),
        );
        const was = ofIt.map((trace) => judged(world, trace, isAsked(match, trace)));
        expect([alert.id, ...said.sort()]).toEqual([alert.id, ...was.sort()]);
        for (const one of said) met.add(one.split(' ')[0] ?? '');
        told += said.length;
      }
    });
    expect(told).toBeGreaterThan(10);
  });

  test('S26 nearly every end there is was met in those matches', () => {
    const ends = ['delivered', 'denied', 'quarantined', 'blocked'];
    expect(some(ends).filter((end) => !met.has(end))).toEqual([]);
  });
});
