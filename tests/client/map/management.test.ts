import { describe, expect, test } from 'vitest';
import { compose } from '../../../client/map/compose.ts';
import { readFacts } from '../../../client/map/facts.ts';
import type { Layer } from '../../../client/map/layers/registry.ts';
import { planMap } from '../../../client/map/layout.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import { sketchOf, town } from './fixture.ts';

const INSET = { top: 52, right: 0, bottom: 0, left: 0 };
/** The place that the map has at 1024 × 640 and at 1366 × 768. */
const AREAS = [
  { w: 520, h: 467 },
  { w: 762, h: 620 },
] as const;

const OPEN: Partial<HostRow> = {
  managedFrom: ['app'],
  services: ['ssh', 'slp'],
  lockdown: false,
  mfa: false,
};

/** What is written on the slab of the first building about its management. */
function signs(layer: Layer, area: (typeof AREAS)[number], host: Partial<HostRow>): string[] {
  const view = town({ vms: [1], host: (row) => ({ ...row, ...host }) });
  const facts = readFacts(view);
  const { pieces } = compose(sketchOf(facts, {}, layer), planMap(facts, area, 1, INSET), null);
  return pieces
    .filter(({ id }) => /^host\/1\/managed\/\w+\/text$/.test(id))
    .map(({ stamp }) => stamp.key);
}

describe.each(AREAS)('the network layer, on a map of $w × $h', (area) => {
  test('says from where a host is managed, and what answers there', () => {
    const written = signs('network', area, OPEN).join('\n');
    expect(written).toMatch(/mana.*app/);
    expect(written).toMatch(/ssh/);
  });

  test('says what stands in the way of whoever has a password', () => {
    const open = signs('network', area, { ...OPEN, services: ['ssh'] });
    const shut = signs('network', area, { ...OPEN, services: [], lockdown: true, mfa: true });
    expect(shut.length).toBeGreaterThan(1);
    expect(shut.join('\n')).not.toMatch(/ssh/);
    expect(shut).not.toEqual(open);
  });

  test('a host that only its own network reaches has another colour', () => {
    const [open] = signs('network', area, OPEN);
    const [alone] = signs('network', area, { ...OPEN, managedFrom: [] });
    expect(alone).not.toBe(open);
  });
});

test('other layers say nothing of it', () => {
  for (const layer of ['memory', 'compute', 'traps', 'trust'] as const) {
    expect(signs(layer, AREAS[1], OPEN)).toEqual([]);
  }
});
