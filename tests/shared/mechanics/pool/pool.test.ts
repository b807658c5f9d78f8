import { describe, expect, test } from 'vitest';
import { framesOf } from '../../../../shared/mechanics/pool/quota.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { Bench, hostsWith, tiny } from '../../../support/worlds.ts';

const bank: ScenarioFile['vms'][number] = {
  tenant: 'bank',
  host: 1,
  workload: 'payments',
  zone: 'app',
  asset: 'payment-keys',
  frames: 4,
  fills: 4,
  demand: 100,
  technique: 'hybrid',
};
const [first, second] = hostsWith({ frames: 8, blocks: 2 });
const box: ScenarioFile['hosts'][number] = { ...first!, platform: 'native' };

/** A machine of its own, and a host of the pool. */
const machine = (pooled: Partial<ScenarioFile['hosts'][number]> = {}): Bench =>
  new Bench(
    tiny({
      hosts: [box, { ...second!, ...pooled }],
      vms: [{ ...bank, technique: 'native' }],
      pace: { startCredits: 1000 },
    }),
  );
const refused = (bench: Bench, command: string, args: Record<string, number | string>) =>
  bench.give(command, args);

describe('a machine of its own', () => {
  test('R1 R17 does its work at the native cost, and is neither moved nor limited, kept nor given a neighbour', () => {
    const bench = machine();
    bench.run(5);
    const { native, useful } = bench.world.tally;
    expect(useful).toBe(native);
    expect(bench.world.vms[1]?.served).toBe(1000);
    for (const [command, args] of [
      ['migrate-vm', { vm: 1, host: 2 }],
      ['limit-vm', { vm: 1 }],
      ['reserve-vm', { vm: 1 }],
      ['balloon-vm', { vm: 1 }],
      ['snapshot-vm', { vm: 1 }],
    ] as const) {
      expect([command, refused(bench, command, args)]).not.toEqual([command, null]);
    }
    bench.ask(1, { kind: 'create', plan: { ...bench.world.vms[1]!, frames: 1 } });
    bench.run(1);
    const args = { request: 1, host: 1, technique: 'hybrid' } as const;
    expect(bench.give('create-vm', args)).toMatchObject({ code: 'rule.technique-unfit' });
  });

  test('R2 is imaged onto a host of the pool, off meanwhile; its box is retired, and costs nothing more', () => {
    const bench = machine();
    expect(bench.give('retire-host', { host: 1 })).toMatchObject({ code: 'rule.host-in-use' });
    expect(bench.give('consolidate', { vm: 1, host: 2, technique: 'hybrid' })).toBeNull();
    bench.run(1);
    expect(bench.world.vms[1]?.power).toBe('stopped');
    bench.run(100);
    expect(bench.world.vms[1]).toMatchObject({ host: 2, technique: 'hybrid', power: 'running' });
    expect(bench.give('retire-host', { host: 1 })).toBeNull();
    bench.run(40);
    expect(bench.world.hosts[1]?.retired).toBe(true);
    while (bench.world.tick % 300 !== 0) bench.run(1);
    const { upkeepPerHost } = bench.world.pace;
    expect(bench.events('bill').at(-1)?.data.upkeep).toBe(upkeepPerHost);
  });

  test('R2 a consolidation that is given up leaves it where it was, and running', () => {
    const bench = machine();
    bench.give('consolidate', { vm: 1, host: 2, technique: 'hybrid' });
    bench.run(2);
    const job = bench.world.jobs.findIndex((one) => one?.command === 'consolidate');
    bench.give('cancel-job', { job });
    bench.run(3);
    expect(bench.world.vms[1]).toMatchObject({ host: 1, technique: 'native', power: 'running' });
    expect(bench.world.hosts[2]?.free).toHaveLength(8);
  });
});

describe('what is bought', () => {
  test('R2 a host comes empty, and memory is handed out after what is free', () => {
    const bench = machine();
    expect(bench.give('buy-host', {})).toBeNull();
    expect(bench.give('buy-memory', { host: 2 })).toBeNull();
    bench.run(200);
    const { memoryFrames } = bench.world.pace;
    expect(bench.world.hosts[3]).toMatchObject({ platform: 'type1', retired: false });
    expect(bench.world.switches[3]?.version).toBe(bench.world.policies[1]?.version);
    const free = bench.world.hosts[2]?.free ?? [];
    expect(free).toHaveLength(8 + memoryFrames);
    expect(Math.max(...free.slice(-8))).toBeLessThan(Math.min(...free.slice(0, memoryFrames)));
  });
});

describe('R9 a balloon', () => {
  const shrunk = (scrub: 'never' | 'on-free' | 'on-death'): Bench => {
    const bench = new Bench(tiny({ hosts: hostsWith({ frames: 8, scrub }), vms: [bank] }));
    expect(bench.give('balloon-vm', { vm: 1 })).toBeNull();
    bench.run(40);
    expect(bench.world.vms[1]).toMatchObject({ frames: 2, fills: 2, filled: 2 });
    return bench;
  };
  const dirty = ({ world }: Bench): number =>
    world.frames.filter((frame) => frame?.host === 1 && frame.residue !== 0).length;

  test.each([
    ['never', 2],
    ['on-death', 2],
    ['on-free', 0],
  ] as const)('under %s leaves %i frames with what was in them', (scrub, left) => {
    expect(dirty(shrunk(scrub))).toBe(left);
  });

  test('R9 what a VM leaves that goes is zeroed where what a balloon takes is not', () => {
    const bench = new Bench(
      tiny({ hosts: hostsWith({ frames: 8, scrub: 'on-death' }), vms: [bank] }),
    );
    bench.ask(1, { kind: 'destroy', vm: 1 as never });
    bench.run(1);
    expect(bench.give('destroy-vm', { vm: 1 })).toBeNull();
    bench.run(20);
    expect(bench.world.vms[1]).toBeNull();
    expect(dirty(bench)).toBe(0);
  });

  test('R4 takes nothing from a VM with a reservation', () => {
    const bench = new Bench(
      tiny({ hosts: hostsWith({ frames: 8 }), vms: [{ ...bank, reserved: true }] }),
    );
    expect(bench.give('balloon-vm', { vm: 1 })).toMatchObject({ code: 'rule.nothing-to-take' });
  });
});

describe('a quota', () => {
  test('R7 bounds what operators may give, and counts what the tenant has and has asked for', () => {
    const bench = new Bench(tiny({ hosts: hostsWith({ frames: 20 }), vms: [bank] }));
    expect(bench.give('set-quota', { tenant: 1 })).toBeNull();
    bench.run(20);
    expect(framesOf(bench.world, 1 as never)).toBe(4);
    expect(bench.world.tenants[1]?.quota).toBe(8);
    bench.ask(1, { kind: 'create', plan: { ...bench.world.vms[1]!, frames: 5 } });
    bench.run(1);
    const args = { request: 1, host: 1, technique: 'hybrid' };
    expect(bench.give('create-vm', args)).toEqual({
      code: 'rule.over-quota',
      facts: { quota: 8, has: 4, wanted: 5 },
    });
  });
});
