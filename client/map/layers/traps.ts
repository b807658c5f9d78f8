import { wayOutOf } from '../../../shared/mechanics/processor/way-out.ts';
import { figure } from '../../../shared/text/figure.ts';
import type { LayerLook } from './layer.ts';

/** What leaves each guest for the hypervisor, and what is checked on the way. */
export const traps: LayerLook = {
  lights: {
    load: 0.6,
    device: 1,
    platform: 1,
    rail: 0.4,
    frame: 0.35,
    block: 0.3,
    features: 1,
    street: 0.4,
  },
  technique: true,
  zones: false,
  letters: false,
  categories: false,
  exits: true,
  trust: false,
  note: ({ exits, technique }, { most }, { say }) => {
    const way = wayOutOf(technique);
    return {
      text: say(`ui.map.rates.${way}`, { count: short(exits) }),
      meter: exits / (most.get(way) ?? 1),
      amber: false,
    };
  },
};

/** Ten thousand and more in thousands, a million and more in millions: a column is narrow. */
function short(count: number): string {
  if (count < 10_000) return figure(count);
  if (count < 1_000_000) return `${Math.round(count / 1000)}k`;
  return count < 1_000_000_000
    ? `${(count / 1_000_000).toFixed(1)}M`
    : `${(count / 1_000_000_000).toFixed(1)}G`;
}
