import { describe, expect, test } from 'vitest';
import { compose } from '../../../client/map/compose.ts';
import type { Piece } from '../../../client/map/drawing/piece.ts';
import { overlaps, type Rect } from '../../../client/map/drawing/rect.ts';
import { readFacts } from '../../../client/map/facts.ts';
import { LAYERS, type Layer } from '../../../client/map/layers/registry.ts';
import { planMap } from '../../../client/map/layout.ts';
import type { BreachRow } from '../../../shared/view/rows.ts';
import { some } from '../../support/some.ts';
import { sketchOf, type Town, town } from './fixture.ts';

const INSET = { top: 52, right: 0, bottom: 0, left: 0 };
const QUARANTINE = 9;
const ZONES = [
  null,
  { id: 1, name: 'dmz' as const },
  { id: 2, name: 'app' as const },
  { id: 3, name: 'data' as const },
  ...Array.from({ length: QUARANTINE - 4 }, () => null),
  { id: QUARANTINE, name: 'quarantine' as const },
];

function draw(given: Town, area = { w: 762, h: 544 }, layer: Layer = 'memory'): readonly Piece[] {
  const facts = readFacts(town(given));
  const sketch = sketchOf(facts, { clock: 2200 }, layer);
  return compose(sketch, planMap(facts, area, 1, INSET), null).pieces;
}

const ids = (pieces: readonly Piece[]): ReadonlySet<string> => new Set(pieces.map(({ id }) => id));

const taken = (over: Partial<BreachRow> = {}): BreachRow => ({
  id: 1,
  kind: 'takeover',
  asset: 0,
  victim: 0,
  vm: 1,
  host: 1,
  weight: 100,
  tick: 2055,
  discoveredAt: 2100,
  open: true,
  attack: 'dev-floppy',
  needs: [],
  ...over,
});

describe.each(Object.keys(LAYERS) as Layer[])('in the %s layer', (layer) => {
  const shut = (zone: number) =>
    ids(
      draw(
        {
          vms: [3, 2],
          tables: { zones: ZONES },
          vm: (row) => (row.id === 2 ? { ...row, zone } : row),
        },
        undefined,
        layer,
      ),
    );

  test('a VM in quarantine has a lock, and no other has', () => {
    const locks = [...shut(QUARANTINE)].filter((id) => id.endsWith('/lock'));
    expect(locks).toEqual(['vm/2/lock']);
    expect([...shut(1)].filter((id) => id.endsWith('/lock'))).toEqual([]);
  });

  test('a taken host is hatched, says since when, and a tooth reaches into each guest that runs', () => {
    const town: Town = {
      vms: [3, 2],
      vm: (row) => (row.id === 3 ? { ...row, power: 'stopped' } : row),
      tables: { breaches: [null, taken()] },
    };
    const pieces = draw(town, { w: 1100, h: 800 }, layer);
    const there = ids(pieces);
    expect(there).toContain('host/1/fallen');
    expect(there).not.toContain('host/2/fallen');
    const told = pieces.find(({ id }) => id === 'host/1/taken/text');
    expect(told?.stamp.key).toContain('06:51');
    expect([...there].filter((id) => id.includes('/tooth'))).toEqual([
      'vm/1/tooth@1',
      'vm/2/tooth@1',
    ]);
    expect(there).not.toContain('host/1/load');
  });

  test('one that was won back bears a scar alone', () => {
    const there = ids(draw({ vms: [3, 2], tables: { breaches: [null, taken({ open: false })] } }));
    expect(there).toContain('host/1/platform/crack');
    expect(there).not.toContain('host/1/fallen');
    expect(there).toContain('host/1/load');
  });

  test('confinement is marked on the slab that it is about', () => {
    const rims = (given: Partial<Town>) =>
      [
        ...ids(
          draw({ vms: [2, 2], platforms: ['type1', 'container'], ...given }, undefined, layer),
        ),
      ].filter((id) => id.endsWith('/confined'));
    const without: NonNullable<Town['host']> = (row) => ({ ...row, sandbox: false });
    expect(rims({ host: without })).toEqual([]);
    expect(rims({})).toEqual(['host/1/platform/confined']);
    expect(rims({ host: (row) => ({ ...without(row), seccomp: true }) })).toEqual([
      'host/2/platform/confined',
    ]);
  });
});

test('the wire of a VM in quarantine ends before the rail', () => {
  const wire = (zone: number): Piece =>
    some(
      draw({
        vms: [1],
        tables: { zones: ZONES },
        vm: (row) => ({ ...row, zone }),
      }).filter(({ id }) => id === 'vm/1/wire@1'),
    )[0]!;
  const rail = (piece: Piece): number => piece.box.y + piece.box.h;
  expect(wire(QUARANTINE).stamp.key).toMatch(/^contact/);
  expect(rail(wire(QUARANTINE))).toBeLessThan(rail(wire(1)));
});

describe('a host with many guests', () => {
  const pieces = draw({ vms: [7, 5, 3], frames: 32 });

  test('shows them by tenant, each under one band with its letter', () => {
    const bands = pieces.filter(({ id }) => /^host\/1\/tenant\/\d+@\d+$/.test(id));
    expect(bands.map(({ id }) => id.split(/[/@]/)[3])).toEqual(['1', '2', '3']);
    bands.forEach((band, i) => {
      for (const other of bands.slice(i + 1)) expect(overlaps(band.box, other.box)).toBe(false);
    });
    const columns = pieces.filter(({ id }) => /^vm\/\d+$/.test(id));
    for (const { box } of some(columns)) {
      expect(box.w).toBeGreaterThan(0);
    }
  });

  test('and one with few shows each with its own letter', () => {
    expect([...ids(draw({ vms: [4, 3] }))].filter((id) => id.includes('/tenant/'))).toEqual([]);
  });
});

/** A line of text is half as high again as its letters; a pill is as high as its frame. */
const inkOf = ({ box, stamp }: Piece): Rect =>
  stamp.key.startsWith('text|') ? { ...box, y: box.y + box.h / 4, h: box.h / 2 } : box;

test('what a container host is set to never lies over what it says beside it', () => {
  for (const [w, h] of [
    [762, 544],
    [520, 400],
    [856, 712],
    [1100, 800],
    [1500, 1000],
  ] as const) {
    for (const scrub of ['never', 'on-free'] as const) {
      const pieces = draw(
        {
          vms: [7, 7, 5, 4],
          frames: 48,
          platforms: ['type1', 'type1', 'type2', 'container'],
          host: (row) => ({ ...row, scrub }),
        },
        { w, h },
      );
      const of = (name: string): Piece | undefined =>
        pieces.find(({ id }) => id === `host/4/platform/${name}`);
      const [filter, policy] = [of('seccomp'), of('scrub')];
      if (!filter || !policy) continue;
      expect(overlaps(filter.box, inkOf(policy)), `${w}×${h}`).toBe(false);
    }
  }
});
