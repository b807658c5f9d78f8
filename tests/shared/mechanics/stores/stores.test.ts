import { describe, expect, test } from 'vitest';
import { setFact } from '../../../../shared/world/fact.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { network } from '../../../support/setups/network.ts';
import { shared } from '../../../support/setups/stores.ts';
import { Bench, hostileShop, tiny } from '../../../support/worlds.ts';

const bench = (over: Partial<ScenarioFile> = {}): Bench =>
  new Bench(tiny({ ...network, ...shared, attackers: [{ ...hostileShop, owns: [1] }], ...over }));

const told = ({ world }: Bench) =>
  world.alerts.flatMap((alert) =>
    alert?.sensor === 'S14' ? [[alert.seen.kind, alert.host, alert.vm]] : [],
  );

describe('the files of a VM', () => {
  test('M21 a VM that runs is kept with its memory, one that is off without', () => {
    const on = bench();
    on.give('snapshot-vm', { vm: 1 });
    on.run(8);
    expect(on.world.snapshots.at(-1)).toMatchObject({ vm: 1, memory: true });
    on.give('stop-vm', { vm: 1 });
    on.run(2);
    on.give('snapshot-vm', { vm: 1 });
    on.run(8);
    expect(on.world.snapshots.at(-1)).toMatchObject({ vm: 1, memory: false });
  });

  test('M23 to be encrypted a VM is off, and its snapshots go', () => {
    const on = bench();
    expect(on.give('encrypt-vm', { vm: 2 })).toBeNull();
    on.run(2);
    expect(on.world.vms[2]).toMatchObject({ power: 'stopped', filesEncrypted: false });
    on.run(6);
    expect(on.world.vms[2]).toMatchObject({
      power: 'running',
      encrypted: true,
      filesEncrypted: true,
    });
    expect(on.world.snapshots.filter((kept) => kept?.vm === 2)).toEqual([]);
    expect(on.give('encrypt-vm', { vm: 2 })).toMatchObject({ code: 'rule.already-so' });
    expect(on.give('rollback-vm', { vm: 2 })).toMatchObject({ code: 'rule.no-snapshot' });
  });

  test('M23 given up it is on again, and as readable as before', () => {
    const on = bench();
    on.give('encrypt-vm', { vm: 2 });
    on.run(2);
    const job = [...on.world.jobs].reverse().find((one) => one !== null);
    on.give('cancel-job', { job: job!.id });
    on.run(2);
    expect(on.world.vms[2]).toMatchObject({ power: 'running', encrypted: false });
    expect(on.world.snapshots.filter((kept) => kept?.vm === 2)).toHaveLength(1);
  });

  test('M22 a store is narrowed once, and only one that is there', () => {
    const on = bench();
    expect(on.give('restrict-store', { store: 2 })).toMatchObject({ code: 'rule.no-such-thing' });
    on.give('restrict-store', { store: 1 });
    on.run(6);
    expect(on.give('restrict-store', { store: 1 })).toMatchObject({ code: 'rule.already-so' });
  });
});

describe('what the audit of storage tells', () => {
  test('S80 of snapshots that are copied, hostile or not', () => {
    const on = bench();
    on.act('snap-memfile-theft', { from: 1 });
    on.run(2);
    expect(told(on)).toEqual([['snapshot-export', 0, 1]]);
    const people = [{ kind: 'exports' as const, at: [4, 4] as [number, number], vm: 2 }];
    const stores = [{ hosts: [1, 2], reachedFrom: ['data' as const] }];
    const lawful = bench({ people, stores });
    lawful.run(25);
    expect(told(lawful)).toEqual([['snapshot-export', 0, 2]]);
    const shut = bench({ people, stores: [{ hosts: [1, 2] }] });
    shut.run(25);
    expect(told(shut)).toEqual([]);
  });

  test('S80 the same again within a minute is the same alert', () => {
    const on = bench();
    on.act('snap-memfile-theft', { from: 1 });
    on.run(40);
    on.act('snap-memfile-theft', { from: 1 });
    on.run(2);
    expect(told(on)).toHaveLength(1);
    expect(on.world.alerts.find((alert) => alert?.sensor === 'S14')!.latest).toBeGreaterThan(40);
  });

  test('S81 nothing of what a host reads: the frames of its guests are read from below', () => {
    const on = bench();
    setFact(on.world, 'hosts', 1, 'intruder', 1 as never, SCENARIO);
    on.world.attackers[1]!.hosts.push(1 as never);
    on.world.attackers[1]!.notes['vm/1/below'] = 1;
    on.act('collect-guest-frames', { vm: 1 });
    on.run(30);
    expect(on.events('harm')).toHaveLength(1);
    expect(told(on)).toEqual([]);
  });

  test('S82 M20 of a zone that somebody puts on an access list, and of what it lets through', () => {
    const stores = [{ hosts: [1, 2] }];
    const people = [
      {
        kind: 'opens-store' as const,
        at: [2, 2] as [number, number],
        store: 1,
        zone: 'app' as const,
      },
    ];
    const on = bench({ stores, people });
    on.run(12);
    expect(told(on)).toEqual([['store-opened', 0, 0]]);
    expect(on.world.stores[1]!.reachedFrom).toEqual(['app']);
    on.act('snap-memfile-theft', { from: 1 });
    on.run(30);
    expect(on.events('harm')).toHaveLength(1);
  });
});
