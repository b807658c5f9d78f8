/** What the tables hold. What is only ever read whole is JSON; what is long besides is packed. */
export interface Tables {
  sessions: { id: string; made: number; body: string };
  seats: { session: string; seat: number; body: string };
  acts: { session: string; n: number; body: string };
  /** `made` counts a session's matches. `body`: the packed record. `ending` is null while it runs. */
  matches: { id: string; session: string; made: number; ending: string | null; body: string };
  /** The last tick up to which no row of a match's journal is missing: two pages for a whole class. */
  progress: { match: string; tick: number };
  /** Ticks that took something in. Any other up to the match's progress took in nothing. */
  journal: { match: string; tick: number; inputs: string };
  /** Packed states of the two latest checkpoints. */
  states: { match: string; tick: number; body: string };
  /** Packed events of each checkpoint, since the one before. `n` counts them: a gap would show. */
  segments: { match: string; tick: number; n: number; body: string };
  reports: { match: string; body: string };
}
