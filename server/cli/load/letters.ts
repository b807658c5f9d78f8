import type { Spread } from './figures.ts';

/** When a tick was due: milliseconds of the machine's one clock that only goes forward. */
export type Due = readonly [match: number, tick: number, at: number];

/** What the server's process uses, all its threads together. */
export interface Usage {
  /** Milliseconds of the common clock. */
  readonly at: number;
  /** Microseconds of processor time so far. */
  readonly cpu: number;
  /** Bytes: the most since the process began to look. */
  readonly rss: number;
  /** Beats (of 50 ms) of time that were let go so far. */
  readonly lostBeats: number;
  /** Since this was last asked: how late the beats came, and how long the store took for each. */
  readonly late: Spread;
  readonly commit: Spread;
}

/** From the server's process. Matches count from 0, in the order they began. */
export type FromHouse =
  | { readonly kind: 'open'; readonly port: number }
  | { readonly kind: 'due'; readonly ticks: readonly Due[] }
  | ({ readonly kind: 'usage' } & Usage);

export type ToHouse = { readonly kind: 'usage' } | { readonly kind: 'close' };

/** Milliseconds of a clock that all processes of a machine share and that only goes forward. */
export function commonMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
