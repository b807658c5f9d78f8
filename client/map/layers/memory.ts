import type { LayerLook } from './layer.ts';

/** Whose data lies in which frame. */
export const memory: LayerLook = {
  lights: {
    load: 0.6,
    device: 0.8,
    platform: 0.9,
    rail: 0.5,
    frame: 1,
    block: 1,
    features: 1,
    street: 0.5,
  },
  technique: false,
  zones: false,
  letters: true,
  categories: false,
  exits: false,
  trust: false,
  note: ({ memory: owned, merged }, { view }, { say }) => {
    const written = owned.filter((id) => (view.tables.frames[id]?.content ?? 0) !== 0).length;
    return {
      text: say('ui.map.written', { written, count: owned.length + merged.length }),
      meter: owned.length === 0 ? null : written / (owned.length + merged.length),
      amber: false,
    };
  },
};
