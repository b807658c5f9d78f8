import { describe, expect, test } from 'vitest';
import { DARK, mix, tenantColour } from '../../../client/map/drawing/palette.ts';
import { nineSlice } from '../../../client/map/drawing/piece.ts';
import { rect } from '../../../client/map/drawing/rect.ts';
import { LEAST_TYPE, typeOf } from '../../../client/map/drawing/text.ts';
import { FITTED, panned, settled, zoomedAt } from '../../../client/map/motion/camera.ts';
import { Motion } from '../../../client/map/motion/motion.ts';
import { setter } from './fixture.ts';

describe('the camera', () => {
  const area = { w: 800, h: 600 };

  test('keeps what is under the pointer under it', () => {
    const before = zoomedAt(FITTED, area, 2, 300, 200);
    const after = zoomedAt(before, area, 1.3, 120, 500);
    expect((before.x + 120) / before.zoom).toBeCloseTo((after.x + 120) / after.zoom);
    expect((before.y + 500) / before.zoom).toBeCloseTo((after.y + 500) / after.zoom);
  });

  test('never leaves the drawing', () => {
    expect(panned(FITTED, area, 50, 50)).toEqual(FITTED);
    expect(settled({ zoom: 2, x: 5000, y: -3 }, area)).toEqual({ zoom: 2, x: 800, y: 0 });
    expect(zoomedAt({ zoom: 3, x: 9, y: 9 }, area, 0.01, 10, 10)).toEqual(FITTED);
  });
});

describe('motion', () => {
  test('is idle when everything has arrived, and not before', () => {
    const motion = new Motion();
    const seen: number[] = [];
    let ended = 0;
    motion.start('a', {
      wait: 50,
      length: 100,
      apply: (share) => seen.push(share),
      done: () => (ended += 1),
    });
    for (const now of [1000, 1040, 1100, 1149]) motion.step(now);
    expect(motion.idle).toBe(false);
    motion.step(1150);
    expect(motion.idle).toBe(true);
    expect([seen[0], seen.at(-1), ended]).toEqual([0, 1, 1]);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  test('gives a channel to its newest move', () => {
    const motion = new Motion();
    let at = '';
    motion.start('a', { wait: 0, length: 10, apply: () => (at = 'old') });
    motion.start('a', { wait: 0, length: 10, apply: () => (at = 'new') });
    motion.step(0);
    motion.finish();
    expect([at, motion.idle]).toEqual(['new', true]);
  });
});

describe('type', () => {
  test('is never smaller than it may be', () => {
    expect(typeOf(8, 500).size).toBe(LEAST_TYPE);
    expect(setter.shrink('a very long name', typeOf(13, 500), 10, 0.1).size).toBe(LEAST_TYPE);
  });

  test('is shortened only when nothing fits whole', () => {
    const type = typeOf(11, 500);
    expect(setter.choose(['Ring 0 kernel', 'Ring 0'], type, 45)).toBe('Ring 0');
    expect(setter.choose(['Payments'], type, 45)).toMatch(/…$/);
    expect(setter.choose(['Payments'], type, 5)).toBe('');
  });

  test('breaks at spaces', () => {
    expect(setter.wrap('Patient DB', typeOf(LEAST_TYPE, 500), 56, 2)).toEqual(['Patient', 'DB']);
    expect(setter.wrap('Patient DB', typeOf(LEAST_TYPE, 500), 500, 2)).toEqual(['Patient DB']);
  });
});

describe('colours', () => {
  test('start again after the last tenant', () => {
    expect(tenantColour(DARK, 5)).toBe(tenantColour(DARK, 1));
    expect(tenantColour(DARK, 1)).toBe('#56b4e9');
  });

  test('mix', () => {
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  });
});

test('slices cover the box exactly', () => {
  const stamp = { key: 'k', size: { w: 20, h: 20 }, paint: () => {} };
  const box = rect(3, 4, 100, 15);
  const parts = nineSlice({ id: 'p', stamp, box, depth: 0, lit: 1 }, 8);
  expect(parts.reduce((sum, part) => sum + part.box.w * part.box.h, 0)).toBe(100 * 15);
});
