import { setFact } from '../world/fact.ts';
import { type Actor, NATURE } from '../world/history.ts';
import { NONE, SCENARIO, type Seq, seconds } from '../world/ids.ts';
import type { Vm } from '../world/machine/vm.ts';
import type { Plan } from '../world/people/calendar.ts';
import { type Deep, find, get, rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { balance } from './balancer.ts';
import { snapshotsOf } from './disk.ts';
import { probeDevice } from './exits/exits.ts';
import { enterOwnGuest } from './exits/nested.ts';
import { backUp, copy, execInto, hasProgram, paste, readMail } from './host-os/users.ts';
import { bakeImage } from './images/left.ts';
import { goesOnLeave } from './images/owners.ts';
import { ownerLeaves } from './leases.ts';
import { destroyVm, runVm } from './lifecycle.ts';
import { answersThere, discover, setService, signIn } from './management/access.ts';
import { reachesServer, workAtConsole } from './management/server.ts';
import { hasRoomFor } from './migration.ts';
import { takeAddress } from './network/addresses.ts';
import { carry } from './network/benign.ts';
import { editRules } from './network/edit.ts';
import { isPushed, pushTo } from './network/push.ts';
import { setPort } from './network/segments.ts';
import { claimFromHost } from './network/transit.ts';
import { openRequest } from './people.ts';
import { callApi, runBatch } from './pool/everyday.ts';
import { autoscale, scaledOut } from './pool/self-service.ts';
import { canNest } from './processor/nesting.ts';
import { revert, takeSnapshot } from './snapshots.ts';
import { backUpAll } from './stores/backups.ts';
import { editConfig, mountStore, shutDown } from './stores/configs.ts';
import { exportSnapshots, mountsStore, openStore } from './stores/stores.ts';

/** The calendar's stage: everything that people do in this tick without being asked (rule T2). */
export function calendar(turn: Turn): void {
  const { world } = turn;
  for (;;) {
    const entry = world.calendar[world.nextEntry];
    if (!entry || entry.tick > world.tick) return;
    world.nextEntry += 1;
    happen(turn, entry, SCENARIO);
  }
}

/**
 * Whether it would come to anything now: all that it names is there, and it can be done to it. What
 * cannot comes to nothing, whoever has planned it.
 */
export function canHappen(world: ReadonlyWorld, plan: Plan): boolean {
  switch (plan.kind) {
    case 'autoscales':
      return plan.out || scaledOut(world, plan.tenant, plan.plan.workload) !== NONE;
    case 'wants-vm': {
      const { zone, asset, image } = plan.plan;
      const there = find(world.tenants, plan.tenant) && find(world.images, image);
      return there !== null && find(world.zones, zone) !== null && known(world.assets, asset);
    }
    case 'policy-edit': {
      const { from, to } = plan.rule;
      return known(world.zones, from) && known(world.zones, to);
    }
    case 'fails-over':
      return find(world.hosts, plan.host)?.retired === false;
    case 'bakes-image':
      return find(world.images, plan.image) !== null && known(world.assets, plan.left);
    case 'backs-up':
      return find(world.repositories, plan.repository) !== null;
    case 'opens-store':
      return find(world.stores, plan.store)?.reachedFrom.includes(plan.zone) === false;
    case 'starts-service':
      return find(world.hosts, plan.host)?.services.includes(plan.service) === false;
    case 'calls-api':
      return find(world.tenants, plan.tenant) !== null;
    case 'policy-push':
      return [...rows(world.hosts)].some(({ id }) => !isPushed(world, id));
    case 'advisory':
      return find(world.flaws, plan.flaw)?.public === false;
    case 'port-setting':
      return find(world.segments, plan.segment)?.[plan.setting] === !plan.accept;
    case 'reads-mail':
      return hasProgram(world, plan.host, 'mail');
    case 'host-backup':
      return hasProgram(world, plan.host, 'backup-agent');
    case 'copies':
      return (
        find(world.hosts, plan.host)?.platform === 'type2' &&
        find(world.assets, plan.asset) !== null
      );
    default: {
      const vm = find(world.vms, plan.vm);
      return vm !== null && canHappenTo(world, vm, plan);
    }
  }
}

/** Whether that row is there; 0 is none, or any. */
const known = (table: readonly (object | null)[], id: number): boolean =>
  id === NONE || find(table, id) !== null;

function canHappenTo(world: ReadonlyWorld, vm: Deep<Vm>, plan: AboutVm): boolean {
  switch (plan.kind) {
    case 'snapshots-own':
      return get(world.hosts, vm.host).freeBlocks.length > 0;
    case 'reverts-own':
      return world.snapshots.some((snapshot) => snapshot?.vm === vm.id);
    case 'balances':
      return hasRoomFor(world, vm.id, plan.host);
    case 'scan':
    case 'backup':
      return find(world.vms, plan.peer) !== null;
    case 'runs-nested':
      return vm.power === 'running' && canNest(vm, get(world.hosts, vm.host));
    case 'manages':
      return vm.power === 'running' && reachesServer(world, vm.id);
    case 'exports':
      return (
        vm.power === 'running' &&
        [...rows(world.stores)].some(({ id }) => mountsStore(world, vm.id, id))
      );
    case 'mounts':
      return vm.power === 'running' && mountsStore(world, vm.id, plan.store);
    case 'shuts-down':
      return vm.power === 'running' && vm.shutDown === false;
    case 'starts-up':
      return vm.power === 'stopped' && vm.shutDown === true;
    case 'edits-config':
      return vm.drifted !== undefined;
    case 'signs-in':
      return vm.power === 'running' && answersThere(world, vm.id, plan.host, 'ssh');
    case 'discovers':
      return vm.power === 'running' && answersThere(world, vm.id, plan.host, 'slp');
    case 'probes-device':
    case 'renews-lease':
    case 'runs-batch':
      return vm.power === 'running';
    case 'execs-into':
      return vm.power === 'running' && vm.technique === 'container';
    case 'pastes':
      return vm.power === 'running' && vm.tools.includes('clipboard');
    default:
      return true;
  }
}

/**
 * Somebody does what they planned, if it can be done.
 * @param cause the event that made them; the scenario when it was drawn at the start
 */
export function happen(turn: Turn, entry: Plan, cause: Seq): void {
  const { world } = turn;
  if (!canHappen(world, entry)) return;
  switch (entry.kind) {
    case 'wants-vm':
      openRequest(turn, entry.tenant, { kind: 'create', plan: entry.plan }, cause);
      return;
    case 'policy-edit':
      editRules(turn, entry.rule, entry.edit, NATURE, cause);
      return;
    case 'policy-push':
      for (const { id } of rows(world.hosts)) pushTo(turn, id, cause);
      return;
    case 'fails-over':
      claimFromHost(turn, entry.host, { actor: NATURE, cause });
      return;
    case 'bakes-image':
      bakeImage(turn, entry.image, entry.left, cause);
      return;
    case 'backs-up':
      backUpAll(turn, entry.repository, cause);
      return;
    case 'opens-store':
      openStore(turn, entry.store, entry.zone, cause);
      return;
    case 'starts-service': {
      const { host, service } = entry;
      setService(turn, { host, service, on: true }, { actor: NATURE, cause });
      return;
    }
    case 'autoscales':
      autoscale(turn, entry, cause);
      return;
    case 'calls-api':
      callApi(turn, entry.tenant, cause);
      return;
    case 'advisory':
      publish(turn, entry.flaw, cause);
      return;
    case 'port-setting':
      setPort(turn, entry, NATURE, cause);
      return;
    case 'reads-mail':
      readMail(turn, entry.host, cause);
      return;
    case 'copies':
      copy(turn, entry.host, entry.asset, cause);
      return;
    case 'host-backup':
      backUp(turn, entry.host, cause);
      return;
    default: {
      const vm = find(world.vms, entry.vm);
      if (vm) happenTo(turn, vm, entry, cause);
    }
  }
}

type AboutVm = Extract<Plan, { readonly vm: number }>;

function happenTo(turn: Turn, vm: Vm, entry: AboutVm, cause: Seq): void {
  const { world } = turn;
  const actor: Actor = { kind: 'tenant', id: vm.tenant };
  const origin = { actor, cause };
  switch (entry.kind) {
    case 'wants-rid':
      openRequest(turn, vm.tenant, { kind: 'destroy', vm: vm.id }, cause);
      return;
    case 'wants-more':
      openRequest(turn, vm.tenant, { kind: 'grow', vm: vm.id, frames: entry.frames }, cause);
      return;
    case 'deletes-own':
      destroyVm(turn, vm.id, actor, cause);
      return;
    case 'snapshots-own':
      takeSnapshot(turn, vm.id, actor, cause);
      return;
    case 'reverts-own': {
      const snapshot = snapshotsOf(world, vm.id).at(-1);
      if (snapshot) revert(turn, vm.id, snapshot.id, actor, cause);
      return;
    }
    case 'owner-leaves':
      ownerLeaves(turn, vm.id, cause);
      return;
    case 'goes-on-leave':
      goesOnLeave(turn, vm.id, cause);
      return;
    case 'balances':
      balance(turn, vm.id, entry.host, cause);
      return;
    case 'scan':
    case 'backup':
      carry(turn, entry.kind === 'scan' ? 'probe' : 'bulk', vm.id, entry.peer, origin);
      return;
    case 'runs-batch':
      runBatch(turn, vm, seconds(entry.seconds), origin);
      return;
    case 'manages':
      workAtConsole(turn, vm.id, cause);
      return;
    case 'exports':
      exportSnapshots(turn, vm.id, cause);
      return;
    case 'mounts':
      mountStore(turn, vm.id, entry.store, { actor: NATURE, cause });
      return;
    case 'shuts-down':
      shutDown(turn, vm.id, cause);
      return;
    case 'starts-up':
      runVm(turn, vm.id, cause);
      return;
    case 'edits-config':
      editConfig(turn, vm.id, cause);
      return;
    case 'signs-in':
      signIn(turn, vm.id, entry.host, cause);
      return;
    case 'discovers':
      discover(turn, vm.id, entry.host, cause);
      return;
    case 'runs-nested':
      enterOwnGuest(turn, vm.id, origin);
      return;
    case 'renews-lease':
      takeAddress(turn, vm.id, cause);
      return;
    case 'probes-device':
      probeDevice(turn, vm.id, entry.device, origin);
      return;
    case 'execs-into':
      execInto(turn, vm.id, cause);
      return;
    case 'pastes':
      paste(turn, vm.id, cause);
      return;
  }
}

/** An advisory comes out: from now on there is a patch, and everyone knows the flaw (rule G1). */
function publish(turn: Turn, flaw: Extract<Plan, { kind: 'advisory' }>['flaw'], cause: Seq): void {
  const published = emit(turn, 'flaw-published', {
    actor: NATURE,
    subjects: [`flaws/${flaw}`],
    causes: [cause],
    data: { flaw },
  });
  setFact(turn.world, 'flaws', flaw, 'public', true, published);
  setFact(turn.world, 'flaws', flaw, 'publishedAt', turn.world.tick, published);
}
