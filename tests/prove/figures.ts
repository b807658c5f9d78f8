import { z } from 'zod';

const count = z.int().min(0);

/** Servers that were killed in the middle of a match. */
const killFigures = z.strictObject({
  matches: count,
  kills: count,
  answered: count,
  unanswered: count,
  frames: count,
  /** From the address printed to everyone having their seat and a view: the longest, in ms. */
  slowestBackMs: z.number().min(0),
  faults: z.array(z.string()),
});

/** Messages that should not have been sent. */
export const fuzzFigures = z.strictObject({
  messages: count,
  answers: z.record(z.string(), count),
  orders: count,
  ticks: count,
  /** Bytes by which what is in use grew: while one server ran, at most, and from the first to the last. */
  grewWithin: z.number(),
  grewBetween: z.number(),
  faults: z.array(z.string()),
});

/** Whole matches by computer defenders: as `npm run lab -- --json` prints a row. */
export const labRow = z.strictObject({
  scenario: z.string(),
  defender: z.string(),
  matches: count,
  won: count,
  mean: count,
  lowest: count,
  highest: count,
  harms: count,
});

export type KillFigures = z.output<typeof killFigures>;
export type FuzzFigures = z.output<typeof fuzzFigures>;
export type LabRow = z.output<typeof labRow>;

export interface ProofFigures {
  /** The command that was given. */
  readonly command: string;
  readonly kills: KillFigures;
  readonly fuzz: FuzzFigures;
  readonly lab: readonly LabRow[];
}
