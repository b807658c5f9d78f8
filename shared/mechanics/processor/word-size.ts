import type { Host, WordSize } from '../../world/machine/host.ts';
import type { Deep } from '../../world/table.ts';

/** From when servers run 64-bit hypervisors and kernels (our figure). */
const SINCE_64_BIT = 2006;

/**
 * Whether a host and the kernels on it are of 32 or of 64 bits. It decides in which ring a ported
 * kernel runs and what its system calls cost: 64-bit mode has no segment limits by which ring 1 could
 * be kept out of the hypervisor's memory (rule K20).
 */
export const wordSizeOf = ({ year }: Pick<Deep<Host>, 'year'>): WordSize =>
  year < SINCE_64_BIT ? 32 : 64;
