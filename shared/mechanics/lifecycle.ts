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
import { usualModels } from '../world/machine/device-path.ts';
import {
  rentersFoothold,
  type Technique,
  TRANSLATED,
  UNLIMITED,
  type Vm,
  type VmPlan,
} from '../world/machine/vm.ts';
import { WORKLOADS } from '../world/machine/workload.ts';
import { ASKED_FOR, ownNote } from '../world/people/known.ts';
import type { RequestOutcome } from '../world/people/request.ts';
import { get, rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import { cool } from './burning.ts';
import { allocateVolume, releaseBlocks, snapshotsOf } from './disk.ts';
import { readConfig } from './exits/config-space.ts';
import { setRight } from './fidelity/clock.ts';
import { takenFrom } from './harm/intrusion.ts';
import { springSnare } from './host-os/snare.ts';
import { broughtBy, callHome, implantedBy, inBook } from './library.ts';
import { release } from './memory.ts';
import { leavePages, loadPages } from './merging.ts';
import { takeAddress } from './network/addresses.ts';
import { unbindPort } from './network/ports.ts';
import { obtain } from './pool/reclaim.ts';
import { dropSwap } from './pool/swap.ts';
import { nests } from './processor/nesting.ts';
import { releaseReserve } from './reserve.ts';
import { isHeldBack } from './stores/stores.ts';
import { beginProcess, endProcess } from './upkeep/process.ts';

/** A VM to be made: what, for whom, where and how, and on whose request. */
export interface Placement {
  readonly plan: VmPlan;
  readonly tenant: TenantId;
  readonly host: HostId;
  readonly technique: Technique;
  readonly request: RequestId | 0;
  readonly actor: Actor;
}

/**
 * Makes a VM from its image and gives it its frames and blocks at once; it does not run yet (rule
 * V1). Its host's switch has not been told of its port (N4).
 * @returns the new VM's id
 */
export function placeVm(turn: Turn, placement: Placement, why: readonly Seq[]): VmId {
  const { world } = turn;
  const { plan, tenant, host, technique, request, actor } = placement;
  const { scrub } = get(world.hosts, host);
  const image = get(world.images, plan.image);
  const placed = emit(turn, 'vm-placed', {
    actor,
    subjects: [`vms/${world.vms.length}`, `hosts/${host}`],
    causes: [
      ...why,
      provenanceOf(world, fact('hosts', host, 'scrub')),
      provenanceOf(world, fact('images', plan.image, 'service')),
      provenanceOf(world, fact('images', plan.image, 'leftSecret')),
      provenanceOf(world, fact('images', plan.image, 'seeded')),
      ...implantedBy(world, image),
    ],
    data: { plan, tenant, host, technique, policy: scrub },
  });
  const renter = renterOf(turn, request);
  const brought = broughtBy(image, technique);
  const vm = addRow(
    world,
    'vms',
    (id) => ({
      ...plan,
      id: id as VmId,
      tenant,
      request,
      technique,
      wordSize: image.wordSize,
      host,
      home: plan.zone,
      movingTo: NONE,
      moveEncrypted: false,
      power: 'provisioning',
      devices: image.devices,
      ...usualModels(technique, image),
      vhost: true,
      accel3d: image.accel3d,
      card: 'virtual',
      trunk: WORKLOADS[plan.workload].trunk === true,
      rogueDhcp: false,
      gateway: NONE,
      filters: [],
      grants: grantsFor(plan, technique),
      agent: false,
      snare: 'none',
      nested: nests(plan),
      rulings: [],
      deviceBuild: get(world.hosts, host).build,
      kernel: image.kernel,
      service: image.service,
      revertedFrom: 0,
      encrypted: false,
      filesEncrypted: false,
      memoryEncrypted: false,
      ransomed: false,
      // Its template gives it what people work through, and what its work is known to need.
      tools: WORKLOADS[plan.workload].tools ?? [],
      limit: UNLIMITED,
      reserved: false,
      shares: 'normal',
      burning: false,
      looping: false,
      hoards: false,
      batchUntil: 0,
      // What a hostile tenant rents is theirs to the kernel, as it is any tenant's.
      foothold: renter === null ? 'none' : rentersFoothold(technique),
      intruder: renter?.id ?? NONE,
      ...(renter === null ? brought : null),
      deviceProcess: NONE,
      layoutKnownBy: NONE,
      owner: 'present',
      onLeave: false,
      ownerAsked: false,
      leftSecret: image.leftSecret,
      keysFrom: image.seeded ? image.id : NONE,
      generationId: false,
      reseedsAt: 0,
      leaseEnds: plan.lease === 0 ? 0 : world.tick + plan.lease,
      memory: [],
      merged: [],
      swapped: 0,
      swapFile: NONE,
      disk: [],
      reservedMemory: [],
      reservedDisk: [],
      filled: 0,
      diskFilled: 0,
      fillIn: 0,
      served: 0,
      cutOff: 0,
      exits: 0,
      translated: TRANSLATED,
      clockLag: 0,
      clockCause: '',
      faults: [],
      arrivesAt: 0,
      bornAt: world.tick,
      ...inBook(image, world.tick),
    }),
    placed,
  );
  // Of an overcommitted host it gets what there is, and the rest when it writes it (rule R10).
  const memory = obtain(turn, host, vm.id, { count: plan.frames, depth: 'idle' }, placed);
  setFact(world, 'vms', vm.id, 'memory', memory, placed);
  const disk = allocateVolume(turn, host, vm.id, plan.blocks, placed);
  setFact(world, 'vms', vm.id, 'disk', disk, placed);
  if (renter) {
    renter.knownVms.push(vm.id);
    renter.notes[ownNote(renter.knownVms.length)] = ASKED_FOR;
  }
  return vm.id;
}

/** What a container of that work is given of its host; anything else has a host of its own. */
function grantsFor({ workload }: VmPlan, technique: Technique): Vm['grants'] {
  const { grant } = WORKLOADS[workload];
  return technique === 'container' && grant !== undefined ? [grant] : [];
}

/** The attacker who asked for a VM by that request, if one did. */
function renterOf({ world }: Turn, request: RequestId | 0): Turn['world']['attackers'][number] {
  if (request === NONE) return null;
  for (const attacker of rows(world.attackers)) {
    if (attacker.knownRequests.includes(request)) return attacker;
  }
  return null;
}

/**
 * Powers a VM on (rule V2): in a process of its own, with the device models that its host has now (K10).
 * It boots, and has the time (F9).
 */
export function runVm(turn: Turn, id: VmId, cause: Seq): void {
  const { world } = turn;
  const vm = get(world.vms, id);
  // Its files cannot be read by anybody: there is nothing to power on (rule K126).
  if (vm.ransomed) return;
  if (vm.shutDown) setFact(world, 'vms', id, 'shutDown', false, cause);
  if (isHeldBack(world, vm)) return;
  const running = emit(turn, 'vm-running', {
    actor: NATURE,
    subjects: [`vms/${id}`],
    causes: [
      cause,
      provenanceOf(world, fact('vms', id, 'memory')),
      provenanceOf(world, fact('hosts', vm.host, 'build')),
    ],
    data: {},
  });
  setFact(world, 'vms', id, 'power', 'running', running);
  beginProcess(world, id, running);
  springSnare(turn, id, running);
  loadPages(world, id, running);
  readConfig(turn, id, { actor: NATURE, cause: running });
  takeAddress(turn, id, running);
  callHome(turn, id);
  vm.fillIn = world.pace.fillEvery;
  setRight(vm);
}

/** Powers a VM off, and ends the process that ran it. It keeps its frames and what is in them (V3). */
export function stopVm(turn: Turn, id: VmId, cause: Seq): void {
  const { world } = turn;
  const stopped = emit(turn, 'vm-stopped', {
    actor: NATURE,
    subjects: [`vms/${id}`],
    causes: [cause],
    data: {},
  });
  setFact(world, 'vms', id, 'power', 'stopped', stopped);
  const vm = get(world.vms, id);
  endProcess(world, id, stopped);
  cool(turn, id, stopped);
  vm.batchUntil = 0;
  vm.served = 0;
  vm.cutOff = 0;
  vm.exits = 0;
}

/** Removes a VM for good and takes its frames, its volume and its snapshots back (rule V4). */
export function destroyVm(turn: Turn, id: VmId, actor: Actor, why: Seq | readonly Seq[]): void {
  const { world } = turn;
  const vm = get(world.vms, id);
  const destroyed = emit(turn, 'vm-destroyed', {
    actor,
    subjects: [`vms/${id}`, `hosts/${vm.host}`],
    causes: typeof why === 'number' ? [why] : why,
    data: { workload: vm.workload, tenant: vm.tenant, host: vm.host },
  });
  takenFrom(turn, vm, actor);
  leavePages(turn, id, destroyed);
  releaseReserve(turn, vm, destroyed);
  release(turn, vm.host, vm.memory, vm, destroyed);
  releaseBlocks(turn, vm.host, vm.disk, vm, destroyed);
  dropSwap(turn, vm, vm.swapped, destroyed);
  for (const snapshot of snapshotsOf(world, id)) {
    releaseBlocks(turn, snapshot.host, [snapshot.block], vm, destroyed);
    removeRow(world, 'snapshots', snapshot.id);
  }
  unbindPort(world, vm.host, id, destroyed);
  for (const request of rows(world.requests)) {
    const about = request.wish.kind !== 'create' && request.wish.vm === id;
    if (!about || (request.state !== 'open' && request.state !== 'in-work')) continue;
    endRequest(turn, request.id, 'served', destroyed);
  }
  removeRow(world, 'vms', id);
}

/** Work on a request was given up: it waits again, as long as it would have. */
export function reopenRequest(turn: Turn, id: RequestId, why: readonly Seq[]): void {
  const { world } = turn;
  if (get(world.requests, id).state !== 'in-work') return;
  const reopened = emit(turn, 'request-reopened', {
    actor: NATURE,
    subjects: [`requests/${id}`],
    causes: why,
    data: {},
  });
  setFact(world, 'requests', id, 'state', 'open', reopened);
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
