import { describe, expect, test } from 'vitest';
import { billOf } from '../../../shared/mechanics/cost/bill.ts';
import { guestCost } from '../../../shared/mechanics/cost/guest-cost.ts';
import {
  cachePartCost,
  L1_DISPLACED,
  L1_FLUSH,
  l1FlushCost,
} from '../../../shared/mechanics/cost/taxes.ts';
import { MIXES } from '../../../shared/world/machine/workload.ts';
import { benchBeside } from '../../support/setups/hardware.ts';
import { hostsWith } from '../../support/worlds.ts';

describe('switches of a host', () => {
  test('W6 SMT off takes a restart, and seven tenths of the throughput are left', () => {
    const bench = benchBeside({ hosts: hostsWith({ smt: true, capacity: 3000 }) });
    expect(bench.give('disable-smt', { host: 1 })).toBeNull();
    bench.run(1);
    const power = (): string[] => [1, 2].map((vm) => bench.world.vms[vm]!.power);
    expect(power()).toEqual(['stopped', 'stopped']);
    expect(bench.give('start-vm', { vm: 1 })?.code).toBe('rule.target-busy');
    bench.run(20);
    expect(power()).toEqual(['running', 'running']);
    expect(bench.world.hosts[1]).toMatchObject({ smt: false, capacity: 2100 });
    expect(bench.give('disable-smt', { host: 1 })?.code).toBe('rule.already-so');
  });

  test('W6 given up, the restart leaves the host as it was and its VMs on', () => {
    const bench = benchBeside({ hosts: hostsWith({ smt: true, capacity: 3000 }) });
    bench.give('disable-smt', { host: 1 });
    bench.run(2);
    bench.give('cancel-job', { job: 1 });
    bench.run(2);
    expect(bench.world.hosts[1]).toMatchObject({ smt: true, capacity: 3000 });
    expect([1, 2].map((vm) => bench.world.vms[vm]!.power)).toEqual(['running', 'running']);
  });

  test('W7 what a flush and a partition cost is counted, and for an exit that is not made nothing', () => {
    const host = benchBeside().world.hosts[1]!;
    const cost = (over: object, technique: 'hvm' | 'para'): number =>
      guestCost({ workload: 'payments', technique, devices: [] }, { ...host, ...over }) -
      guestCost({ workload: 'payments', technique, devices: [] }, host);
    expect(cost({ l1Flush: true }, 'hvm')).toBe(l1FlushCost(MIXES.server, 'hvm', host));
    expect(cost({ l1Flush: true }, 'hvm')).toBeGreaterThan(0);
    expect(cost({ l1Flush: true }, 'para')).toBe(0);
    expect(cost({ cachePartition: true }, 'hvm')).toBe(cachePartCost(MIXES.server));
    expect(cost({ dedup: !host.dedup }, 'hvm')).toBe(0);
  });

  test('W7 a flush without its command costs more, by the bill too; its microcode takes a restart', () => {
    const bench = benchBeside({ hosts: hostsWith({ microcode: false, l1Flush: true }) });
    const guest = { workload: 'payments', technique: 'hvm', devices: [] } as const;
    const flush = () =>
      billOf(guest, bench.world.hosts[1]!).lines.find(({ operation }) => operation === 'flush')!;
    const before = flush();
    expect(before.price).toBe(L1_DISPLACED);
    expect(bench.give('update-microcode', { host: 1 })).toBeNull();
    bench.run(2);
    expect([1, 2].map((vm) => bench.world.vms[vm]!.power)).toEqual(['stopped', 'stopped']);
    bench.run(40);
    expect([1, 2].map((vm) => bench.world.vms[vm]!.power)).toEqual(['running', 'running']);
    expect(bench.world.hosts[1]).toMatchObject({ microcode: true });
    expect(flush()).toMatchObject({ price: L1_FLUSH, count: before.count });
    expect(bench.give('update-microcode', { host: 1 })?.code).toBe('rule.already-so');
  });

  test('W7 A62 microcode by itself closes nothing, and a CPU without the flaw is not offered it', () => {
    const bench = benchBeside({ hosts: hostsWith({ microcode: false, year: 2021 }) });
    expect(bench.give('update-microcode', { host: 1 })?.code).toBe('rule.no-such-thing');
  });

  test.each([
    ['flush-l1', 'l1Flush', true],
    ['partition-cache', 'cachePartition', true],
    ['watch-counters', 'counters', true],
    ['unmerge-pages', 'dedup', false],
  ] as const)('W7 %s turns its switch once, and says who turned it', (command, setting, to) => {
    const bench = benchBeside();
    expect(bench.give(command, { host: 1 })).toBeNull();
    bench.run(30);
    expect(bench.world.hosts[1]![setting]).toBe(to);
    const [changed] = bench.events('setting-changed');
    expect(changed?.data).toEqual({ setting, to: to ? 'on' : 'off' });
    expect(bench.world.provenance[`hosts/1/${setting}`]).toBe(changed?.seq);
    expect(bench.give(command, { host: 1 })?.code).toBe('rule.already-so');
    expect(bench.give(command, { host: 9 })?.code).toBe('rule.no-such-thing');
  });
});
