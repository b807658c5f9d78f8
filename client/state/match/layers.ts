/** In the order of their keys, from 1. */
export const LAYERS = ['compute', 'memory', 'network', 'traps', 'trust'] as const;
export type Layer = (typeof LAYERS)[number];
