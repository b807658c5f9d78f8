import { setFact } from '../../world/fact.ts';
import { type Actor, NATURE, type Proof } from '../../world/history.ts';
import { type AttackerId, NONE, type Seq, type VmId } from '../../world/ids.ts';
import type { Foothold, Vm } from '../../world/machine/vm.ts';
import type { Attacker } from '../../world/people/attacker.ts';
import { find, get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { cool } from '../burning.ts';
import { footingOf } from '../processor/kernel-ring.ts';

/** By whom and by which attack someone got in, and why it could be. */
export interface Entry {
  readonly attacker: Attacker;
  readonly attack: string;
  readonly proof: Proof;
}

/** Someone runs code in a guest from now on, as a user, as root or in its kernel (rule A6). */
export function intrude(turn: Turn, vm: VmId, ring: Exclude<Foothold, 'none'>, entry: Entry): void {
  const { world } = turn;
  const cause = announce(turn, vm, ring, entry);
  setFact(world, 'vms', vm, 'foothold', ring, cause);
  setFact(world, 'vms', vm, 'intruder', entry.attacker.id, cause);
  meet(entry.attacker, vm);
}

/** Someone runs code in the process that emulates a VM's devices: outside the guest, not yet below. */
export function enterDeviceProcess(turn: Turn, vm: VmId, entry: Entry): Seq {
  const cause = announce(turn, vm, 'device-process', entry);
  setFact(turn.world, 'vms', vm, 'deviceProcess', entry.attacker.id, cause);
  return cause;
}

/** Whoever was in a VM is in it no more (rule A7). Nobody is thrown out of what they rent. */
export function evict(turn: Turn, vm: VmId, cause: Seq): void {
  const { world } = turn;
  const row = get(world.vms, vm);
  const theirs = find(world.attackers, row.intruder)?.tenant === row.tenant;
  if (theirs || row.foothold === 'none') return;
  const evicted = emit(turn, 'evicted', {
    actor: NATURE,
    subjects: [`vms/${vm}`],
    causes: [cause],
    data: { vm, attacker: row.intruder },
  });
  rest(turn, row.intruder);
  setFact(world, 'vms', vm, 'foothold', 'none', evicted);
  setFact(world, 'vms', vm, 'intruder', NONE, evicted);
  // What they had laid out is gone with them.
  if (row.snare !== 'none') setFact(world, 'vms', vm, 'snare', 'none', evicted);
  cool(turn, vm, evicted);
}

/**
 * What an attacker rents is about to be taken away. Giving it back themselves is their own affair;
 * anyone else who does it has thrown them out (rule A53).
 */
export function takenFrom(turn: Turn, { tenant, intruder }: Vm, actor: Actor): void {
  const theirs = find(turn.world.attackers, intruder)?.tenant === tenant;
  const themselves = actor.kind === 'tenant' && actor.id === tenant;
  if (theirs && !themselves) rest(turn, intruder);
}

/**
 * Whoever is thrown out has to find their feet again. Minds think before each act anyway: only people
 * are held to it.
 */
export function rest({ world }: Turn, id: AttackerId | 0): void {
  const attacker = find(world.attackers, id);
  if (attacker) attacker.restsUntil = world.tick + world.pace.evictionRest;
}

/** An attacker's number for a VM: its place in the order in which they came to know of it. */
export function meet(attacker: Attacker, vm: VmId): number {
  const at = attacker.knownVms.indexOf(vm);
  if (at >= 0) return at + 1;
  attacker.knownVms.push(vm);
  return attacker.knownVms.length;
}

/**
 * The foothold that an attacker has in a VM. What they rent is theirs to the kernel, lawfully;
 * of others as much as they got.
 */
export function ringOf(world: ReadonlyWorld, attacker: number, vm: number): Foothold {
  const row = find(world.vms, vm);
  return row?.intruder === attacker ? row.foothold : 'none';
}

function announce(
  turn: Turn,
  vm: VmId,
  ring: Exclude<Foothold, 'none'> | 'device-process',
  { attacker, attack, proof }: Entry,
): Seq {
  const { technique, wordSize } = get(turn.world.vms, vm);
  const footing = ring === 'device-process' ? ring : footingOf(ring, technique, wordSize);
  return emit(turn, 'foothold', {
    actor: { kind: 'attacker', id: attacker.id },
    subjects: [`vms/${vm}`],
    causes: proof.causes,
    data: { vm, ring: footing, attack, needs: proof.needs },
  });
}
