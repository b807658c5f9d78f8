import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch, stepMatch } from '../../../shared/match/match.ts';
import type { Duty } from '../../../shared/minds/defenders/duties/duty.ts';
import { limit, unswap } from '../../../shared/minds/defenders/duties/pool.ts';
import type { Observation } from '../../../shared/world/alert.ts';
import type { World } from '../../../shared/world/world.ts';
import { blueOf } from '../support/views.ts';

/** What a duty wishes in the pool of *Moving in*, as it is changed. */
function wished(duty: Duty, ...changes: ((world: World) => void)[]): unknown[] {
  const match = createMatch(scenarios['moving-in']!, 1);
  for (let i = 0; i < 10; i += 1) stepMatch(match, [], { think: false });
  for (const change of changes) change(match.world);
  return duty.wishes(blueOf(match));
}

/** A sensor told that of a VM on H5. */
const told =
  (vm: number, seen: Observation) =>
  (world: World): void => {
    world.alerts.push({
      id: world.alerts.length as never,
      tick: world.tick,
      latest: world.tick,
      sensor: 'S13',
      host: 5 as never,
      vm: vm as never,
      seen,
      state: 'open',
      closedAt: 0,
    });
  };

const on = (world: World, host: number): number =>
  world.vms.findIndex((vm) => vm !== undefined && vm?.host === host);

describe('what the expert does about a pool', () => {
  const swapping = (world: World): void => told(on(world, 5), { kind: 'swapping' })(world);

  test('R10 whoever has its neighbours swapped goes to a host that has what it promises', () => {
    expect(wished(unswap)).toEqual([]);
    expect(wished(unswap, swapping)).toEqual([
      { command: 'migrate-vm', args: { vm: expect.any(Number), host: 4 } },
    ]);
  });

  test.each([
    ['promises more itself', { overcommit: true }],
    ['is full', { free: [] }],
    ['has no cycles left', { load: 990 }],
  ])('R10 R11 where the other %s, the host is given memory', (_, change) => {
    const less = (world: World): void => {
      Object.assign(world.hosts[4]!, change);
    };
    expect(wished(unswap, swapping, less)).toEqual([{ command: 'buy-memory', args: { host: 5 } }]);
  });

  test('R6 K104 a limit goes to what makes others wait, and not where a core is not given back', () => {
    const steal = (world: World): void => told(on(world, 5), { kind: 'steal' })(world);
    const stuck = (world: World): void => told(on(world, 5), { kind: 'core-stuck' })(world);
    expect(wished(limit, steal)).toEqual([
      { command: 'limit-vm', args: { vm: expect.any(Number) } },
    ]);
    expect(wished(limit, steal, stuck)).toEqual([]);
  });
});
