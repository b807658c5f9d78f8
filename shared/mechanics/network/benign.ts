import type { TrafficNature } from '../../world/evidence.ts';
import type { VmId } from '../../world/ids.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import { find } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { Origin } from '../harm/evidence.ts';
import { reaches } from './path.ts';
import { leaveTrail } from './trail.ts';

/**
 * Lawful packets that look like something: an announced scan, a backup. Sensors see them as they see
 * any other of that nature (rule S22). What does not get there sends nothing worth seeing.
 */
export function carry(
  turn: Turn,
  nature: Extract<TrafficNature, 'probe' | 'bulk'>,
  from: VmId,
  to: VmId,
  origin: Origin,
): void {
  const { world } = turn;
  const peer = find(world.vms, to);
  if (peer?.power !== 'running' || find(world.vms, from)?.power !== 'running') return;
  const { serves: service } = WORKLOADS[peer.workload];
  if (reaches(world, from, to, service)) leaveTrail(turn, { nature, from, to, service }, origin);
}
