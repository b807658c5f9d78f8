import { describe, expect, test } from 'vitest';
import { neighboursOf } from '../../../../shared/mechanics/burning.ts';
import { work } from '../../../../shared/mechanics/work.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { SCENARIO, type VmId } from '../../../../shared/world/ids.ts';
import { UNLIMITED, type Vm } from '../../../../shared/world/machine/vm.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { benchOnNetwork } from '../../../support/setups/network.ts';
import { Bench, hostileShop, hostsWith, id, tiny, turnOf } from '../../../support/worlds.ts';

const guest: ScenarioFile['vms'][number] = {
  tenant: 'bank',
  host: 1,
  workload: 'analytics',
  zone: 'app',
  asset: 'payment-keys',
  frames: 1,
  fills: 1,
  demand: 100_000,
  technique: 'hybrid',
};
const shop: ScenarioFile['vms'][number] = {
  ...guest,
  tenant: 'shop',
  workload: 'order-queue',
  asset: 'orders',
};

/** How much of its work VM 2 gets done beside VM 1, in permille. */
function besides(noisy: Partial<Vm>, quiet: Partial<Vm> = {}): number {
  const turn = turnOf(
    tiny({ hosts: hostsWith({ capacity: 412_000 }), vms: [shop, guest, guest, guest] }),
  );
  const { world } = turn;
  Object.assign(world.vms[1]!, noisy);
  Object.assign(world.vms[2]!, quiet);
  world.tick = 5;
  work(turn);
  return world.vms[2]?.served ?? 0;
}

describe('a hostile neighbour', () => {
  test('R6 W9 under a limit it costs the others at most 5 % (C-check 12, C19)', () => {
    expect(besides({})).toBe(1000);
    const limited = besides({ burning: true, limit: 250 });
    expect(limited).toBeLessThan(1000);
    expect(limited).toBeGreaterThanOrEqual(950);
  });

  test('R6 R4 without one it takes nearly everything, but for what is reserved (C-check 12)', () => {
    expect(besides({ burning: true })).toBeLessThan(110);
    expect(besides({ burning: true }, { reserved: true })).toBe(1000);
  });

  test('W8 a lawful batch asks for twice its cycles, and its neighbours lose little by it', () => {
    const beside = besides({ batchUntil: 100 });
    expect(beside).toBeGreaterThan(800);
    expect(beside).toBeLessThan(1000);
    expect(besides({ batchUntil: 5 })).toBe(1000);
  });
});

describe('a harm of starved neighbours', () => {
  function starved(): Bench {
    const bench = benchOnNetwork({
      vms: [shop, { ...guest, tenant: 'hospital', asset: 'patient-records' }],
    });
    bench.act('dos-noisy-neighbour', { from: 1, vm: 2 });
    bench.run(24);
    expect(bench.world.breaches[1]).toMatchObject({ kind: 'starved', open: true, vm: 1 });
    return bench;
  }

  test.each([
    ['it is limited', (bench: Bench) => setFact(bench.world, 'vms', 1, 'limit', 300, SCENARIO)],
    [
      'its neighbour moves',
      (bench: Bench) => setFact(bench.world, 'vms', 2, 'host', id(2), SCENARIO),
    ],
    [
      'its neighbour has a reservation',
      (bench: Bench) => setFact(bench.world, 'vms', 2, 'reserved', true, SCENARIO),
    ],
    ['it is stopped', (bench: Bench) => bench.give('stop-vm', { vm: 1 })],
  ] as const)('A97 is open while others go short, and over when %s', (_, end) => {
    const bench = starved();
    bench.run(1);
    expect(bench.world.breaches[1]?.open).toBe(true);
    expect(bench.world.vms[1]).toMatchObject({ burning: true, limit: UNLIMITED });
    end(bench);
    bench.run(4);
    expect(bench.world.breaches[1]?.open).toBe(false);
  });

  test('A97 what burned is gone with its processes', () => {
    const bench = starved();
    bench.give('stop-vm', { vm: 1 });
    bench.run(4);
    expect(bench.world.vms[1]?.burning).toBe(false);
    expect(neighboursOf(bench.world, id<VmId>(1))).toHaveLength(1);
  });
});

describe('a storm of creations', () => {
  const storm = (quota: number, over: Partial<ScenarioFile> = {}): Bench => {
    const bench = new Bench(tiny({ attackers: [hostileShop], ...over }));
    setFact(bench.world, 'tenants', 2, 'quota', quota, SCENARIO);
    bench.act('dos-create-storm');
    bench.run(20);
    return bench;
  };

  test('A98 R8 S54 takes the pool where no quota holds the tenant, and is told of by its calls', () => {
    const bench = storm(0);
    expect(bench.world.breaches[1]).toMatchObject({ kind: 'exhausted', open: true });
    expect(bench.events('vm-placed').length).toBeGreaterThan(1);
    expect(bench.events('alert').map(({ data }) => data.seen.kind)).toContain('api-calls');
  });

  test.each([true, false])(
    'A98 R10 it is given what a full host can promise beside its frames, and no more: %s',
    (overcommit) => {
      const { frames } = hostileShop.plan;
      // One VM has all frames of each host.
      const full = [1, 2].map((host) => ({ ...guest, host, frames: 8, fills: 1 }));
      const bench = storm(0, { hosts: hostsWith({ frames: 8, overcommit }), vms: full });
      expect(frames).toBeLessThanOrEqual(4);
      expect(bench.events('vm-placed').length > 1).toBe(overcommit);
      expect(bench.world.breaches[1]?.kind).toBe(overcommit ? 'exhausted' : undefined);
    },
  );

  test('A98 R7 comes to nothing where one does', () => {
    const bench = storm(2);
    expect(bench.world.breaches[1]).toBeUndefined();
    expect(bench.events('vm-placed')).toEqual([]);
  });
});
