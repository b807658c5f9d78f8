import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import type { TimeState } from '../../../shared/protocol/server.ts';
import { useApp } from '../../app-context.ts';
import { createMatchClock } from '../../state/match/match-clock.ts';
import { useDesk } from './desk-context.ts';

/** A desk and a wall are told once a second: after so long without a word nothing is known. Milliseconds. */
const SILENT_MS = 4000;

/** What the server says of a match's time. */
interface ToldTime {
  readonly tick: number;
  readonly phase: string;
}

interface ToldClock {
  readonly tick: ReadonlySignal<number>;
  /** Nothing is heard of the match any more: the clock stands where it was. */
  readonly lost: boolean;
}

/**
 * Match time between two words of the server. Without them it stands: when the line has broken, and
 * when it has not and nothing comes over it.
 * @param word that was heard last; another one is another object
 * @param told what it says; `null` without a match
 */
export function useToldClock(word: object, told: ToldTime | null, time: TimeState): ToldClock {
  const { timers } = useApp();
  const { status } = useDesk();
  const clock = useMemo(() => createMatchClock(timers), [timers]);
  const silent = useSignal(false);
  useEffect(() => clock.stop, [clock]);
  // Before it is painted: a clock that begins at nothing would be seen.
  useLayoutEffect(() => {
    clock.setPace({ paused: time.kind !== 'running', speed: time.speed });
    clock.reach(told?.tick ?? 0);
    let newer = false;
    silent.value = false;
    timers.after(SILENT_MS, () => {
      if (!newer) silent.value = true;
    });
    return () => {
      newer = true;
    };
  }, [clock, word]);
  const lost = status.value.kind !== 'online' || silent.value;
  const running = !lost && told !== null && told.phase !== 'over';
  useEffect(() => clock.setRunning(running), [clock, running]);
  return { tick: clock.tick, lost };
}
