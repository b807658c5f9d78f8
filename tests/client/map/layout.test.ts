import { describe, expect, test } from 'vitest';
import {
  bottom,
  overlaps,
  type Rect,
  rect,
  right,
  type Size,
} from '../../../client/map/drawing/rect.ts';
import { type Plan, planMap, shapeOf } from '../../../client/map/layout.ts';
import { PLATFORMS, type Platform } from '../../../shared/world/machine/host.ts';
import { some } from '../../support/some.ts';
import { factsOf } from './fixture.ts';

const AREAS: readonly (Size & { readonly name: string })[] = [
  { name: '1440×900', w: 856, h: 712 },
  { name: '1024×640', w: 520, h: 430 },
  { name: '1920×1080', w: 1336, h: 892 },
];
const INSETS = [
  { top: 0, right: 0, bottom: 0, left: 0 },
  { top: 52, right: 0, bottom: 0, left: 0 },
] as const;

function partsOf(lot: Plan['lots'][number]): Rect[] {
  const { section } = lot;
  return [
    section.header,
    ...section.slots,
    section.platform,
    ...(section.os ? [section.os] : []),
    ...section.blocks,
    rect(section.pad, section.railY - 1, section.size.w - section.pad * 2, 2),
    ...section.cells,
    ...(section.gate ? [section.gate] : []),
    ...(section.strip ? [section.strip] : []),
    ...(section.features ? [section.features] : []),
  ];
}

function outside(inners: readonly Rect[], outer: Rect): Rect[] {
  return inners.filter(
    (inner) =>
      inner.x < outer.x - 0.5 ||
      inner.y < outer.y - 0.5 ||
      right(inner) > right(outer) + 0.5 ||
      bottom(inner) > bottom(outer) + 0.5,
  );
}

/** Rounding to whole pixels may make neighbours touch. */
const slim = ({ x, y, w, h }: Rect): Rect => rect(x + 0.6, y + 0.6, w - 1.2, h - 1.2);

function colliding(boxes: readonly Rect[]): (readonly [Rect, Rect])[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => overlaps(slim(a), b))
      .map((b) => [a, b] as const),
  );
}

const KINDS: readonly Platform[] = Array.from(
  { length: 8 },
  (_, i) => PLATFORMS[i % PLATFORMS.length] ?? 'type1',
);
const hosts = [1, 2, 3, 4, 5, 6, 7, 8];

describe.each(AREAS)('a map at $name', (area) => {
  test.each(hosts)('with %i hosts of 0 to 8 VMs neither overlaps nor overflows', (count) => {
    for (const inset of INSETS) {
      for (let vms = 0; vms <= 8; vms += 1) {
        const facts = factsOf({
          // A machine of its own has one system.
          vms: Array.from({ length: count }, (_, i) => {
            const most = KINDS[i] === 'native' ? 1 : 8;
            return Math.min(most, i === 0 ? vms : vms >> 1);
          }),
          platforms: KINDS,
        });
        const plan = planMap(facts, area, 1, inset);
        expect(plan.lots).toHaveLength(count);
        const ground = rect(0, inset.top, area.w, area.h - inset.top);
        for (const lot of plan.lots) {
          expect(outside([lot.box], ground)).toEqual([]);
          expect(lot.section.scale).toBeGreaterThanOrEqual(1);
          const kind = KINDS[lot.host - 1];
          if (kind === 'native') expect(lot.section.slots).toHaveLength(1);
          else expect(lot.section.slots.length).toBeGreaterThanOrEqual(vms);
          expect(lot.section.cells).toHaveLength(24);
          expect(lot.section.blocks).toHaveLength(12);
          const own = rect(0, 0, lot.section.size.w, lot.section.size.h);
          const parts = partsOf(lot);
          expect(outside(parts, own)).toEqual([]);
          expect(colliding(parts)).toEqual([]);
        }
        expect(
          colliding([
            ...plan.lots.map((lot) => lot.box),
            ...plan.streets.map((street) => street.pill),
          ]),
        ).toEqual([]);
      }
    }
  });

  test('reaches each street from each building without crossing another', () => {
    const plan = planMap(factsOf({ vms: [6, 5, 4, 3, 2, 1, 6, 6] }), area, 1, INSETS[1]);
    for (const lot of some(plan.lots)) {
      const railY = lot.box.y + lot.section.railY;
      const lane = rect(
        lot.laneX - 1,
        Math.min(railY, lot.streetY),
        2,
        Math.abs(lot.streetY - railY),
      );
      expect(plan.streets.map(({ y }) => y)).toContain(lot.streetY);
      expect(right(lane)).toBeLessThanOrEqual(area.w);
      for (const other of plan.lots) expect(overlaps(lane, other.box)).toBe(false);
    }
  });
});

describe('a map of two hosts', () => {
  const facts = factsOf({ vms: [6, 4] });

  test('says everything at 1440×900 and fills most of the ground', () => {
    const area = { w: 856, h: 712 };
    const { lots } = planMap(facts, area, 1, INSETS[1]);
    const covered = lots.reduce((sum, { box }) => sum + box.w * box.h, 0) / (area.w * area.h);
    expect(lots.map(({ section }) => section.density)).toEqual(['full', 'full']);
    expect(covered).toBeGreaterThan(0.7);
    expect(lots[0]?.section.cells[0]?.h).toBeGreaterThanOrEqual(20);
  });

  test('is drawn half as large again on a large screen', () => {
    const { lots } = planMap(facts, { w: 1336, h: 892 }, 1, INSETS[1]);
    expect(lots[0]?.section.scale).toBeGreaterThan(1.5);
  });
});

describe('floors', () => {
  const area = { w: 836, h: 708 };
  const facts = factsOf({
    vms: [5, 5, 5, 5],
    frames: 48,
    blocks: 20,
    platforms: ['type1', 'type2', 'container', 'type1'],
  });
  const [one, two, three] = planMap(facts, area, 1, INSETS[1]).lots.map(({ section }) => section);

  test('say everything of four hosts with 48 frames at 1440×900', () => {
    expect([one?.density, two?.density, three?.density]).toEqual(['full', 'full', 'full']);
    expect(new Set([one?.size.h, two?.size.h, three?.size.h]).size).toBe(1);
  });

  test('are one more under a hypervisor that is an application of a host OS', () => {
    expect(one?.os).toBeNull();
    expect(two?.os?.y).toBeGreaterThanOrEqual(bottom(two?.platform ?? rect(0, 0, 0, 0)));
    expect(two?.slots[0]?.h).toBeLessThan(one?.slots[0]?.h ?? 0);
  });

  test('are one high shared kernel under containers, whose columns have none', () => {
    expect(three?.os).toBeNull();
    expect(three?.platform.h).toBeGreaterThan((one?.platform.h ?? 0) * 1.5);
    expect(three?.slots[0]?.h).toBeLessThan(one?.slots[0]?.h ?? 0);
  });

  test('do not depend on a neighbour of type 2 that is not there', () => {
    const flat = factsOf({ vms: [5, 5], frames: 48, blocks: 20 });
    expect(shapeOf(flat)).not.toBe(
      shapeOf(factsOf({ vms: [5, 5], frames: 48, blocks: 20, platforms: ['type1', 'type2'] })),
    );
  });
});

describe('zooming', () => {
  const area = { w: 520, h: 430 };
  const facts = factsOf({ vms: [6, 6, 6, 6, 6, 6, 6, 6] });

  test('keeps buildings in their places', () => {
    const fitted = planMap(facts, area, 1, INSETS[0]);
    const close = planMap(facts, area, 2, INSETS[0]);
    expect(close.size).toEqual({ w: 1040, h: 860 });
    close.lots.forEach((lot, i) => {
      const before = fitted.lots[i];
      expect(Math.abs(lot.box.x - (before?.box.x ?? 0) * 2)).toBeLessThanOrEqual(2);
      expect(Math.abs(lot.streetY - (before?.streetY ?? 0) * 2)).toBeLessThanOrEqual(2);
    });
  });

  test('comes to say more', () => {
    const densities = [1, 2, 4].map(
      (zoom) => planMap(facts, area, zoom, INSETS[0]).lots[0]?.section.density,
    );
    expect(densities).toEqual(['overview', 'compact', 'full']);
  });

  test('magnifies what says everything already, without moving anything', () => {
    const two = factsOf({ vms: [4, 4] });
    const wide = { w: 856, h: 712 };
    const cells = [1, 3].map(
      (zoom) => planMap(two, wide, zoom, INSETS[0]).lots[0]?.section.cells[5],
    );
    expect(Math.abs((cells[1]?.x ?? 0) - (cells[0]?.x ?? 0) * 3)).toBeLessThanOrEqual(2);
    expect(Math.abs((cells[1]?.y ?? 0) - (cells[0]?.y ?? 0) * 3)).toBeLessThanOrEqual(2);
  });
});

test('the plan depends on how many live where, not on who', () => {
  const free = factsOf({ vms: [3, 2] });
  const dirty = factsOf({ vms: [3, 2], frame: (row) => ({ ...row, residue: 1 }) });
  expect(shapeOf(dirty)).toBe(shapeOf(free));
  expect(shapeOf(factsOf({ vms: [8, 2] }))).not.toBe(shapeOf(free));
});
