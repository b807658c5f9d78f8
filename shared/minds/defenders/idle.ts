import type { Defender } from './defender.ts';

/** Does nothing. */
export const idle: Defender = () => [];
