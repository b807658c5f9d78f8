import { describe, expect, test } from 'vitest';
import { BILL_GROUPS, billOf } from '../../../shared/mechanics/cost/bill.ts';
import { nativeCostOf } from '../../../shared/mechanics/cost/cost.ts';
import { guestCost } from '../../../shared/mechanics/cost/guest-cost.ts';
import { memoryKeyCost } from '../../../shared/mechanics/cost/taxes.ts';
import { destroyVm } from '../../../shared/mechanics/lifecycle.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { MIXES } from '../../../shared/world/machine/workload.ts';
import { FOUR, fallen } from '../../support/fallen.ts';
import { benchBeside, besideOpenly } from '../../support/setups/hardware.ts';
import { Bench, id, tiny } from '../../support/worlds.ts';

const standing = (): Bench => fallen({}, false);

describe('credentials', () => {
  test('K60 a new one is its host’s alone, and nobody had it before', () => {
    const bench = standing();
    const all = (): number[] => bench.world.hosts.slice(1).map((host) => host!.credential);
    expect(all()).toEqual([1, 1, 103, 104]);
    expect(bench.give('rotate-credentials', { host: 2 })).toBeNull();
    bench.run(5);
    expect(all()).toEqual([1, 105, 103, 104]);
    const [changed] = bench.events('setting-changed');
    expect(changed?.data).toEqual({ setting: 'credential', to: 'own' });
    expect(bench.world.provenance['hosts/2/credential']).toBe(changed?.seq);
    expect(bench.give('rotate-credentials', { host: 9 })?.code).toBe('rule.no-such-thing');
  });

  test('K60 it throws nobody out', () => {
    const bench = fallen();
    bench.give('rotate-credentials', { host: 1 });
    bench.run(5);
    expect(bench.world.hosts[1]).toMatchObject({ intruder: 1, stolen: 1 });
  });
});

describe('attestation', () => {
  const seen = (bench: Bench, host: number): string[] => {
    bench.give('attest-host', { host });
    bench.run(4);
    return bench.world.alerts.flatMap((alert) =>
      alert?.sensor === 'S12' && alert.host === host ? [alert.seen.kind] : [],
    );
  };

  test('K62 S57 a host that was broken out into at run time attests as it should', () => {
    const bench = fallen();
    expect(seen(bench, 1)).toEqual(['nothing-found']);
    expect(bench.world.hosts[1]!.attested).toBeGreaterThan(0);
    expect(bench.world.breaches[1]!.discoveredAt).toBe(0);
  });

  test('K62 S57 one that was logged in to and given a module does not, and its fall is known then', () => {
    const bench = fallen();
    bench.act('lateral-shared-credential', { vm: 1 });
    bench.run(14);
    expect(seen(bench, 2)).toEqual(['measurement-differs']);
    expect(bench.world.hosts[2]!.attested).toBe(0);
    expect(bench.world.breaches[2]!.discoveredAt).toBeGreaterThan(0);
    bench.world.credits = 100;
    bench.give('rebuild-host', { host: 2 });
    bench.run(12);
    expect(bench.world.hosts[2]).toMatchObject({ tampered: false, intruder: 0 });
    expect(seen(bench, 2).at(-1)).toBe('nothing-found');
  });

  test('K62 where nothing measures there is nothing to attest', () => {
    expect(standing().give('attest-host', { host: 4 })?.code).toBe('rule.no-tpm');
    expect(standing().give('attest-host', { host: 9 })?.code).toBe('rule.no-such-thing');
  });
});

describe('memory encryption', () => {
  test('K61 takes a restart, and stays', () => {
    const bench = standing();
    expect(bench.give('encrypt-memory', { vm: 3 })).toBeNull();
    bench.run(1);
    expect(bench.world.vms[3]).toMatchObject({ power: 'stopped', memoryEncrypted: false });
    bench.run(7);
    expect(bench.world.vms[3]).toMatchObject({ power: 'running', memoryEncrypted: true });
    expect(bench.give('encrypt-memory', { vm: 3 })?.code).toBe('rule.already-so');
  });

  test('K61 needs a CPU that can, and a guest that knows how to', () => {
    const bench = standing();
    expect(bench.give('encrypt-memory', { vm: 2 })?.code).toBe('rule.host-cannot-encrypt');
    for (const [field, value] of [
      ['wordSize', 32],
      ['technique', 'para'],
    ] as const) {
      const other = standing();
      setFact(other.world, 'vms', 3, field, value as never, SCENARIO);
      expect(other.give('encrypt-memory', { vm: 3 })?.code).toBe('rule.guest-cannot-encrypt');
    }
  });

  test('K61 it can neither be looked into nor moved while it runs', () => {
    const hosts = FOUR.map((host) => ({ ...host, memoryEncryption: true }));
    const bench = fallen({ hosts }, false);
    setFact(bench.world, 'vms', 3, 'memoryEncrypted', true, SCENARIO);
    expect(bench.give('investigate-vm', { vm: 3 })?.code).toBe('rule.memory-encrypted');
    expect(bench.give('migrate-vm', { vm: 3, host: 3 })?.code).toBe('rule.memory-encrypted');
    bench.give('stop-vm', { vm: 3 });
    bench.run(3);
    expect(bench.give('migrate-vm', { vm: 3, host: 3 })).toBeNull();
  });

  test('K61 nor, off, to a host that cannot encrypt it', () => {
    const bench = standing();
    setFact(bench.world, 'vms', 3, 'memoryEncrypted', true, SCENARIO);
    bench.give('stop-vm', { vm: 3 });
    bench.run(3);
    expect(bench.give('migrate-vm', { vm: 3, host: 3 })?.code).toBe('rule.memory-encrypted');
  });

  test('K61 what it leaves in its frames says nothing', () => {
    const left = (encrypted: boolean): unknown[] => {
      const bench = new Bench(tiny());
      setFact(bench.world, 'vms', 1, 'memoryEncrypted', encrypted, SCENARIO);
      destroyVm(bench.match, id(1), NATURE, SCENARIO);
      return bench.frames(1, 2);
    };
    expect(left(false)).toEqual(['0:0:1', '0:0:1']);
    expect(left(true)).toEqual(['0:0:0', '0:0:0']);
  });

  test('K61 M12 no page of it is merged, and those that were are parted', () => {
    const bench = benchBeside(besideOpenly);
    const merged = (): number =>
      bench.world.vms.reduce((sum, vm) => sum + (vm?.merged.length ?? 0), 0);
    expect(merged()).toBe(1);
    setFact(bench.world, 'vms', 1, 'memoryEncrypted', true, SCENARIO);
    bench.run(20);
    expect(merged()).toBe(0);
  });

  test('K61 W4 it costs cycles at each TLB miss, a few percent, and the bill says so', () => {
    const { world } = standing();
    const host = world.hosts[2]!;
    for (const [workload, mix] of [
      ['payments', MIXES.server],
      ['ledger-db', MIXES.database],
      ['imaging', MIXES.compute],
      ['search', MIXES.pageTableHeavy],
    ] as const) {
      const plain = { workload, technique: 'hvm', devices: [] } as const;
      const sealed = { ...plain, memoryEncrypted: true };
      const more = guestCost(sealed, host) - guestCost(plain, host);
      expect(more).toBe(memoryKeyCost(mix));
      const percent = (more * 100) / nativeCostOf(mix);
      expect(percent).toBeGreaterThanOrEqual(2);
      expect(percent).toBeLessThanOrEqual(8);
      const bill = billOf(sealed, host);
      expect(bill.cycles).toBe(guestCost(sealed, host));
      expect(bill.lines.find(({ operation }) => operation === 'decrypt')?.cycles).toBe(more);
      expect(BILL_GROUPS).toContain('apart');
    }
  });
});

describe('introspection', () => {
  test('K64 W5 looking into guests takes cycles of their host', () => {
    const served = (on: boolean): number => {
      const bench = new Bench(tiny({ vms: [{ ...guestOfAll, demand: 1000 }] }));
      setFact(bench.world, 'hosts', 1, 'introspection', on, SCENARIO);
      bench.run(10);
      return bench.world.vms[1]!.served;
    };
    expect(served(true)).toBeLessThan(served(false));
  });
});

/** One VM that wants all that its host has. */
const guestOfAll = {
  tenant: 'bank',
  host: 1,
  workload: 'payments',
  zone: 'app',
  asset: 'payment-keys',
  frames: 2,
  fills: 2,
} as const;
