import type { LayerLook } from './layer.ts';

/** Which zone each wire is in, and what the street joins. */
export const network: LayerLook = {
  lights: {
    load: 0.6,
    device: 0.5,
    platform: 0.6,
    rail: 1,
    frame: 0.4,
    block: 0.35,
    features: 0.6,
    street: 1,
  },
  technique: false,
  zones: true,
  letters: false,
  categories: false,
  exits: false,
  trust: false,
  note: () => null,
};
