import { EVERYDAY } from '../world/machine/host-os.ts';
import type { Tool } from '../world/machine/tools.ts';
import { WORKLOADS } from '../world/machine/workload.ts';
import type { HostRow, VmRow } from './machine-rows.ts';
import { vmsOn } from './reading.ts';
import type { BlueView } from './view.ts';

/** What leads from guests to their host, or from above to it, without a flaw having to be known. */
export interface OpenWays {
  readonly channels: number;
  readonly everyday: number;
  readonly grants: number;
  readonly count: number;
}

/** How many ways of each kind are open at a host now (rules K95 to K97). */
export function openWaysOf(view: BlueView, host: HostRow): OpenWays {
  const vms = vmsOn(view, host.id);
  const channels =
    host.platform === 'type2' ? vms.reduce((sum, { tools }) => sum + tools.length, 0) : 0;
  const everyday = EVERYDAY.filter((program) => host.programs.includes(program)).length;
  const grants = host.userns ? 0 : vms.reduce((sum, vm) => sum + vm.grants.length, 0);
  return { channels, everyday, grants, count: channels + everyday + grants };
}

/** Channels of a VM's tools that nobody works through. */
export const idleTools = ({ workload, tools }: VmRow): readonly Tool[] =>
  tools.filter((tool) => !(WORKLOADS[workload].tools ?? []).includes(tool));

/** Whether a VM's work needs something of its host. */
export const needsGrant = ({ workload }: VmRow): boolean => WORKLOADS[workload].grant !== undefined;
