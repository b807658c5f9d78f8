import type { Prevention } from './report.ts';

/** Whether the attack comes to nothing by it. */
export const works = ({ outcome }: Prevention): boolean =>
  outcome === 'gone' || outcome === 'elsewhere';

const OUTCOMES = ['gone', 'elsewhere', 'later', 'same', 'refused'] as const;

/** What it took of the service that was promised, in points of fidelity and performance. */
const costOf = ({ points }: Prevention): number =>
  Math.max(0, -(points?.fidelity ?? 0)) + Math.max(0, -(points?.performance ?? 0));

/**
 * Which of two what-ifs is told first: the one by which the attack comes to nothing, that leaves
 * customers their VMs, that costs less of their service, that is for good, that is about the headline;
 * and then what is better for the total, and earlier. Reports that were stored before there was a word
 * for some of it are read by it too.
 */
export function byWorth(a: Prevention, b: Prevention): number {
  return (
    Number(works(b)) - Number(works(a)) ||
    Number(a.lastResort ?? false) - Number(b.lastResort ?? false) ||
    costOf(a) - costOf(b) ||
    OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) ||
    Number(b.headline ?? false) - Number(a.headline ?? false) ||
    (b.points?.total ?? 0) - (a.points?.total ?? 0) ||
    a.tick - b.tick
  );
}
