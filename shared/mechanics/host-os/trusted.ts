import type { Host } from '../../world/machine/host.ts';
import type { Trusted } from '../../world/machine/host-os.ts';
import type { Deep } from '../../world/table.ts';

/**
 * Everything that holds all guests of a host in its hands (rule K99): with each of these they fall. It
 * follows from what sits on the metal. "No host OS" does not mean that little has to be trusted: a
 * bare-metal hypervisor has a privileged domain for drivers and tools. Source: FACTS §9, §10, §16.
 */
export function trustedOn({ platform, programs }: Pick<Deep<Host>, 'platform' | 'programs'>) {
  const below: Readonly<Record<Host['platform'], readonly Trusted[]>> = {
    type1: ['hypervisor', 'dom0'],
    type2: ['hypervisor', 'host-os', ...programs],
    container: ['shared-kernel', 'runtime'],
    // Its one machine is at nobody's mercy but its own.
    native: [],
  };
  return below[platform];
}
