import { ruling } from '../../mechanics/network/policy.ts';
import { misfit } from '../../mechanics/technique/technique.ts';
import type { ZoneId } from '../../world/ids.ts';
import type { Fault } from '../../world/machine/fault.ts';
import type { VmRow } from '../machine-rows.ts';
import { versionsBehind } from '../network/drift.ts';
import { rowOf, rowsOf } from '../reading.ts';
import type { FlowRow } from '../rows.ts';
import type { BlueView } from '../view.ts';
import type { About, Sign } from './sign.ts';

type FaultSign =
  | 'quarantine-cuts-off'
  | 'old-policy-cuts-off'
  | 'device-lost'
  | 'exit-refused'
  | 'own-exit-refused'
  | 'tool-closed'
  | 'clock-starved'
  | 'mac-refused'
  | 'trunk-lost';

/** What would end a fault: the sign that calls for it, and what it must be about. */
export interface Ending {
  readonly sign: FaultSign;
  readonly about: About;
}

/** What would end a fault of a VM, or `null` when no order would. */
export function endingOf(view: BlueView, vm: VmRow, fault: Fault): Ending | null {
  switch (fault.kind) {
    case 'cut-off':
      return reconnecting(view, vm);
    case 'device-missing': {
      const has = rowOf(view, 'images', vm.image)?.devices.includes(fault.device) === true;
      return has ? { sign: 'device-lost', about: { vm: vm.id } } : null;
    }
    case 'exit-refused': {
      const { trap } = fault;
      if (vm.filters.some((filter) => filter.trap === trap && filter.action === 'refuse')) {
        return { sign: 'own-exit-refused', about: { vm: vm.id, trap, action: 'emulate' } };
      }
      const ofHost = rowOf(view, 'hosts', vm.host)?.filters ?? [];
      // What was decided of it at the trap desk stands for a while and then no more, by itself.
      if (!ofHost.some((filter) => filter.trap === trap && filter.action === 'refuse')) return null;
      return { sign: 'exit-refused', about: { host: vm.host, trap, action: 'emulate' } };
    }
    case 'mac-refused':
      return vm.card === 'vf' ? { sign: 'mac-refused', about: { vm: vm.id } } : null;
    case 'no-trunk':
      return vm.trunk ? null : { sign: 'trunk-lost', about: { vm: vm.id, mode: 'trunk' } };
    case 'clock-lies':
      // It is set by whoever keeps it; what starves it can be left behind.
      return fault.cause === 'starved' ? movingAway(view, vm) : null;
    case 'tool-closed':
      return { sign: 'tool-closed', about: { vm: vm.id, tool: fault.tool, to: 'on' } };
    // What was taken is not given back, and a remap is for good.
    case 'grant-missing':
    case 'device-unsupported':
    case 'no-nesting':
      return null;
  }
}

/** Permille of load up to which a host has CPU time for one more. */
const ROOMY = 600;

/** Another host that can run it and has room and CPU time for it, the idlest first. */
function movingAway(view: BlueView, vm: VmRow): Ending | null {
  const image = rowOf(view, 'images', vm.image);
  if (image === null) return null;
  const fits = rowsOf(view, 'hosts').filter(
    (host) =>
      host.id !== vm.host &&
      host.load <= ROOMY &&
      host.free.length >= vm.memory.length &&
      host.freeBlocks.length >= vm.disk.length &&
      misfit(host, image, vm.technique) === null,
  );
  const [best] = fits.sort((a, b) => a.load - b.load || a.id - b.id);
  return best === undefined ? null : { sign: 'clock-starved', about: { vm: vm.id, host: best.id } };
}

/** What lets a flow through again that is meant to be: out of quarantine, or the policy where it is old. */
function reconnecting(view: BlueView, vm: VmRow): Ending | null {
  if (rowOf(view, 'zones', vm.zone)?.name === 'quarantine')
    return { sign: 'quarantine-cuts-off', about: { vm: vm.id } };
  for (const flow of rowsOf(view, 'flows')) {
    const ours = (flow.from === 0 ? flow.to : flow.from) === vm.id;
    if (!ours || flow.state === 'delivered' || !meant(view, flow)) continue;
    const hosts = [flow.to, flow.from].map((end) => rowOf(view, 'vms', end)?.host ?? 0);
    const old = hosts.find((host) => versionsBehind(view, host) > 0);
    if (old !== undefined) return { sign: 'old-policy-cuts-off', about: { host: old } };
  }
  return null;
}

/** Whether the intended policy allows a flow. */
function meant(view: BlueView, { from, to, service }: FlowRow): boolean {
  const zone = (end: number): ZoneId | 0 =>
    (end === 0
      ? (rowsOf(view, 'zones').find(({ name }) => name === 'internet')?.id ?? 0)
      : (rowOf(view, 'vms', end)?.zone ?? 0)) as ZoneId | 0;
  const rules = rowOf(view, 'policies', 1)?.rules ?? [];
  return ruling(rules, zone(from), zone(to), service) === 'allow';
}

const faults =
  (of: FaultSign): Sign =>
  (view) =>
    rowsOf(view, 'vms').flatMap((vm) =>
      vm.faults.flatMap((fault) => {
        const ending = endingOf(view, vm, fault);
        return ending?.sign === of ? [ending.about] : [];
      }),
    );

/** Guests that are not as they would be on real hardware, by what would end it. */
export const faultSigns: Readonly<Record<FaultSign, Sign>> = {
  'quarantine-cuts-off': faults('quarantine-cuts-off'),
  'old-policy-cuts-off': faults('old-policy-cuts-off'),
  'device-lost': faults('device-lost'),
  'exit-refused': faults('exit-refused'),
  'own-exit-refused': faults('own-exit-refused'),
  'tool-closed': faults('tool-closed'),
  'clock-starved': faults('clock-starved'),
  'mac-refused': faults('mac-refused'),
  'trunk-lost': faults('trunk-lost'),
};
