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

/** What is written on the slab of a building about its management, where there are so many of them. */
function signs(
  layer: Layer,
  area: (typeof AREAS)[number],
  host: Partial<HostRow>,
  { hosts = 1, at = 1 } = {},
): string[] {
  const vms = Array.from({ length: hosts }, () => 1);
  const facts = readFacts(town({ vms, host: (row) => ({ ...row, ...host }) }));
  const { pieces } = compose(sketchOf(facts, {}, layer), planMap(facts, area, 1, INSET), null);
  const mine = new RegExp(`^host/${at}/managed/\\w+/text$`);
  return pieces.filter(({ id }) => mine.test(id)).map(({ stamp }) => stamp.key);
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

  test('of up to four hosts each has it on its slab, whatever else is written there', () => {
    for (const hosts of [1, 2, 3, 4]) {
      for (let at = 1; at <= hosts; at += 1) {
        const host = { ...OPEN, managedFrom: ['app', 'dmz'] } as const;
        const said = signs('network', area, host, { hosts, at }).join('\n');
        expect([hosts, at, said]).toEqual([hosts, at, expect.stringMatching(/mana/)]);
      }
    }
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
