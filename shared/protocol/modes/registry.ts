import type { SessionMode } from './mode.ts';
import { parallel } from './parallel.ts';
import { shared } from './shared.ts';
import { versus } from './versus.ts';

/** Every mode, by its id. One line each: the file is all that is needed besides. */
export const modes = {
  shared,
  parallel,
  versus,
} as const satisfies Readonly<Record<string, SessionMode>>;

export type Mode = keyof typeof modes;

/** Their ids, in the order in which they are offered. */
export const MODES = Object.keys(modes) as readonly Mode[];
