import { describe, expect, test } from 'vitest';
import { guestCost, guestPermille } from '../../../shared/mechanics/cost/guest-cost.ts';
import { iommuCost } from '../../../shared/mechanics/cost/taxes.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { type FrameId, SCENARIO } from '../../../shared/world/ids.ts';
import { MIXES } from '../../../shared/world/machine/workload.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { CARD } from '../../support/setups/own-device.ts';
import { Bench, hostsWith, id, tiny } from '../../support/worlds.ts';

const IMAGE: NonNullable<ScenarioFile['images']>[number] = {
  name: 'web-2015',
  os: 'open',
  container: false,
  kernel: 10,
  service: 10,
  devices: ['disk', 'nic'],
};

type Over = Partial<ScenarioFile['vms'][number]>;

/** VM 1 on a host with two functions to give away. */
const bench = (vm: Over = {}, host: Parameters<typeof hostsWith>[0] = CARD): Bench =>
  new Bench(
    tiny({ hosts: hostsWith(host), vms: [{ ...tiny().vms[0]!, technique: 'hybrid', ...vm }] }),
  );

const card = ({ world }: Bench): unknown => world.vms[1]?.card;

describe('attach-vf and virtual-card', () => {
  test('K90 K91 it is unplugged, and has a function; and a virtual card again, unknown to its switch', () => {
    const made = bench();
    expect(made.give('attach-vf', { vm: 1 })).toBeNull();
    expect(card(made)).toBe('none');
    made.run(6);
    expect(card(made)).toBe('vf');
    expect(made.world.vms[1]?.power).toBe('running');
    expect(made.world.switches[1]?.ports).toEqual([]);
    expect(made.give('attach-vf', { vm: 1 })?.code).toBe('rule.already-so');
    expect(made.give('virtual-card', { vm: 1 })).toBeNull();
    made.run(6);
    expect(card(made)).toBe('virtual');
    expect(made.world.switches[1]?.ports).toEqual([]);
    expect(made.give('virtual-card', { vm: 1 })?.code).toBe('rule.already-so');
  });

  /** VMs of one image whose last pages are merged, on a host of so many frames. */
  const merged = (frames: number, count = 2, over: Over = {}): Bench => {
    const vm = { ...tiny().vms[0]!, technique: 'hybrid' as const, fills: 1, ...over };
    const made = new Bench(
      tiny({
        hosts: hostsWith({ ...CARD, frames, dedup: true }),
        images: [{ ...IMAGE, alike: 1 }],
        vms: Array.from({ length: count }, () => vm),
      }),
    );
    made.run(20);
    return made;
  };
  const shared = ({ world }: Bench): number =>
    world.vms.reduce((sum, vm) => sum + (vm?.merged.length ?? 0), 0);

  test.each([1, 2])(
    'W12 given a function, VM %i has each of its pages alone, and stays so',
    (vm) => {
      const made = merged(8);
      expect(shared(made)).toBe(1);
      expect(made.give('attach-vf', { vm })).toBeNull();
      made.run(6);
      expect(made.world.vms[vm]).toMatchObject({ card: 'vf', merged: [] });
      expect(made.world.vms[vm]?.memory).toHaveLength(2);
      made.run(40);
      expect(shared(made)).toBe(0);
      expect(made.world.hosts[1]?.free).toHaveLength(4);
      expect(made.give('virtual-card', { vm })).toBeNull();
      made.run(40);
      expect(shared(made)).toBe(1);
    },
  );

  test('W12 what others read in its frames stays with them', () => {
    const made = merged(8, 3);
    expect(shared(made)).toBe(2);
    made.give('attach-vf', { vm: 1 });
    made.run(6);
    expect(shared(made)).toBe(1);
    const owners = made.world.frames.filter((frame) => frame?.image === 1);
    expect(owners.map((frame) => frame?.owner).sort()).toEqual([1, 2]);
  });

  test('W12 without a frame for each shared page it is given no function', () => {
    const made = merged(8, 4);
    const free = made.world.hosts[1]?.free as FrameId[];
    free.length = 0;
    expect(made.give('attach-vf', { vm: 1 })).toEqual({
      code: 'rule.frames-short',
      facts: { host: 1, free: 0, wanted: 1 },
    });
  });

  test('R16 while it runs its memory is pinned: it is given no more, and no balloon takes any', () => {
    const made = bench({ card: 'vf', frames: 4 });
    made.ask(1, { kind: 'grow', vm: id(1), frames: 1 });
    made.run(1);
    expect(made.give('grow-vm', { request: 1 })?.code).toBe('rule.pinned');
    expect(made.give('balloon-vm', { vm: 1 })?.code).toBe('rule.pinned');
    made.give('stop-vm', { vm: 1 });
    made.run(4);
    expect(made.give('grow-vm', { request: 1 })).toBeNull();
  });

  test.each(['virtual', 'vf'] as const)('K91 given up, it has again what it had: %s', (had) => {
    const made = bench({ card: had });
    made.give(had === 'vf' ? 'virtual-card' : 'attach-vf', { vm: 1 });
    made.run(2);
    made.give('cancel-job', { job: 1 });
    made.run(1);
    expect(card(made)).toBe(had);
  });

  test('K90 what stands in the way is said: no function free, no IOMMU, a technique without drivers', () => {
    const lack = (vm: Over, host: object): unknown =>
      bench(vm, { ...CARD, ...host }).give('attach-vf', { vm: 1 })?.facts;
    expect(lack({}, { vfs: 0 })).toEqual({ host: 1, lack: 'none-free' });
    const off = { iommu: false, interruptRemapping: false };
    expect(lack({}, off)).toEqual({ host: 1, lack: 'no-iommu' });
    expect(lack({ technique: 'bt' }, {})).toEqual({ host: 1, lack: 'technique' });
    expect(lack({ technique: 'para' }, off)).toBeUndefined();
  });

  test('K91 with hardware of its own it is not moved while it runs, and leaves it behind when it is off', () => {
    const made = bench({ card: 'vf' });
    expect(made.give('migrate-vm', { vm: 1, host: 2 })?.code).toBe('rule.own-device');
    made.give('stop-vm', { vm: 1 });
    made.run(3);
    expect(made.give('migrate-vm', { vm: 1, host: 2 })).toBeNull();
    made.run(8);
    expect(made.world.vms[1]).toMatchObject({ host: 2, card: 'virtual' });
  });

  test('K90 converted to what cannot drive it, it has a virtual card', () => {
    const made = bench({ card: 'vf' });
    made.give('convert-vm', { vm: 1, technique: 'bt' });
    made.run(10);
    expect(made.world.vms[1]).toMatchObject({ technique: 'bt', card: 'virtual' });
  });
});

describe('enable-iommu and remap-interrupts', () => {
  test('K93 each takes a chipset that can, the second the first, and a restart', () => {
    const made = bench({}, { remaps: 'interrupts' });
    expect(made.give('remap-interrupts', { host: 1 })?.code).toBe('rule.iommu-off');
    expect(made.give('enable-iommu', { host: 1 })).toBeNull();
    made.run(1);
    expect(made.world.vms[1]?.power).toBe('stopped');
    made.run(10);
    expect(made.world.vms[1]?.power).toBe('running');
    expect(made.world.hosts[1]?.iommu).toBe(true);
    expect(made.give('remap-interrupts', { host: 1 })).toBeNull();
    made.run(12);
    expect(made.world.hosts[1]?.interruptRemapping).toBe(true);
    expect(made.give('enable-iommu', { host: 2 })).toBeNull();
    const none = bench({}, {});
    expect(none.give('enable-iommu', { host: 1 })?.code).toBe('rule.no-remapping');
  });
});

describe('what it costs', () => {
  const host = { ...bench().world.hosts[1]!, iommu: false };
  const of = (
    workload: 'file-mirror' | 'market-feed',
    over: { readonly card?: 'vf'; readonly technique?: 'hvm' },
  ): Parameters<typeof guestCost>[0] => ({
    workload,
    technique: 'hybrid',
    devices: ['disk', 'nic'],
    ...over,
  });

  test('K92 C-check 5: CPU by SR-IOV < paravirtual < emulated, and near native (C47: 1.00)', () => {
    const vf = guestPermille(of('file-mirror', { card: 'vf' }), host);
    const para = guestPermille(of('file-mirror', {}), host);
    const emulated = guestPermille(of('file-mirror', { technique: 'hvm' }), host);
    const said = `published 1.00 (C47) and 1.46-3.1 (C13); here ${vf}, ${para}, ${emulated} permille`;
    expect([vf < para, para < emulated, vf <= 1100], said).toEqual([true, true, true]);
  });

  test('K92 where each packet is waited for a function is what makes the difference', () => {
    const vf = guestPermille(of('market-feed', { card: 'vf' }), host);
    const para = guestPermille(of('market-feed', {}), host);
    const emulated = guestPermille(of('market-feed', { technique: 'hvm' }), host);
    expect([vf < 1100, para > 1300, para <= emulated]).toEqual([true, true, true]);
  });

  test('K92 an IOMMU is paid for by virtual devices: nothing for a card of one’s own that is all it uses', () => {
    const cost = (over: { readonly card?: 'vf' }, iommu: boolean): number =>
      guestCost(of('file-mirror', over), { ...host, iommu });
    expect(cost({}, true) - cost({}, false)).toBe(iommuCost(MIXES.packets, 'deferred'));
    expect(cost({ card: 'vf' }, true)).toBe(cost({ card: 'vf' }, false));
  });
});

describe('who takes a MAC address over', () => {
  const router = (over: Over, host: object = {}): unknown => {
    const made = bench({ workload: 'vrrp-router', ...over }, { ...CARD, ...host });
    made.run(5);
    return made.world.vms[1]?.faults.map(({ kind }) => kind);
  };

  test('K94 over a function its service takes a card that does not check, or trusts it', () => {
    expect(router({ card: 'vf' })).toEqual([]);
    expect(router({ card: 'vf' }, { spoofCheck: true, vfTrust: true })).toEqual([]);
    expect(router({ card: 'vf' }, { spoofCheck: true })).toEqual(['mac-refused']);
  });

  test('K94 over a virtual card it takes a port that accepts it', () => {
    expect(router({}, { spoofCheck: true })).toEqual([]);
    const made = bench({ workload: 'vrrp-router' });
    setFact(made.world, 'segments', 1, 'forgedTransmits', false, SCENARIO);
    made.run(5);
    expect(made.world.vms[1]?.faults).toEqual([{ kind: 'mac-refused' }]);
  });
});
