import type { LayerLook } from './layer.ts';

/** What leaves each guest for the hypervisor, and what is checked on the way. */
export const traps: LayerLook = {
  lights: {
    header: 0.85,
    load: 0.6,
    column: 0.95,
    device: 1,
    slab: 1,
    rail: 0.4,
    frame: 0.35,
    block: 0.3,
    features: 1,
    street: 0.4,
  },
  technique: true,
  zones: false,
  letters: false,
  exits: true,
  note: ({ exits, technique }, { mostExits }, { say }) => ({
    text: say(technique === 'container' ? 'ui.map.calls' : 'ui.map.exits', { count: exits }),
    meter: exits / mostExits,
    amber: false,
  }),
};
