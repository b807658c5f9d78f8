import { attacks } from '../attacks/registry.ts';
import { canHappen } from '../mechanics/calendar.ts';
import type { Injection } from '../view/injection.ts';
import { prospectsOf } from '../view/prospects.ts';
import { projectRed } from '../view/red/red.ts';
import { NONE } from '../world/ids.ts';
import type { Plan } from '../world/people/calendar.ts';
import { actKey } from '../world/people/known.ts';
import { find, get, rows } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import type { Input } from './input.ts';
import { INSTRUCTOR_ACT } from './inputs.ts';
import type { Match } from './match.ts';

/** Of each kind so many: a list to choose from while a class waits, not a catalogue. */
const OF_EACH = 3;

type Keyed = readonly [key: string, plan: Plan];

/**
 * What an instructor could put in now: what people could do, of each kind a few, and what attackers
 * could try as far as they know. The same world gives the same list, in the same order.
 */
export function injectionsOf({ world }: Pick<Match, 'world'>): Injection[] {
  return [...happenings(world), ...attempts(world)];
}

/** The input that puts it in. */
export function inputOf(injection: Injection): Input {
  if (injection.kind === 'event') return { kind: 'event', plan: injection.plan };
  const { attacker, attack, args } = injection.act;
  return {
    kind: 'act',
    attacker,
    attack,
    args,
    why: { reason: INSTRUCTOR_ACT, plan: [attack] },
  };
}

function happenings(world: ReadonlyWorld): Injection[] {
  const kinds = [advisories, bursts, departures, anyAny, openPorts, moves, scans, reverts];
  return kinds.flatMap((of) => {
    const found = [...of(world)].filter(([, plan]) => canHappen(world, plan));
    return found.slice(0, OF_EACH).map(([key, plan]): Injection => {
      const flaw = plan.kind === 'advisory' ? get(world.flaws, plan.flaw).name : null;
      const zone =
        plan.kind === 'port-setting'
          ? get(world.zones, get(world.segments, plan.segment).zone).name
          : null;
      return { key: `event/${key}`, kind: 'event', plan, flaw, zone };
    });
  });
}

function* advisories(world: ReadonlyWorld): Generator<Keyed> {
  for (const { id } of rows(world.flaws)) {
    yield [`advisory/${id}`, { kind: 'advisory', flaw: id }];
  }
}

/** One more of what tenants of this match ask for anyway: of each tenant the first. */
function* bursts({ calendar }: ReadonlyWorld): Generator<Keyed> {
  const asked = new Set<number>();
  for (const { tick: _, ...plan } of calendar) {
    if (plan.kind !== 'wants-vm' || asked.has(plan.tenant)) continue;
    asked.add(plan.tenant);
    yield [`wants-vm/${plan.tenant}`, plan];
  }
}

function* departures(world: ReadonlyWorld): Generator<Keyed> {
  for (const vm of rows(world.vms)) {
    if (vm.owner !== 'present' || vm.power !== 'running') continue;
    yield [`owner-leaves/${vm.id}`, { kind: 'owner-leaves', vm: vm.id }];
  }
}

/** Someone in a hurry allows everything (FACTS B53): it counts once the policy is pushed. */
function* anyAny(): Generator<Keyed> {
  const rule = { from: NONE, to: NONE, service: 'any', allow: true } as const;
  yield ['policy-edit/any-any', { kind: 'policy-edit', rule, edit: 'add' }];
}

/** Someone tries an analyser on a port and leaves the whole segment open to it (FACTS B51). */
function* openPorts(world: ReadonlyWorld): Generator<Keyed> {
  for (const { id, zone } of rows(world.segments)) {
    if (![...rows(world.vms)].some((vm) => vm.zone === zone)) continue;
    const plan: Plan = { kind: 'port-setting', segment: id, setting: 'promiscuous', accept: true };
    yield [`port-setting/${id}?setting=promiscuous`, plan];
  }
}

/** The scheduler moves a VM to the first other host that has room. */
function* moves(world: ReadonlyWorld): Generator<Keyed> {
  for (const vm of rows(world.vms)) {
    for (const { id } of rows(world.hosts)) {
      const plan: Plan = { kind: 'balances', vm: vm.id, host: id };
      if (!canHappen(world, plan)) continue;
      yield [`balances/${vm.id}?host=${id}`, plan];
      break;
    }
  }
}

/** An announced scan: from a VM to another one of its own tenant. */
function* scans(world: ReadonlyWorld): Generator<Keyed> {
  for (const vm of rows(world.vms)) {
    const peer = [...rows(world.vms)].find(
      (other) => other.tenant === vm.tenant && other.id !== vm.id,
    );
    if (vm.power !== 'running' || !peer) continue;
    yield [`scan/${vm.id}?peer=${peer.id}`, { kind: 'scan', vm: vm.id, peer: peer.id }];
  }
}

function* reverts(world: ReadonlyWorld): Generator<Keyed> {
  for (const { vm } of rows(world.snapshots)) {
    if (find(world.vms, vm)) yield [`reverts-own/${vm}`, { kind: 'reverts-own', vm }];
  }
}

function attempts(world: ReadonlyWorld): Injection[] {
  if (world.phase !== 'live') return [];
  const found = new Map<string, Injection>();
  for (const attacker of rows(world.attackers)) {
    const { id, knownVms } = attacker;
    const { known, inPlay, busy } = projectRed(world, id);
    const underWay = new Set(busy.map(({ attack, args }) => actKey(attack, args)));
    for (const { attack, args, sure } of prospectsOf(known, inPlay)) {
      const act = actKey(attack, args);
      const key = `attack/${id}/${act}`;
      if (underWay.has(act) || found.has(key)) continue;
      // They may not know that what it is about is gone: then nothing would begin.
      if (!attacks.get(attack)?.resolve(world, attacker, args)) continue;
      const vms = [args.from, args.vm].flatMap((number) =>
        number === undefined ? [] : (knownVms[number - 1] ?? NONE),
      );
      found.set(key, { key, kind: 'attack', act: { attacker: id, attack, args }, sure, vms });
    }
  }
  return [...found.values()];
}
