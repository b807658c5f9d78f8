import { canHave } from '../mechanics/fidelity/models.ts';
import { leaksL1 } from '../mechanics/processor/l1-fault.ts';
import type { DeviceName } from '../world/machine/host.ts';
import type { Technique } from '../world/machine/vm.ts';
import { WORKLOADS, type WorkloadName } from '../world/machine/workload.ts';
import type { HostRow } from './machine-rows.ts';

/** Devices that such work needs and that a guest of that technique can never have (rule F7). */
export const lacking = (workload: WorkloadName, technique: Technique): readonly DeviceName[] =>
  WORKLOADS[workload].needs.filter((device) => !canHave(technique, device));

/** Whether such work cannot do without that device. */
export const needsDevice = (workload: WorkloadName, device: DeviceName): boolean =>
  WORKLOADS[workload].needs.includes(device);

/** Whether a guest of a host could read what others left in its first-level cache: its CPU has L1TF (B22). */
export const openToL1tf = (host: Pick<HostRow, 'year' | 'vendor' | 'nestedPaging'>): boolean =>
  leaksL1(host) && host.nestedPaging;
