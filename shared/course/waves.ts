import { TICKS_PER_SECOND } from '../world/ids.ts';
import { DEFAULT_PACE } from '../world/pace.ts';
import type { Scenario, Wave } from '../world/scenario/schema.ts';

/** What a wave counts. */
const COUNTED = ['creates', 'grows', 'removals', 'scans', 'backups', 'moves'] as const;

/**
 * The waves of a scenario that is played for so many ticks of Live: where that is longer than it was written for,
 * its last wave goes on at the same pace, up to as long before the end as it was written to end.
 */
export function wavesFor(
  { waves, pace: { live: written = DEFAULT_PACE.live } }: Scenario,
  live = written,
): readonly Wave[] {
  const last = waves.at(-1);
  const longer = (live - written) / TICKS_PER_SECOND;
  if (!last || last.to <= last.from || longer <= 0) return waves;
  const length = last.to - last.from;
  const more: Wave[] = [];
  for (let from = last.to; from < last.to + longer; from += length) {
    const to = Math.min(from + length, last.to + longer);
    more.push(partOf(last, from, to));
  }
  return [...waves, ...more];
}

/** As much of a wave as fits between two seconds of a match. */
function partOf(wave: Wave, from: number, to: number): Wave {
  const counts = COUNTED.map((name) => [
    name,
    Math.round((wave[name] * (to - from)) / (wave.to - wave.from)),
  ]);
  return { ...wave, ...Object.fromEntries(counts), from, to };
}
