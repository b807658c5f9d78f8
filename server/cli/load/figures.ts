import { z } from 'zod';

const count = z.int().min(0);
const ms = z.number().min(0);

/** Times of one thing, in milliseconds. */
const spread = z.strictObject({ samples: count, p50: ms, p95: ms, p99: ms, most: ms });

/** A whole class that comes through one door in the same moment, and reloads in the middle. */
const joinFigures = z.strictObject({
  people: count,
  refused: count,
  /** From opening a line to having a seat. */
  join: spread,
  /** Until the last one had theirs. */
  lastMs: ms,
  reloads: count,
  /** Seats that did not come back, or came back as another. */
  seatsLost: count,
  /** From opening a new line to having a view again. */
  reload: spread,
});

/** Many matches at once in one process. */
const runFigures = z.strictObject({
  matches: count,
  clients: count,
  seconds: z.number().positive(),
  /** From the moment a tick was due to the moment a client had its frame. */
  frame: spread,
  /** Of that: how late beats came, and from there until the store had all of them. */
  late: spread,
  commit: spread,
  ticks: count,
  /** Ticks held back because the store was late, and ticks of time that was let go. */
  slips: count,
  lost: count,
  /** Of the server process, the most seen: bytes. */
  rss: count,
  /** Of one core, by the server with all its threads: per mille. */
  cpu: count,
  /** Bytes of messages down a second to each client. */
  down: count,
  orders: count,
  refused: count,
  /** How late the clients' own process was at times, which is in `frame` as well. */
  clientLagP99: ms,
});

export const loadFigures = z.strictObject({
  /** The one core that the server was pinned to, or `null` when that could not be done. */
  core: count.nullable(),
  join: joinFigures.nullable(),
  run: runFigures.nullable(),
});

export type Spread = z.output<typeof spread>;
export type JoinFigures = z.output<typeof joinFigures>;
export type RunFigures = z.output<typeof runFigures>;
export type LoadFigures = z.output<typeof loadFigures>;

/** Percentiles of what was measured, by nearest rank; all 0 when nothing was. */
export function spreadOf(samples: readonly number[]): Spread {
  const sorted = Float64Array.from(samples).sort();
  const at = (share: number): number =>
    sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { samples: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}
