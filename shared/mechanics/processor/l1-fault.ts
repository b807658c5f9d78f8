import type { Host } from '../../world/machine/host.ts';
import type { Deep } from '../../world/table.ts';

/**
 * Years in which a server's CPU of Intel's has L1TF: the Core family since 2006, until
 * it was mended in silicon in 2019. Source: CVE-2018-3646; the kernel's l1tf.rst.
 */
const L1TF = { from: 2006, until: 2018 } as const;

/** Whether a CPU goes on, after a fault, with what lies in its first-level cache at that address. */
export const leaksL1 = ({ year, vendor }: Pick<Deep<Host>, 'year' | 'vendor'>): boolean =>
  vendor === 'intel' && year >= L1TF.from && year <= L1TF.until;
