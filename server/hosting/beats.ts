import { BEAT_MS } from './hosting.ts';

/** Beats made up at once when the process was held up; the rest is let go. */
const MOST_AT_ONCE = 8;

export interface Beats {
  stop(): void;
}

/**
 * Calls `beat` every 50 ms of a clock that only goes forward, or oftener at a higher speed. When the
 * process was held up, at most eight beats (two ticks) follow at once; match time loses the rest.
 * @param onLag told for each beat how many milliseconds it came late
 */
export function startBeats(beat: () => void, onLag: (ms: number) => void, speed = 1): Beats {
  const every = BEAT_MS / speed;
  let next = performance.now() + every;
  let stopped = false;
  let timer: NodeJS.Timeout;
  // Set anew for each beat: an interval drifts, and every frame would be late by what it had drifted.
  const wait = (): void => {
    // A beat that took longer than it may has let the next one's time pass already.
    timer = setTimeout(turn, Math.max(0, next - performance.now()));
  };
  const turn = (): void => {
    const now = performance.now();
    // A timer may go off a little early.
    if (now >= next) {
      onLag(now - next);
      for (let i = 0; i < MOST_AT_ONCE && now >= next; i += 1) {
        next += every;
        beat();
      }
      if (now >= next) next = now + every;
    }
    if (!stopped) wait();
  };
  wait();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
