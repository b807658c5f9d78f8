import type { RowRef } from './fact.ts';
import type { HostId, JobId, SeatId, Seq, Tick } from './ids.ts';

/** Why a job stopped before its end. */
export type Interruption = 'subject-gone' | 'no-longer-allowed';

/** Long work by a defender. It holds one of the seat's hands and the cycles of a host. */
export interface Job {
  readonly id: JobId;
  /** The command that started it, and its arguments as they were admitted. */
  readonly command: string;
  readonly args: Readonly<Record<string, number | string>>;
  readonly seat: SeatId;
  /** Where it runs, or 0 when it costs no host cycles. */
  readonly host: HostId | 0;
  /** Kilocycles of that host in each tick while it runs. */
  readonly cycles: number;
  /** What nobody else may work on meanwhile. */
  readonly claims: readonly RowRef[];
  readonly startedAt: Tick;
  /** Ticks of work it takes in all, and what is done of them. */
  readonly length: Tick;
  done: Tick;
  /** Someone has called it off; it ends in the next jobs stage. */
  cancelled: boolean;
  /** The order that began it. */
  readonly order: Seq;
}
