import { describe, expect, test } from 'vitest';
import {
  COLUMN,
  fitBoard,
  groupsOf,
  layoutBoard,
  waysShown,
} from '../../../client/panels/red/board-layout.ts';
import { knownVm, way } from '../support/red-fixture.ts';

const alone = (count: number) => Array.from({ length: count }, (_, i) => knownVm(i + 1));

describe('what stands on one platform', () => {
  test('is what is known to share a host, in the order of discovery', () => {
    const knownVms = [
      knownVm(1),
      knownVm(2),
      knownVm(3, { ways: [way(0, { sameHost: true }), way(1, { sameHost: true })] }),
      knownVm(4, { ways: [way(3, { sameHost: true }), way(2, { sameHost: false })] }),
      knownVm(5, { ways: [way(2, { sameHost: null })] }),
    ];
    expect(groupsOf(knownVms)).toEqual([[1, 3, 4], [2], [5]]);
  });

  test('is joined whichever way round it was learned', () => {
    const knownVms = [knownVm(1, { ways: [way(3, { sameHost: true })] }), knownVm(2), knownVm(3)];
    expect(groupsOf(knownVms)).toEqual([[1, 3], [2]]);
  });

  test('is not joined by a VM that is not known', () => {
    expect(groupsOf([knownVm(1, { ways: [way(7, { sameHost: true })] }), knownVm(2)])).toEqual([
      [1],
      [2],
    ]);
  });
});

describe('the board', () => {
  test.each([320, 560, 760, 1200])('at %i pixels lets nothing overlap or stick out', (width) => {
    const knownVms = alone(23).map((row) =>
      row.id % 4 === 0 ? { ...row, ways: [way(row.id - 1, { sameHost: true })] } : row,
    );
    const { columns, height } = layoutBoard(knownVms, width);
    expect(columns.map(({ id }) => id).sort((a, b) => a - b)).toEqual(knownVms.map(({ id }) => id));
    for (const { id, x, y } of columns) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + COLUMN.width).toBeLessThanOrEqual(width);
      expect(y + COLUMN.height).toBeLessThanOrEqual(height);
      const on = columns.filter(
        (other) =>
          other.id !== id &&
          Math.abs(other.x - x) < COLUMN.width &&
          Math.abs(other.y - y) < COLUMN.height,
      );
      expect(on).toEqual([]);
    }
  });

  test('has one platform under every group, and goes on in another row when a host is too wide', () => {
    const one = alone(9).map((row) => ({ ...row, ways: [way(1, { sameHost: true })] }));
    const { sharedHosts, streets } = layoutBoard(one, 480);
    expect(sharedHosts.length).toBeGreaterThan(1);
    expect(sharedHosts.flatMap(({ knownVms }) => knownVms)).toEqual(one.map(({ id }) => id));
    expect(streets).toHaveLength(sharedHosts.length);
  });

  test('is empty without VMs, and one VM moves no other', () => {
    expect(layoutBoard([], 600).columns).toEqual([]);
    const before = layoutBoard(alone(5), 600).columns;
    expect(layoutBoard(alone(6), 600).columns.slice(0, 5)).toEqual(before);
  });

  test('is drawn larger while there is room for it', () => {
    expect(fitBoard(alone(3), 900, 600).scale).toBeGreaterThan(1);
    expect(fitBoard(alone(30), 600, 300).scale).toBe(1);
    const { width, scale } = fitBoard(alone(3), 900, 600);
    expect(width * scale).toBeLessThanOrEqual(900);
  });
});

describe('ways', () => {
  const knownVms = [
    knownVm(1, { power: 'running', ring: 'kernel', ways: [way(0, { reach: false })] }),
    knownVm(2, { ways: [way(0, { reach: true }), way(1, { reach: true })] }),
    knownVm(3, { ways: [way(1, { reach: false })] }),
    knownVm(4),
  ];
  const shown = (chosen: number) =>
    waysShown(layoutBoard(knownVms, 800), knownVms, chosen).map(
      ({ key, known }) => `${key}${known ? '' : '?'}`,
    );

  test('from the internet are there unless they are known to be closed', () => {
    expect(shown(0).filter((key) => key.startsWith('0-'))).toEqual(['0-2', '0-3?', '0-4?']);
  });

  test('from a foothold are those that are known to be open', () => {
    expect(shown(0).filter((key) => key.startsWith('1-'))).toEqual(['1-2']);
  });

  test('of the chosen VM are shown with what is not known of them, and of no other', () => {
    expect(shown(1).filter((key) => key.startsWith('1-'))).toEqual(['1-2', '1-4?']);
    expect(shown(4).filter((key) => key.startsWith('1-'))).toEqual(['1-4?']);
    expect(shown(3).filter((key) => key.startsWith('1-'))).toEqual([]);
  });

  test('begin only where code runs', () => {
    const off = knownVms.map((row) => (row.id === 1 ? { ...row, power: 'stopped' as const } : row));
    const ways = waysShown(layoutBoard(off, 800), off, 0);
    expect(ways.filter(({ kind }) => kind === 'wire')).toEqual([]);
  });
});
