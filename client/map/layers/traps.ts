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
  note: ({ exits, technique }, { mostExits, mostCalls }, { say }) => {
    const shared = technique === 'container';
    return {
      text: say(shared ? 'ui.map.calls' : 'ui.map.exits', { count: short(exits) }),
      meter: exits / (shared ? mostCalls : mostExits),
      amber: false,
    };
  },
};

/** Ten thousand and more in thousands: a column is narrow. */
function short(count: number): string {
  return count < 10_000 ? count.toLocaleString('en-US') : `${Math.round(count / 1000)}k`;
}
