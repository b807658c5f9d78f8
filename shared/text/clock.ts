import { TICKS_PER_SECOND } from '../world/ids.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** Whole seconds as mm:ss. */
export function digits(seconds: number): string {
  return `${two(Math.trunc(seconds / 60))}:${two(seconds % 60)}`;
}

/** Match time, in ticks, as mm:ss. */
export function clockOf(ticks: number): string {
  return digits(Math.max(0, Math.floor(ticks / TICKS_PER_SECOND)));
}

/** What is left of a time, in ticks, rounded up: it says 00:01 until it is over. */
export function remaining(ticks: number): string {
  return digits(Math.ceil(Math.max(0, ticks) / TICKS_PER_SECOND));
}
