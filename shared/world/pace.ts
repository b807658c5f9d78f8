import type { Tick } from './ids.ts';

/**
 * Every tunable number of a match, in ticks, credits and permille. A scenario may override any of
 * them; `DEFAULT_PACE` is the one place they are set.
 */
export interface Pace {
  readonly prepare: Tick;
  readonly live: Tick;
  /** Hands that one player alone has, and that a team shares. */
  readonly handsSolo: number;
  readonly handsTeam: number;
  readonly startCredits: number;
  /** Credits a minute: for each promised VM that runs, and the upkeep of each host. */
  readonly feePerVm: number;
  readonly upkeepPerHost: number;
  readonly missedRequest: number;
  /** How long a request waits. */
  readonly requestWait: Tick;
  readonly createLength: Tick;
  readonly stopLength: Tick;
  readonly startLength: Tick;
  readonly investigateLength: Tick;
  readonly closeLength: Tick;
  readonly policyLength: Tick;
  readonly policyPrice: number;
  /** Frames that a scrub by hand clears in a second, and kilocycles a tick that it takes. */
  readonly scrubPerSecond: number;
  readonly scrubCycles: number;
  readonly jobCycles: number;
  /** Ticks between two frames that a guest writes for the first time. */
  readonly fillEvery: Tick;
  /** Permille of a host's cycles that a scrub policy costs. */
  readonly taxOnFree: number;
  readonly taxOnAllocate: number;
  /** Ticks between two rounds of the residue auditor. */
  readonly auditEvery: Tick;
  /** Ticks after a harm that nobody saw until the victim complains. */
  readonly complaintAfter: Tick;
  /** How long an open breach goes on bleeding. */
  readonly bleed: Tick;
  /** The adversary's tempo. */
  readonly think: Tick;
  readonly afterSuccess: Tick;
  readonly collectLength: Tick;
}

const S = 5;

/** Sources: `numbers.md` of the design; the taxes are C56 of the facts (Linux help text). */
export const DEFAULT_PACE: Pace = {
  prepare: 20 * S,
  live: 220 * S,
  handsSolo: 3,
  handsTeam: 4,
  startCredits: 60,
  feePerVm: 4,
  upkeepPerHost: 10,
  missedRequest: 10,
  requestWait: 75 * S,
  createLength: 15 * S,
  stopLength: 2 * S,
  startLength: 10 * S,
  investigateLength: 15 * S,
  closeLength: 25 * S,
  policyLength: 20 * S,
  policyPrice: 50,
  scrubPerSecond: 4,
  scrubCycles: 60_000,
  jobCycles: 20_000,
  fillEvery: 8 * S,
  taxOnFree: 40,
  taxOnAllocate: 10,
  auditEvery: 10 * S,
  complaintAfter: 20 * S,
  bleed: 60 * S,
  think: 12 * S,
  afterSuccess: 32 * S,
  collectLength: 20 * S,
};
