import type { ExitRecord } from '../../world/machine/exit.ts';
import { BARE_REASONS, BOUNDED, type Decided, type ExitFilter } from '../../world/machine/host.ts';
import { aimOf, boundOf, isOver } from './bounds.ts';

type Judged = Pick<ExitRecord, 'reason' | 'device' | 'call' | 'operand'>;

/**
 * What is decided of an exit is decided of what it is for, if that has a bound, and not of its reason; of one
 * that is for nothing of the kind, of its reason where that is one thing.
 */
export const trapOf = (exit: Pick<Judged, 'reason' | 'device' | 'call'>): Decided | null =>
  BOUNDED.find((name) => name === aimOf(exit)) ??
  BARE_REASONS.find((name) => name === exit.reason) ??
  null;

/** Whether a filter is about an exit: about what it is for, or about its reason (rule K73). */
export const isAbout = (
  { trap }: ExitFilter,
  exit: Pick<Judged, 'reason' | 'device' | 'call'>,
): boolean => trap === exit.reason || trap === aimOf(exit);

/**
 * What filters make of an exit before anything else sees it (rule K6). Without one that is about it, it is
 * emulated, whatever its operand; of several the strictest decides. Whether one that holds it has it wait
 * is another question (`desk.ts`): by itself it refuses nothing.
 */
export function verdictOf(
  filters: readonly ExitFilter[],
  exit: Judged,
): Exclude<ExitRecord['verdict'], 'held'> {
  const over = isOver(exit.operand, boundOf(aimOf(exit)));
  const stops = ({ action }: ExitFilter): boolean =>
    action === 'refuse' || (action === 'bounds-check' && over);
  return filters.some((filter) => isAbout(filter, exit) && stops(filter)) ? 'refused' : 'emulated';
}

/** The filter that would refuse an exit and let pass what is unlike it: a check of bounds where it is over one. */
export const filterFor = (exit: Omit<Judged, 'reason'>): 'bounds-check' | 'refuse' =>
  isOver(exit.operand, boundOf(aimOf(exit))) ? 'bounds-check' : 'refuse';
