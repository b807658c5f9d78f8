import { describe, expect, test } from 'vitest';
import { compose } from '../../../client/map/compose.ts';
import type { Piece } from '../../../client/map/drawing/piece.ts';
import { bottom, overlaps, type Rect, right } from '../../../client/map/drawing/rect.ts';
import { readFacts } from '../../../client/map/facts.ts';
import { LAYERS, type Layer } from '../../../client/map/layers/registry.ts';
import { planMap } from '../../../client/map/layout.ts';
import { mostPromised } from '../../../shared/mechanics/overcommit.ts';
import { categoriesIn } from '../../../shared/view/reading.ts';
import { categoryOf } from '../../../shared/world/machine/category.ts';
import type { WorkloadName } from '../../../shared/world/machine/workload.ts';
import { some } from '../../support/some.ts';
import { sketchOf, type Town, town } from './fixture.ts';

const INSET = { top: 52, right: 0, bottom: 0, left: 0 };
/** The place that the map has at 1024 × 640, at 1366 × 768 and on a large screen. */
const AREAS = [
  { w: 520, h: 467 },
  { w: 762, h: 620 },
  { w: 1600, h: 1100 },
] as const;
const EVERY = Object.keys(LAYERS) as Layer[];

/** As in *Moving in*: three machines of their own beside two hosts of 36 frames, the last of which overcommits. */
const moving = (frames = 4, changes: Partial<Town> = {}): Town => ({
  vms: [1, 1, 1, 5, 6],
  frames: 36,
  blocks: 18,
  platforms: ['native', 'native', 'native', 'type1', 'type1'],
  host: (row) => ({ ...row, overcommit: row.id === 5 }),
  vm: (row) => ({ ...row, frames }),
  ...changes,
});

function draw(given: Town, layer: Layer = 'memory', area: (typeof AREAS)[number] = AREAS[0]) {
  const facts = readFacts(town(given));
  return compose(sketchOf(facts, {}, layer), planMap(facts, area, 1, INSET), null).pieces;
}
const named = (pieces: readonly Piece[], start: string): readonly Piece[] =>
  pieces.filter(({ id }) => id.startsWith(start));
/** Of pieces that lie beside each other, all of their place. */
const across = (pieces: readonly Piece[]): Rect => {
  const x = Math.min(...pieces.map(({ box }) => box.x));
  const y = Math.min(...pieces.map(({ box }) => box.y));
  const [end, foot] = [pieces.map(({ box }) => right(box)), pieces.map(({ box }) => bottom(box))];
  return { x, y, w: Math.max(...end) - x, h: Math.max(...foot) - y };
};

describe.each(AREAS)('memory that is promised beyond what is there, at $w × $h', (area) => {
  test.each(EVERY)('R10 is told of that host and of no other, in the %s layer', (layer) => {
    const pieces = draw(moving(), layer, area);
    for (const host of [1, 2, 3, 4]) expect(named(pieces, `host/${host}/promise`)).toEqual([]);
    expect(named(pieces, 'host/5/promise/there')).toHaveLength(1);
    expect(named(pieces, 'host/5/promise/beyond').length).toBeGreaterThan(0);
  });

  test('R10 it lies between the frames and the disk, in its building, and covers neither', () => {
    const pieces = draw(moving(9), 'memory', area);
    const mine = named(pieces, 'host/5/promise');
    const whole = across(mine);
    const cells = pieces.filter(({ id }) => /^(frame|block)\/\d+$/.test(id));
    for (const { box } of some(cells)) expect(overlaps(box, whole)).toBe(false);
    const [body] = named(pieces, 'host/5/body');
    expect(whole.x).toBeGreaterThanOrEqual(body!.box.x);
    expect(right(whole)).toBeLessThanOrEqual(right(body!.box));
    expect(bottom(whole)).toBeLessThanOrEqual(bottom(body!.box));
    for (const { box } of some(mine)) expect(box.h).toBeGreaterThanOrEqual(2);
  });

  test('R10 it is as long as all that may be promised, and filled as far as there are promises', () => {
    const most = mostPromised(36);
    for (const frames of [3, 6, 8, 20]) {
      const pieces = draw(moving(frames), 'memory', area);
      const width = (name: string): number => {
        const parts = named(pieces, `host/5/promise/${name}`);
        return parts.length === 0 ? 0 : across(parts).w;
      };
      const all = width('there') + width('beyond');
      const promised = Math.min(most, 6 * frames);
      const filled = ((width('kept') + width('over')) * most) / all;
      expect(Math.abs(filled - promised)).toBeLessThan(1);
      // Amber where promises are more than is there, and nowhere else.
      expect(width('over') > 0).toBe(promised > 36);
    }
  });
});

describe('a VM of which a part is swapped', () => {
  const swapping = moving(4, { vm: (row) => ({ ...row, swapped: row.id === 11 ? 2 : 0 }) });

  test.each(EVERY)('R11 R12 bears a sign at its foot at every size, in the %s layer', (layer) => {
    for (const area of AREAS) {
      const pieces = draw(swapping, layer, area);
      const signs = pieces.filter(({ id }) => /^vm\/\d+\/swapped$/.test(id));
      expect(signs.map(({ id }) => id)).toEqual(['vm/11/swapped']);
      const [column] = pieces.filter(({ id }) => id === 'vm/11');
      expect(overlaps(signs[0]!.box, column!.box)).toBe(true);
      // What is written in the column is above it, and the wire to its right.
      expect(bottom(column!.box) - signs[0]!.box.y).toBeLessThan(12);
    }
  });
});

describe('the categories of VMs', () => {
  const mixed = (one: WorkloadName): Town => ({
    vms: [2],
    vm: (row) => ({ ...row, workload: row.id === 1 ? one : 'payments' }),
  });
  const signs = (given: Town, layer: Layer, area: (typeof AREAS)[number]): string[] =>
    draw(given, layer, area)
      .filter(({ id }) => /\/category@/.test(id))
      .map(({ stamp }) => stamp.key.split('|')[1] ?? '');

  test.each(['office-desktop', 'app-stream', 'nested-lab'] as const)(
    'W15 where there is %s beside a server each is signed, in the layer of computing, if there is room',
    (workload) => {
      expect(signs(mixed(workload), 'compute', AREAS[2])).toEqual([categoryOf(workload), 'server']);
      for (const layer of EVERY.filter((one) => one !== 'compute'))
        expect(signs(mixed(workload), layer, AREAS[2])).toEqual([]);
      expect(categoriesIn(town(mixed(workload)))).toHaveLength(2);
    },
  );

  test('W15 where all are of one category there is nothing to tell', () => {
    expect(signs(mixed('booking'), 'compute', AREAS[2])).toEqual([]);
    expect(categoriesIn(town(mixed('booking')))).toEqual([]);
  });

  test('W15 a low column has no room for it: the tree tells it', () => {
    const small = moving(4, {
      vm: (row) => ({ ...row, workload: row.id === 11 ? 'office-desktop' : 'payments' }),
    });
    expect(signs(small, 'compute', AREAS[0])).toEqual([]);
  });
});
