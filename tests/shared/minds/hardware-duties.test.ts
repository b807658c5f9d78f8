import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch, stepMatch } from '../../../shared/match/match.ts';
import type { Duty } from '../../../shared/minds/defenders/duties/duty.ts';
import {
  flushCaches,
  partCaches,
  readCounters,
  singleThreads,
  unmerge,
} from '../../../shared/minds/defenders/duties/hardware.ts';
import type { World } from '../../../shared/world/world.ts';
import { blueOf } from '../support/views.ts';

/** Hosts for which a duty wishes something, in the room of the silent neighbours as it is changed. */
function wished(duty: Duty, change: (world: World) => void = () => undefined): unknown[] {
  const match = createMatch(scenarios['silent-neighbours']!, 1);
  for (let i = 0; i < 100; i += 1) stepMatch(match, [], { think: false });
  change(match.world);
  return duty.wishes(blueOf(match)).map(({ args }) => args.host);
}

describe('what the expert does about neighbours', () => {
  test('pages are parted where tenants share a host that merges them', () => {
    expect(wished(unmerge)).toEqual([1, 2]);
    const alone = (world: World): void => {
      for (const vm of world.vms) if (vm) Object.assign(vm, { tenant: 1 });
    };
    expect(wished(unmerge, alone)).toEqual([]);
  });

  test('not where there are too few frames for it', () => {
    const full = (world: World): void => {
      Object.assign(world.hosts[1]!, { free: [] });
    };
    expect(wished(unmerge, full)).toEqual([2]);
  });

  test('the L1 is flushed where only a flush is lacking, and SMT goes where a thread shares it', () => {
    expect(wished(flushCaches)).toEqual([3]);
    expect(wished(singleThreads)).toEqual([1]);
  });

  test('the cache is parted when counters show it being filled, while keys can be read from it', () => {
    expect(wished(partCaches)).toEqual([]);
    const filled = (world: World): void => {
      world.alerts.push({
        id: world.alerts.length as never,
        tick: world.tick,
        latest: world.tick,
        sensor: 'S13',
        host: 1 as never,
        vm: 1 as never,
        seen: { kind: 'set-evictions' },
        state: 'open',
        closedAt: 0,
      });
    };
    expect(wished(partCaches, filled)).toEqual([1]);
    const patched = (world: World): void => {
      filled(world);
      for (const vm of world.vms) if (vm) Object.assign(vm, { service: 12 });
    };
    expect(wished(partCaches, patched)).toEqual([]);
  });

  test('counters are read where they are not yet, once there is money to spare', () => {
    expect(wished(readCounters)).toEqual([2, 3]);
    const poor = (world: World): void => {
      world.credits = 10;
    };
    expect(wished(readCounters, poor)).toEqual([]);
  });
});
