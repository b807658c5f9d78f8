import type { LayerLook } from './layer.ts';

/** A VM that gets less than this share of what it wants, in permille, wants attention. */
const SERVED_WELL = 900;

/** Who wants how much, and who gets it. */
export const compute: LayerLook = {
  lights: {
    load: 1,
    device: 0.9,
    platform: 1,
    rail: 0.55,
    frame: 0.5,
    block: 0.4,
    features: 0.9,
    street: 0.6,
  },
  technique: true,
  zones: false,
  letters: false,
  categories: true,
  exits: false,
  trust: false,
  note: ({ power, served }, _facts, { say }) =>
    power === 'running'
      ? {
          text: say('ui.map.served', { percent: Math.round(served / 10) }),
          meter: served / 1000,
          amber: served < SERVED_WELL,
        }
      : null,
};
