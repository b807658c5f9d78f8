import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import { type Actor, NATURE } from '../../world/history.ts';
import type { Seq, StoreId, VmId } from '../../world/ids.ts';
import { get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import { type Origin, record } from '../harm/evidence.ts';
import { evict } from '../harm/intrusion.ts';
import { stopVm } from '../lifecycle.ts';

/** Somebody has a store mounted to write to it, and is no host of it (rule S95). */
export function mountStore(turn: Turn, vm: VmId | 0, store: StoreId, origin: Origin): void {
  record(turn, { kind: 'store-mounted', vm, store }, origin);
}

/** Its tenant shuts a VM down, for as long as it is not needed: nothing is promised of it meanwhile (rule M42). */
export function shutDown(turn: Turn, vm: VmId, cause: Seq): void {
  if (get(turn.world.vms, vm).power === 'running') stopVm(turn, vm, cause);
  setFact(turn.world, 'vms', vm, 'shutDown', true, cause);
}

/** Its administrator changes the configuration of a VM through the management plane, and has nobody approve it (rule M40). */
export function editConfig(turn: Turn, vm: VmId, cause: Seq): void {
  const edited = emit(turn, 'config-edited', {
    actor: NATURE,
    subjects: [`vms/${vm}`],
    causes: [cause],
    data: {},
  });
  setFact(turn.world, 'vms', vm, 'drifted', true, edited);
}

/**
 * The configuration of a VM is compared with what was approved: what nobody answers for is taken back, and the rest is approved
 * (rule M43). What was put there and has never been started is gone with it; who is in the VM by now stays.
 */
export function approveConfig(turn: Turn, id: VmId, actor: Actor, cause: Seq): void {
  const { world } = turn;
  const vm = get(world.vms, id);
  if (vm.drifted !== true) return;
  const approved = emit(turn, 'setting-changed', {
    actor,
    subjects: [`vms/${id}`],
    causes: [cause],
    data: { setting: 'configApproved', to: 'on' },
  });
  const since = (field: 'drifted' | 'foothold' | 'power'): Seq =>
    provenanceOf(world, fact('vms', id, field));
  const laid = since('drifted');
  const unstarted = since('power') < laid && since('foothold') === laid;
  setFact(world, 'vms', id, 'drifted', false, approved);
  if (unstarted) evict(turn, id, approved);
}
