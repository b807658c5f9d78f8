import { compute } from './compute.ts';
import type { LayerLook } from './layer.ts';
import { memory } from './memory.ts';
import { network } from './network.ts';
import { traps } from './traps.ts';
import { trust } from './trust.ts';

export const LAYERS = { compute, memory, network, traps, trust } as const satisfies Record<
  string,
  LayerLook
>;

export type Layer = keyof typeof LAYERS;
