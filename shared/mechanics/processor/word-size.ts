import { type Host, SINCE_64_BIT, type WordSize } from '../../world/machine/host.ts';
import type { Deep } from '../../world/table.ts';

/**
 * Whether a host's CPU and hypervisor are of 32 or of 64 bits, and by that which guests it can run
 * (rule K71). Of a guest its image tells. A ported kernel of 64 bits cannot have ring 1: 64-bit mode has
 * no segment limits by which it could be kept out of the hypervisor's memory (rule K20).
 */
export const wordSizeOf = ({ year }: Pick<Deep<Host>, 'year'>): WordSize =>
  year < SINCE_64_BIT ? 32 : 64;
