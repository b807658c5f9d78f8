import type { LayerLook } from './layer.ts';

/** What could fall if something were somebody's, by which road, and what can be trusted. */
export const trust: LayerLook = {
  lights: {
    load: 0.5,
    device: 0.5,
    platform: 1,
    rail: 0.5,
    frame: 0.25,
    block: 0.25,
    features: 0.4,
    street: 0.5,
  },
  technique: false,
  zones: false,
  letters: false,
  exits: false,
  categories: false,
  trust: true,
  note: ({ id }, _facts, { say }, blast) => {
    if (blast === null) return null;
    const road = blast.roadToVm.get(id);
    if (road !== undefined)
      return { text: say('ui.trust.byRoad', { number: road }), meter: null, amber: true };
    const key = blast.startVms.includes(id) ? 'begins' : 'outOfReach';
    return { text: say(`ui.trust.${key}`), meter: null, amber: false };
  },
};
