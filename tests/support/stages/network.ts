import type { Necessity } from '../necessity.ts';

export const networkStages: Readonly<Record<string, Necessity>> = {};
