import type { Kind } from '../../world/machine/trap.ts';
import type { Technique } from '../../world/machine/vm.ts';
import { MIXES, WORKLOADS, type WorkloadName } from '../../world/machine/workload.ts';
import { leavesOf } from '../cost/cost.ts';
import type { CostTraits } from '../cost/prices.ts';

/** How often one kind of operation makes a guest leave itself, of so many times in all. */
export interface Reason {
  readonly kind: Kind;
  readonly count: number;
}

const KINDS = ['compute', 'device', 'pageTable', 'interrupt', 'halt', 'cpuid', 'syscall'] as const;

/**
 * A guest's rate by kind of operation, the most frequent first: parts of the very sum that is counted
 * and charged (rule K4), in whole numbers that add up to it. System calls are told even where there are
 * none, and then come last: that they stay inside is the point of hardware assistance.
 * @param rate how often it leaves itself in all, in times a second
 */
export function reasonsOf(
  workload: WorkloadName,
  technique: Technique,
  host: Pick<CostTraits, 'year' | 'nestedPaging'>,
  rate: number,
): Reason[] {
  const counts = leavesOf(MIXES[WORKLOADS[workload].mix], technique, host);
  const all = KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  const parts = KINDS.map((kind) => {
    const scaled = counts[kind] * rate;
    const count = all === 0 ? 0 : Math.trunc(scaled / all);
    return { kind, count, rest: scaled - count * all };
  });
  let left = all === 0 ? 0 : rate - parts.reduce((sum, { count }) => sum + count, 0);
  for (const part of [...parts].sort((one, other) => other.rest - one.rest)) {
    if (left === 0) break;
    part.count += 1;
    left -= 1;
  }
  return parts
    .filter(({ kind }) => counts[kind] > 0 || kind === 'syscall')
    .sort((one, other) => other.count - one.count)
    .map(({ kind, count }) => ({ kind, count }));
}

/** The best-known way out of each technique. */
const KNOWN_BY: Readonly<Record<Technique, Kind>> = {
  hvm: 'device',
  hybrid: 'device',
  para: 'pageTable',
  bt: 'device',
  emulation: 'device',
  container: 'syscall',
  native: 'syscall',
};

/**
 * What stands for a guest of which nothing is on record: the way out by which its technique is known, or
 * where its work does not take that, what it leaves itself for most often.
 */
export function usualKind(
  { workload, technique }: { readonly workload: WorkloadName; readonly technique: Technique },
  host: Pick<CostTraits, 'year' | 'nestedPaging'>,
): Kind {
  const counts = leavesOf(MIXES[WORKLOADS[workload].mix], technique, host);
  const known = KNOWN_BY[technique];
  if (counts[known] > 0) return known;
  return KINDS.reduce((most, kind) => (counts[kind] > counts[most] ? kind : most));
}
