import type { Necessity } from '../necessity.ts';

export const hypervisorStages: Readonly<Record<string, Necessity>> = {};
