import { describe, expect, test } from 'vitest';
import { commands } from '../../../shared/commands/registry.ts';
import { takeBlocks } from '../../../shared/mechanics/disk.ts';
import { destroyVm } from '../../../shared/mechanics/lifecycle.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { bankVm, disked, frames, letIn, STREET } from '../../support/storage.ts';
import { Bench, hostileShop, id } from '../../support/worlds.ts';

const flaws = [
  { name: 'shellshock', fixedIn: 12, public: true },
  { name: 'guest-privilege', fixedIn: 14, public: false },
] as const satisfies ScenarioFile['flaws'];

const benchOf = (over: Partial<ScenarioFile> = {}): Bench =>
  new Bench(disked({ ...STREET, flaws: [...flaws], attackers: [hostileShop], ...over }));

const making = (bench: Bench): void => {
  bench.ask(2);
  bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
};

const soAlready = { code: 'rule.already-so', facts: {} };
const beingMade = { code: 'rule.wrong-power', facts: { power: 'provisioning' } };
const nothing = { code: 'rule.no-such-thing', facts: {} };

describe('patch-guest', () => {
  test('G1 it raises what is published to be mended, and nothing that is not', () => {
    const bench = benchOf();
    expect(bench.give('patch-guest', { vm: 1 })).toBeNull();
    expect(bench.world.vms[1]?.power).toBe('running');
    bench.run(4);
    expect(bench.world.vms[1]).toMatchObject({ service: 12, kernel: 10 });
    expect(bench.events('patched').map(({ data }) => data)).toEqual([{ from: 10, to: 12 }]);
    expect(bench.give('patch-guest', { vm: 1 })).toEqual(soAlready);
    setFact(bench.world, 'flaws', 2, 'public', true, SCENARIO);
    expect(bench.give('patch-guest', { vm: 1 })).toBeNull();
    bench.run(4);
    expect(bench.world.vms[1]).toMatchObject({ service: 12, kernel: 14 });
    expect(bench.events('patched').at(-1)?.data).toEqual({ from: 10, to: 14 });
  });

  test('G1 a flaw of one service is mended in every guest’s programs, and one of a kernel is not in them', () => {
    const queue = { name: 'queue-deserialisation', fixedIn: 15, public: false } as const;
    const bench = benchOf({ flaws: [...flaws, queue] });
    bench.give('patch-guest', { vm: 1 });
    bench.run(4);
    expect(bench.world.vms[1]).toMatchObject({ service: 12, kernel: 10 });
    setFact(bench.world, 'flaws', 3, 'public', true, SCENARIO);
    expect(bench.give('patch-guest', { vm: 1 })).toBeNull();
    bench.run(4);
    // One update renews all programs of the guest; its kernel is another component.
    expect(bench.world.vms[1]).toMatchObject({ service: 15, kernel: 10 });
    const [, second] = bench.events('patched');
    expect(second?.data).toEqual({ from: 12, to: 15 });
  });

  test('G1 nothing is ever patched down', () => {
    const bench = benchOf({ vms: [bankVm({ service: 30, kernel: 9 })] });
    expect(bench.give('patch-guest', { vm: 1 })).toEqual(soAlready);
    setFact(bench.world, 'flaws', 2, 'public', true, SCENARIO);
    bench.give('patch-guest', { vm: 1 });
    bench.run(4);
    expect(bench.world.vms[1]).toMatchObject({ service: 30, kernel: 14 });
  });

  test('G2 it patches neither the image nor the snapshot', () => {
    const bench = benchOf({ vms: [bankVm({ snapshot: { kernel: 10, service: 10 } })] });
    bench.give('patch-guest', { vm: 1 });
    bench.run(4);
    expect(bench.world.images[1]?.service).toBe(10);
    expect(bench.world.snapshots[1]?.service).toBe(10);
  });

  test('J7 it is refused for what is being made, and for nothing', () => {
    const bench = benchOf();
    making(bench);
    expect(bench.give('patch-guest', { vm: 2 })).toEqual(beingMade);
    expect(bench.give('patch-guest', { vm: 9 })).toEqual(nothing);
  });
});

describe('patch-image', () => {
  test('G2 what is made from then on is born patched, and what was made before stays old', () => {
    const bench = benchOf();
    expect(bench.give('patch-image', { image: 1 })).toBeNull();
    bench.run(3);
    expect(bench.world.images[1]).toMatchObject({ service: 12, kernel: 10 });
    expect(bench.world.vms[1]?.service).toBe(10);
    making(bench);
    expect(bench.world.vms[2]?.service).toBe(12);
    const [patched] = bench.events('patched');
    expect(bench.events('vm-placed').at(-1)?.causes).toContain(patched?.seq);
  });

  test('J7 it is refused when nothing is to be mended, and for nothing', () => {
    const bench = benchOf({ flaws: [] });
    expect(bench.give('patch-image', { image: 1 })).toEqual(soAlready);
    expect(bench.give('patch-image', { image: 9 })).toEqual(nothing);
  });

  test('G2 an image is looked at by itself and by a VM that was made from it', () => {
    const { world } = benchOf();
    const offers = (subject: 'images/1' | 'vms/1' | 'vms/9' | 'hosts/1') =>
      commands.get('patch-image')!.offers(world, subject);
    expect([offers('images/1'), offers('vms/1')]).toEqual([[{ image: 1 }], [{ image: 1 }]]);
    expect([offers('vms/9'), offers('hosts/1')]).toEqual([[], []]);
  });
});

describe('rebuild-vm', () => {
  test('G3 it is off meanwhile, and comes back as its image is, with nobody in it', () => {
    const bench = benchOf({ vms: [bankVm({ service: 30, kernel: 30, devices: ['xhci'] })] });
    letIn(bench, 1, 'kernel');
    setFact(bench.world, 'vms', 1, 'deviceProcess', id(1), SCENARIO);
    expect(bench.give('rebuild-vm', { vm: 1 })).toBeNull();
    expect(bench.world.vms[1]?.power).toBe('stopped');
    expect(bench.world.credits).toBe(18);
    bench.run(8);
    expect(bench.world.vms[1]).toMatchObject({
      power: 'running',
      service: 10,
      kernel: 10,
      devices: ['disk', 'nic'],
      foothold: 'none',
      intruder: 0,
      deviceProcess: 0,
      memory: [1, 2, 3],
    });
    expect(frames(bench.world, 1)).toEqual(['1:1:0']);
    expect(bench.events('evicted')).toHaveLength(1);
  });

  test('G3 one that was off is on when it is done, and what was rolled back is so no more', () => {
    const bench = benchOf();
    setFact(bench.world, 'vms', 1, 'power', 'stopped', SCENARIO);
    setFact(bench.world, 'vms', 1, 'revertedFrom', 12, SCENARIO);
    bench.give('rebuild-vm', { vm: 1 });
    expect(bench.events('vm-stopped')).toEqual([]);
    bench.run(8);
    expect(bench.world.vms[1]).toMatchObject({ power: 'running', revertedFrom: 0 });
  });

  test('G3 A7 nobody is thrown out of what they rent', () => {
    const bench = benchOf();
    bench.act('entry-tenant');
    bench.run(1);
    bench.give('create-vm', { request: 1, host: 2, technique: 'hvm' });
    bench.run(3);
    bench.give('rebuild-vm', { vm: 2 });
    bench.run(8);
    expect(bench.world.vms[2]).toMatchObject({ foothold: 'kernel', intruder: 1 });
  });

  test('J4 cancelled, it is off and nothing else has changed', () => {
    const bench = benchOf({ vms: [bankVm({ service: 30 })] });
    letIn(bench, 1, 'user');
    bench.give('rebuild-vm', { vm: 1 });
    bench.give('cancel-job', { job: 1 });
    bench.run(9);
    expect(bench.world.vms[1]).toMatchObject({ power: 'stopped', service: 30, foothold: 'user' });
    expect(bench.world.credits).toBe(18);
  });

  test('J7 it is refused for what is being made, without credits, and for nothing', () => {
    const bench = benchOf({ pace: { startCredits: 1 } });
    expect(bench.give('rebuild-vm', { vm: 1 })).toMatchObject({ code: 'rule.too-few-credits' });
    expect(bench.give('rebuild-vm', { vm: 9 })).toEqual(nothing);
    making(bench);
    expect(bench.give('rebuild-vm', { vm: 2 })).toEqual(beingMade);
  });
});

describe('snapshot-vm and rollback-vm', () => {
  test('G6 G7 what is kept can be gone back to: the fix made since is undone', () => {
    const bench = benchOf();
    expect(bench.give('rollback-vm', { vm: 1 })).toEqual({ code: 'rule.no-snapshot', facts: {} });
    expect(bench.give('snapshot-vm', { vm: 1 })).toBeNull();
    bench.run(2);
    expect(bench.world.snapshots[1]).toMatchObject({ vm: 1, service: 10 });
    bench.give('patch-guest', { vm: 1 });
    bench.run(4);
    expect(bench.give('rollback-vm', { vm: 1 })).toBeNull();
    bench.run(3);
    expect(bench.world.vms[1]).toMatchObject({ service: 10, revertedFrom: 12 });
    expect(bench.events('vm-reverted')[0]?.actor).toEqual({ kind: 'seat', id: 1 });
  });

  test('J7 J3 without a free block it is refused, or ends', () => {
    const bench = benchOf();
    bench.give('snapshot-vm', { vm: 1 });
    takeBlocks(bench.world, id(1), 2, SCENARIO);
    bench.run(1);
    expect(bench.events('job-ended').map(({ data }) => data.outcome)).toEqual([
      'no-longer-allowed',
    ]);
    expect(bench.give('snapshot-vm', { vm: 1 })).toEqual({
      code: 'rule.blocks-short',
      facts: { host: 1, free: 0, wanted: 1 },
    });
  });

  test('J3 a rollback ends when the VM is gone', () => {
    const bench = benchOf({ vms: [bankVm({ snapshot: { kernel: 10, service: 10 } })] });
    bench.give('rollback-vm', { vm: 1 });
    destroyVm(bench.match, id(1), NATURE, SCENARIO);
    bench.run(1);
    expect(bench.events('job-ended').map(({ data }) => data.outcome)).toEqual(['subject-gone']);
  });

  test('J7 both are refused for what is being made', () => {
    const bench = benchOf();
    making(bench);
    expect(bench.give('snapshot-vm', { vm: 2 })).toEqual(beingMade);
    expect(bench.give('rollback-vm', { vm: 2 })).toEqual(beingMade);
  });
});
