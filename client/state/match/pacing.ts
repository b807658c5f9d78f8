import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Link, PaceState } from '../../net/link.ts';

/** How fast time runs alone, and whatever it waits for. In a class it is the instructor's. */
export interface Pacing {
  readonly held: ReadonlySignal<boolean>;
  setPace(pace: PaceState): void;
  /** Time stands still until the answer is called. */
  hold(): () => void;
  stop(): void;
}

export function createPacing(alone: Link['alone'], first: PaceState): Pacing {
  /** What is wanted of time when nothing holds it. */
  const wanted = signal<PaceState>(alone?.pace ?? first);
  const holds = signal(0);
  const held = computed(() => holds.value > 0);
  const stop = effect(() => {
    const { paused, speed } = wanted.value;
    alone?.setPace({ paused: paused || held.value, speed });
  });
  return {
    held,
    setPace: (next) => {
      wanted.value = next;
    },
    hold: () => {
      holds.value += 1;
      let holding = true;
      return () => {
        if (holding) holds.value -= 1;
        holding = false;
      };
    },
    stop,
  };
}
