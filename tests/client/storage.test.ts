import { expect, test } from 'vitest';
import { forgetfulShelf, openShelf, type Shelf } from '../../client/storage.ts';

function full(held: Readonly<Record<string, string>> = {}): Shelf {
  return {
    getItem: (key) => held[key] ?? null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: () => {},
  };
}

const forbidden = (): Shelf => {
  throw new DOMException('forbidden', 'SecurityError');
};

test.each([
  ['full', () => full({ old: 'kept' })],
  ['forbidden', forbidden],
] as const)('storage that is %s keeps things for the page, and that is told', (_, open) => {
  let told = 0;
  const shelf = openShelf(open, () => {
    told += 1;
  });
  // Before anything is lost.
  expect(told).toBeGreaterThan(0);
  shelf.setItem('seat', 'mine');
  expect(shelf.getItem('seat')).toBe('mine');
  shelf.removeItem('seat');
  expect(shelf.getItem('seat')).toBeNull();
});

test('what a full storage holds already is still read', () => {
  const shelf = openShelf(() => full({ old: 'kept' }));
  expect(shelf.getItem('old')).toBe('kept');
  shelf.setItem('old', 'newer');
  expect(shelf.getItem('old')).toBe('newer');
});

test('storage that works is used as it is, and nothing is left of the probe', () => {
  let told = 0;
  const real = forgetfulShelf();
  const shelf = openShelf(
    () => real,
    () => {
      told += 1;
    },
  );
  shelf.setItem('seat', 'mine');
  expect(real.getItem('seat')).toBe('mine');
  expect(real.getItem('hyperward/probe')).toBeNull();
  expect(told).toBe(0);
});
