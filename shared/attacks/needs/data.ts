import type { Origin } from '../../mechanics/harm/evidence.ts';
import { leak } from '../../mechanics/harm/harm.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import type { Packets } from '../../mechanics/network/fate.ts';
import { leaveFrames, leaveTrail } from '../../mechanics/network/trail.ts';
import type { Proof } from '../../world/history.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import { SERVICES } from '../../world/network.ts';
import type { ActArgs, Attacker } from '../../world/people/attacker.ts';
import { about, type Known, vmNote } from '../../world/people/known.ts';
import { type Deep, find, get } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import type { Striker } from '../attack.ts';
import type { Strike } from '../need.ts';
import { type KnownWay, knownWays } from './exploit.ts';
import { serviceOf } from './network.ts';
import { allHold, sourceSends } from './source.ts';

/** World ids for getting at a VM's data over the network, from the internet (0) or a VM of theirs. */
export function dataStrike(
  world: ReadonlyWorld,
  attacker: Deep<Attacker>,
  { from = 0, vm = 0 }: ActArgs,
): Strike | null {
  const target = find(world.vms, attacker.knownVms[vm - 1] ?? NONE);
  const source = from === NONE ? NONE : attacker.knownVms[from - 1];
  if (!target || source === undefined || source === target.id) return null;
  if (source !== NONE && ringOf(world, attacker.id, source) === 'none') return null;
  const service = SERVICES.indexOf(WORKLOADS[target.workload].serves);
  const { id, tenant } = attacker;
  return { attacker: id, tenant, from: source, vm: target.id, service };
}

/** The attacker has what the VM works with: nothing more is to be had from it. */
export function takeData(
  turn: Turn,
  { attacker, operation }: Striker,
  { from = 0, vm = 0 }: Strike,
  proof: Proof,
): void {
  const { asset } = get(turn.world.vms, vm);
  // It is done from a VM of theirs, or at the victim's own door.
  const done = (from === NONE ? vm : from) as VmId;
  leak(turn, asset, { attacker, attack: operation.attack, vm: done, args: { from, vm }, proof });
  attacker.notes[vmNote(operation.args.vm ?? 0, 'memory-read')] = 1;
}

/**
 * The first connection to the port: a knock like any other. What follows is a lawful query, which no
 * signature matches and no IPS stops.
 */
export function connect(turn: Turn, by: Striker, about: Strike): void {
  if (!allHold(turn.world, sourceSends, about)) return;
  const { from, to, service } = endsOf(about);
  leaveTrail(turn, { nature: 'probe', from, to, service }, originOf(by));
}

/** Reads it out: the answer is a large transfer, along the way that the question came. */
export function readOut(turn: Turn, by: Striker, strike: Strike, proof: Proof): void {
  const { from, to, service } = endsOf(strike);
  leaveFrames(turn, { nature: 'bulk', from: to, to: from, service }, originOf(by));
  takeData(turn, by, strike, proof);
}

function endsOf(strike: Strike): Omit<Packets, 'nature'> {
  const { from = 0, vm = 0 } = strike;
  return { from: from as VmId | 0, to: vm as VmId, service: serviceOf(strike) };
}

const originOf = ({ attacker, operation }: Striker): Origin => ({
  actor: { kind: 'attacker', id: attacker.id },
  cause: operation.act,
});

/** Ways to databases that they have not read yet. */
export function waysToData(known: Known): KnownWay[] {
  return knownWays(known).filter(
    ({ vm }) =>
      about(known, vm.number, 'service') === 'db' &&
      about(known, vm.number, 'memory-read') === undefined,
  );
}
