import type { Host } from '../../world/machine/host.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';

type Guest = Pick<Deep<Vm>, 'nested' | 'technique'>;

/**
 * Whether a guest can run a hypervisor of its own: the host's allows it, and the guest is shown the
 * extension of the CPU (FACTS D: it takes both); a guest that is not hardware-assisted has none to use.
 */
export const canNest = (vm: Guest, host: Pick<Deep<Host>, 'nested'>): boolean =>
  host.nested && vm.nested && (vm.technique === 'hvm' || vm.technique === 'hybrid');

/** Whether its work is done by guests of its own (rule K84). */
export const nests = ({ workload }: Pick<Deep<Vm>, 'workload'>): boolean =>
  WORKLOADS[workload].nests === true;
