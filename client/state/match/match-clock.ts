import { type ReadonlySignal, signal } from '@preact/signals';
import type { PaceState } from '../../net/link.ts';

/** Milliseconds of one tick at speed 1. */
const TICK_MS = 200;
/** A clock this far from the authority's jumps; a nearer one that runs never runs backwards. */
const JUMP_TICKS = 10;

export interface MatchClock {
  /** Match time in ticks, guessed between two frames: nothing is sent when nothing changes. */
  readonly tick: ReadonlySignal<number>;
  /** The authority has reached this tick. */
  reach(tick: number): void;
  /** Another match: it begins again, whatever the last one had reached. */
  reset(): void;
  setPace(pace: PaceState): void;
  /** Whether time runs at all: not while the connection is gone or the match is over. */
  setRunning(running: boolean): void;
  stop(): void;
}

export interface ClockPorts {
  readonly now: () => number;
  /** Calls again and again until cancelled. */
  readonly every: (ms: number, run: () => void) => () => void;
}

export function createMatchClock({ now, every }: ClockPorts): MatchClock {
  const tick = signal(0);
  let base = { tick: 0, at: now() };
  let pace: PaceState = { paused: false, speed: 1 };
  let running = false;
  let cancel: (() => void) | null = null;

  const moves = (): boolean => running && !pace.paused;
  const guess = (): number => {
    if (!moves()) return base.tick;
    return base.tick + ((now() - base.at) * pace.speed) / TICK_MS;
  };
  const update = (): void => {
    const next = guess();
    tick.value = Math.abs(next - tick.value) > JUMP_TICKS ? next : Math.max(tick.value, next);
  };
  /** Takes the time that has passed into account before the rate changes. */
  const rebase = (change: () => void): void => {
    base = { tick: guess(), at: now() };
    change();
    if (moves() && cancel === null) cancel = every(TICK_MS, update);
    if (!moves()) {
      cancel?.();
      cancel = null;
    }
    update();
  };

  return {
    tick,
    reach: (reached) => {
      base = { tick: reached, at: now() };
      // One that stands is read together with those of other screens: it shows what was told.
      if (moves()) update();
      else tick.value = reached;
    },
    reset: () => {
      base = { tick: 0, at: now() };
      tick.value = 0;
    },
    setPace: (next) =>
      rebase(() => {
        pace = next;
      }),
    setRunning: (next) => {
      if (next !== running)
        rebase(() => {
          running = next;
        });
    },
    stop: () => {
      cancel?.();
      cancel = null;
    },
  };
}
