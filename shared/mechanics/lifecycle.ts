import { addRow, fact, provenanceOf, removeRow, setFact } from '../world/fact.ts';
import type { Actor } from '../world/history.ts';
import { NATURE } from '../world/history.ts';
import {
  type HostId,
  NONE,
  type RequestId,
  type Seq,
  type TenantId,
  type VmId,
} from '../world/ids.ts';
import type { RequestOutcome } from '../world/request.ts';
import { get, rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { VmPlan } from '../world/vm.ts';
import { allocate, release } from './memory.ts';

/** A VM to be made: what, for whom, where, and on whose request. */
export interface Placement {
  readonly plan: VmPlan;
  readonly tenant: TenantId;
  readonly host: HostId;
  readonly request: RequestId | 0;
  readonly actor: Actor;
}

/**
 * Makes a VM and gives it its frames at once; it does not run yet (rule V1).
 * @returns the new VM's id
 */
export function placeVm(turn: Turn, placement: Placement, why: readonly Seq[]): VmId {
  const { world } = turn;
  const { plan, tenant, host, request, actor } = placement;
  const { scrub } = get(world.hosts, host);
  const placed = emit(turn, 'vm-placed', {
    actor,
    subjects: [`vms/${world.vms.length}`, `hosts/${host}`],
    causes: [...why, provenanceOf(world, fact('hosts', host, 'scrub'))],
    data: { plan, tenant, host, policy: scrub },
  });
  const vm = addRow(
    world,
    'vms',
    (id) => ({
      ...plan,
      id: id as VmId,
      tenant,
      request,
      technique: 'hvm',
      host,
      power: 'provisioning',
      foothold: 'none',
      memory: [],
      filled: 0,
      fillIn: 0,
      served: 0,
      bornAt: world.tick,
    }),
    placed,
  );
  setFact(world, 'vms', vm.id, 'memory', allocate(turn, host, vm.id, plan.frames, placed), placed);
  for (const attacker of rows(world.attackers)) {
    if (request !== NONE && attacker.knownRequests.includes(request)) attacker.knownVms.push(vm.id);
  }
  return vm.id;
}

/** Powers a VM on (rule V2). */
export function runVm(turn: Turn, id: VmId, cause: Seq): void {
  const { world } = turn;
  const running = emit(turn, 'vm-running', {
    actor: NATURE,
    subjects: [`vms/${id}`],
    causes: [cause, provenanceOf(world, fact('vms', id, 'memory'))],
    data: {},
  });
  setFact(world, 'vms', id, 'power', 'running', running);
  get(world.vms, id).fillIn = world.pace.fillEvery;
}

/** Powers a VM off. It keeps its frames and what is in them (rule V3). */
export function stopVm(turn: Turn, id: VmId, cause: Seq): void {
  const { world } = turn;
  const stopped = emit(turn, 'vm-stopped', {
    actor: NATURE,
    subjects: [`vms/${id}`],
    causes: [cause],
    data: {},
  });
  setFact(world, 'vms', id, 'power', 'stopped', stopped);
  get(world.vms, id).served = 0;
}

/** Removes a VM for good and takes its frames back (rule V4). */
export function destroyVm(turn: Turn, id: VmId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const vm = get(world.vms, id);
  const destroyed = emit(turn, 'vm-destroyed', {
    actor,
    subjects: [`vms/${id}`, `hosts/${vm.host}`],
    causes: [cause],
    data: { workload: vm.workload, tenant: vm.tenant, host: vm.host },
  });
  release(turn, vm, destroyed);
  for (const request of rows(world.requests)) {
    const about = request.wish.kind === 'destroy' && request.wish.vm === id;
    if (!about || (request.state !== 'open' && request.state !== 'in-work')) continue;
    endRequest(turn, request.id, 'served', destroyed);
  }
  removeRow(world, 'vms', id);
}

/** Ends a request; one that nobody came to costs credits (rule T3). */
export function endRequest(turn: Turn, id: RequestId, outcome: RequestOutcome, cause: Seq): void {
  const { world } = turn;
  const ended = emit(turn, 'request-ended', {
    actor: NATURE,
    subjects: [`requests/${id}`],
    causes: [cause],
    data: { outcome },
  });
  setFact(world, 'requests', id, 'state', outcome, ended);
  if (outcome === 'missed' || outcome === 'self-served') world.credits -= world.pace.missedRequest;
}
