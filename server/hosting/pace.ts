/** How match time goes on in one match. */
export interface Pace {
  readonly held: boolean;
  /** Ticks for each that a clock on the wall would make: 0.5, 1, 2 or 4. */
  readonly speed: number;
}

export const STEADY: Pace = { held: false, speed: 1 };

/** Beats of a tick at speed 1. */
export const BEATS_PER_TICK = 4;

/** Whether a match whose slot is that one steps on this beat. */
export function isDue({ held, speed }: Pace, slot: number, beat: number): boolean {
  if (held) return false;
  const every = Math.max(1, Math.round(BEATS_PER_TICK / speed));
  return beat % every === slot % every;
}
