import { isAssisted } from '../../world/machine/device-path.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';

/**
 * Whether programs run under a debugger in a guest whose exceptions the CPU itself delivers: breakpoints and
 * single steps are #DB, and a hypervisor that intercepts none sees none (rule K105).
 */
export const debugs = ({
  technique,
  workload,
}: Pick<Deep<Vm>, 'technique' | 'workload'>): boolean =>
  isAssisted(technique) && WORKLOADS[workload].debugs === true;
