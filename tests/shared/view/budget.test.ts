import { expect, test } from 'vitest';
import { Authority } from '../../../shared/authority/authority.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { expert } from '../../../shared/minds/defenders/expert.ts';
import { TICKS_PER_MINUTE, TICKS_PER_SECOND } from '../../../shared/world/ids.ts';

test('X2 Three tenants stays within the wire: 1 kB a second, and 8 kB for a whole view', () => {
  const authority = new Authority({ scenario: scenarios['three-tenants']!, seed: 1 });
  for (const seat of [1, 2, 3, 4]) authority.submit({ kind: 'seat', seat, pilot: 'human' });
  const wholes: number[] = [];
  let bytes = 0;
  let busiest = 0;
  let minute = 0;
  for (let n = 0; !authority.over; ) {
    const { frames } = authority.step();
    const size = frames.get('blue')?.length ?? 0;
    bytes += size;
    minute += size;
    if (authority.tick % TICKS_PER_MINUTE === 0) {
      busiest = Math.max(busiest, minute);
      minute = 0;
      wholes.push(authority.since('blue', -1).reduce((sum, frame) => sum + frame.length, 0));
    }
    if (authority.tick % TICKS_PER_SECOND !== 0) continue;
    const wishes = expert(authority.projection, (subject) => authority.offers(1, subject));
    wishes.forEach((wish, i) => {
      n += 1;
      authority.submit({ kind: 'order', seat: 1 + (i % 4), n, ...wish });
    });
  }
  expect(wholes).toHaveLength(12);
  expect(Math.max(...wholes)).toBeLessThan(8192);
  expect(bytes / (authority.tick / TICKS_PER_SECOND)).toBeLessThan(1000);
  expect(busiest / 60).toBeLessThan(1000);
  // Something is said in every second of it.
  expect(bytes).toBeGreaterThan(authority.tick);
});
