import { z } from 'zod';
import type { FairnessRow } from '../fairness/finding.ts';

const count = z.int().min(0);
const faults = z.array(z.string());

/** Servers that were killed in the middle of a match. */
const killFigures = z.strictObject({
  matches: count,
  kills: count,
  answered: count,
  unanswered: count,
  frames: count,
  /** From the address printed to everyone having their seat and a view: the longest, in ms. */
  slowestBackMs: z.number().min(0),
  faults,
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
  faults,
});

/** Short matches of attackers who order at random whatever the door lets in. */
export const soundFigures = z.strictObject({
  matches: count,
  /** What they brought about, by attack. */
  effects: z.record(z.string(), count),
  unsound: faults,
});

/** Mistakes put into the code on purpose, and those of them that a test found. */
const mutationFigures = z.strictObject({
  mutate: z.string(),
  mutants: count,
  found: count,
});

/** A page that was open through a whole match: what it held at the end and not at the beginning. */
export const pageFigures = z.strictObject({
  /** Match time between the two. */
  seconds: count,
  /** Times that something else was looked at. */
  rounds: count,
  /** Nodes that are no longer shown, listeners beside those of what can be pressed, and bytes. */
  stray: z.number(),
  spare: z.number(),
  grew: z.number(),
});

export type KillFigures = z.output<typeof killFigures>;
export type FuzzFigures = z.output<typeof fuzzFigures>;
export type SoundFigures = z.output<typeof soundFigures>;
export type PageFigures = z.output<typeof pageFigures>;
export type MutationFigures = z.output<typeof mutationFigures>;

export interface ProofFigures {
  /** The command that was given. */
  readonly command: string;
  readonly kills: KillFigures;
  readonly fuzz: FuzzFigures;
  readonly sound: SoundFigures;
  /** `null` where there is no browser to open it in. */
  readonly page: PageFigures | null;
  readonly fairness: readonly FairnessRow[];
  readonly mutation: MutationFigures;
}
