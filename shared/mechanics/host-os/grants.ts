import type { Grant } from '../../world/machine/grants.ts';
import type { Host } from '../../world/machine/host.ts';
import type { Vm } from '../../world/machine/vm.ts';
import type { Deep } from '../../world/table.ts';

/** What a container's grants are worth on its host: where root in it is nobody there, nothing (rule K96). */
export const grantsOf = (
  host: Pick<Deep<Host>, 'userns'> | null,
  vm: Pick<Deep<Vm>, 'grants'>,
): readonly Grant[] => (host?.userns === true ? [] : vm.grants);
