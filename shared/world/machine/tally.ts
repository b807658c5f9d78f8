import type { VmId } from '../ids.ts';
import type { Decided } from './host.ts';

/** Minutes that are looked back on. */
export const TALLIED = 5;

/**
 * How many exits of one kind of a VM are on record, minute by minute, the newest last: those within their
 * bound and those over it. What is on record is a sample (rule K5).
 */
export interface ExitTally {
  readonly id: number;
  readonly vm: VmId;
  readonly trap: Decided;
  /** The minute of the match that the last number of each is of. */
  minute: number;
  within: readonly number[];
  over: readonly number[];
}
