import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import { NATURE } from '../../world/history.ts';
import { type HostId, NONE, type VmId } from '../../world/ids.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import type { Exception, ServiceName, Switch } from '../../world/network.ts';
import { type Deep, find, get, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { reaches, routeOf } from './path.ts';

/** Permille of load at which a host has no cycles left. */
export const SATURATED = 1000;

/** Whether a lawful flow matches a signature: an IDS tells of it, an IPS blocks it (rule N11). */
export function looksLikeAttack(
  world: ReadonlyWorld,
  { from, to }: Pick<Exception, 'from' | 'to'>,
): boolean {
  const target = find(world.vms, to);
  if (!target) return false;
  if (from === NONE) return WORKLOADS[target.workload].falseAlarms?.includes('public') ?? false;
  const source = find(world.vms, from);
  if (!source) return false;
  return WORKLOADS[source.workload].falseAlarms?.includes(target.workload) ?? false;
}

/** Whether that switch's IPS was told to let pass what looks like an exploit between these two. */
export function isExcepted(
  { exceptions }: Deep<Pick<Switch, 'exceptions'>>,
  from: VmId | 0,
  to: VmId | 0,
  service: ServiceName,
): boolean {
  return exceptions.some((one) => one.from === from && one.to === to && one.service === service);
}

/** Whether an inline IPS on the way stops packets that match a signature of an exploit. */
export function blocksExploit(
  world: ReadonlyWorld,
  from: VmId | 0,
  to: VmId | 0,
  service: ServiceName,
): boolean {
  const { switches, uplink } = routeOf(world, from, to);
  if (uplink && find(world.wires, 1)?.watch === 'ips') return true;
  return switches.some((host) => {
    const gate = find(world.switches, host);
    return gate?.watch === 'ips' && !isExcepted(gate, from, to, service);
  });
}

/** Lawful flows through a host's switch that an IPS would block there if it were not tuned. */
export function falseAlarmsAt(world: ReadonlyWorld, host: HostId): Exception[] {
  const found: Exception[] = [];
  for (const flow of world.flows) {
    if (!flow || !looksLikeAttack(world, flow)) continue;
    const { from, to, service } = flow;
    if (!routeOf(world, from, to).switches.includes(host)) continue;
    if (reaches(world, from, to, service)) found.push({ from, to, service });
  }
  return found;
}

/**
 * An inline IPS lives on its host's cycles. Where guests and jobs took all of them in the last
 * second it cannot keep up, and no packet gets past it (rule N13).
 */
export function overload(turn: Turn): void {
  const { world } = turn;
  for (const gate of rows(world.switches)) {
    const over = gate.watch === 'ips' && get(world.hosts, gate.id).load >= SATURATED;
    if (over === gate.overloaded) continue;
    const told = emit(turn, 'ips-overloaded', {
      actor: NATURE,
      subjects: [`switches/${gate.id}`, `hosts/${gate.id}`],
      causes: [provenanceOf(world, fact('switches', gate.id, 'watch'))],
      data: { host: gate.id, overloaded: over },
    });
    setFact(world, 'switches', gate.id, 'overloaded', over, told);
  }
}
