import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import type { JobRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { orderKey } from './orders.ts';

/** A job for which an order was not taken, since whoever gave it was quicker. */
export interface Coinciding {
  readonly job: JobRow;
  /** It is the very same order: there is nothing left to do. */
  readonly same: boolean;
}

/** @param key of the order that was refused */
export function coinciding(
  view: BlueView | null,
  refusal: Refusal,
  key: string,
): Coinciding | null {
  if (view === null || refusal.code !== 'rule.target-busy') return null;
  const { subject } = refusal.facts;
  const job = rowsOf(view, 'jobs').find(({ claims }) => claims.some((claim) => claim === subject));
  return job === undefined ? null : { job, same: orderKey(job.command, job.args) === key };
}
