import { describe, expect, test } from 'vitest';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { fallen } from '../../../support/fallen.ts';
import { wired } from '../../../support/setups/moving.ts';
import { benchOnNetwork } from '../../../support/setups/network.ts';
import { type Bench, hostsWith } from '../../../support/worlds.ts';

const FROM_VM = 'mig-plaintext-intercept';
const FROM_HOST = 'mig-host-intercept';
/** Longer than a move of the tests takes, and than whoever listens does. */
const LONG = 40;

const pace = { migrateBase: 20 };
const room = (over: Partial<ScenarioFile> = {}): Bench =>
  benchOnNetwork({ ...wired, pace, ...over });

/** How an attack ended: done, or for want of what. */
function ended(bench: Bench): string | undefined {
  const data = bench.events('act-ended').at(-1)?.data;
  return data?.outcome === 'done' ? 'done' : data?.need;
}

/** VM 2 is moved to the other host while VM 1 listens. */
function overheard(bench: Bench, before: (bench: Bench) => void = () => undefined): Bench {
  before(bench);
  expect(bench.give('migrate-vm', { vm: 2, host: 2 })).toBeNull();
  bench.act(FROM_VM, { from: 1 });
  return bench.run(LONG);
}

const order = (command: string, args: Record<string, number | string>) => (bench: Bench) => {
  expect(bench.give(command, args)).toBeNull();
  bench.run(10);
};

describe('N21 N22 migrations and encryption', () => {
  test('N22 what begins encrypted takes half as long again, what is under way goes on as it began', () => {
    const bench = room();
    const ticks = (): number => {
      return bench.world.jobs.find((one) => one?.command === 'migrate-vm')?.length ?? 0;
    };
    expect(bench.give('migrate-vm', { vm: 2, host: 2 })).toBeNull();
    const plain = ticks();
    expect(bench.world.vms[2]?.moveEncrypted).toBe(false);
    expect(bench.give('encrypt-migration', {})).toBeNull();
    bench.run(8);
    expect(bench.world.policies[1]?.migrationEncryption).toBe(true);
    expect([bench.world.vms[2]?.moveEncrypted, ticks()]).toEqual([false, plain]);
    bench.run(LONG);
    expect(bench.give('migrate-vm', { vm: 2, host: 1 })).toBeNull();
    expect(bench.world.vms[2]?.moveEncrypted).toBe(true);
    expect(ticks()).toBe(Math.trunc((plain * 3) / 2));
  });

  test('N21 it is settled once, with who ordered it behind it', () => {
    const bench = room();
    const { credits } = bench.world;
    expect(bench.give('encrypt-migration', {})).toBeNull();
    bench.run(8);
    expect(credits - bench.world.credits).toBe(bench.world.pace.migrationTlsPrice);
    const [on] = bench.events('setting-changed');
    expect(on?.data).toEqual({ setting: 'migrationEncryption', to: 'on' });
    expect(on?.causes).toEqual([bench.events('order')[0]?.seq]);
    expect(bench.world.provenance['policies/1/migrationEncryption']).toBe(on?.seq);
    expect(bench.give('encrypt-migration', {})?.code).toBe('rule.already-so');
  });
});

describe('A105 from a VM on the hosts’ management network', () => {
  test('A105 what is moved in plain text meanwhile is read, and the order to move it is in the chain', () => {
    const bench = overheard(room());
    expect(ended(bench)).toBe('done');
    const [harm] = bench.events('harm');
    expect(harm?.data).toMatchObject({ kind: 'leak', asset: 4, attack: FROM_VM });
    expect(harm?.causes).toContain(bench.events('vm-moving')[0]?.seq);
  });

  test.each([
    ['encrypted before', order('encrypt-migration', {})],
    [
      'its port group has a VLAN of its own',
      order('port-security', { segment: 1, setting: 'own-vlan' }),
    ],
    ['ARP is inspected', order('port-security', { segment: 1, setting: 'arp-inspection' })],
    ['an IPS in its switch', order('place-sensor', { host: 1, watch: 'ips' })],
    ['it is in quarantine', order('quarantine-vm', { vm: 1 })],
  ])('A105 N21 nothing is read: %s', (_, before) => {
    const bench = overheard(room(), before);
    expect(ended(bench)).not.toBe('done');
    expect(bench.events('harm')).toEqual([]);
  });

  test('A105 encrypted too late is no use to what is under way', () => {
    const bench = room();
    expect(bench.give('migrate-vm', { vm: 2, host: 2 })).toBeNull();
    expect(bench.give('encrypt-migration', {})).toBeNull();
    bench.act(FROM_VM, { from: 1 });
    expect(ended(bench.run(LONG))).toBe('done');
  });

  test('A105 where nothing is moved there is nothing to read, nor over another network', () => {
    const still = room();
    still.act(FROM_VM, { from: 1 });
    expect(ended(still.run(LONG))).toBe('in-transit');
    const apart = room({ hosts: hostsWith({ management: 2 }) });
    expect(ended(overheard(apart))).toBe('in-transit');
    expect(apart.events('harm')).toEqual([]);
  });

  test('A105 one end of the way is enough', () => {
    const [first, second] = hostsWith({});
    const bench = room({ hosts: [{ ...first!, management: 2 }, second!] });
    expect(ended(overheard(bench))).toBe('done');
  });
});

describe('A106 from a host that fell', () => {
  const listening = (vm: number, to: number, over: Partial<ScenarioFile> = {}): Bench => {
    const bench = fallen({ pace, ...over });
    expect(bench.give('migrate-vm', { vm, host: to })).toBeNull();
    bench.act(FROM_HOST, { vm: 1 });
    return bench.run(LONG);
  };

  test('A106 what is moved between two others is read', () => {
    const bench = listening(3, 3);
    expect(ended(bench)).toBe('done');
    expect(bench.events('harm').at(-1)?.data).toMatchObject({ kind: 'leak', attack: FROM_HOST });
  });

  test('A106 what leaves it, or what an IPS guards, is not', () => {
    expect(ended(listening(2, 3))).toBe('in-transit');
    const slow = { migrateBase: 60 };
    expect(ended(listening(3, 3, { wire: 'ips', pace: slow }))).toBe('nothing-blocks');
    const sealed = listening(3, 3, { migrationEncryption: true, pace: slow });
    expect(ended(sealed)).toBe('in-plain-text');
  });
});

describe('S62 what sensors tell of it', () => {
  const seen = (bench: Bench): (string | number)[][] =>
    bench.world.alerts.flatMap((alert) =>
      alert?.seen.kind.endsWith('claims-host')
        ? [[alert.sensor, alert.seen.kind, alert.host, alert.vm]]
        : [],
    );

  test('S62 what watches a switch tells of its own VMs, what watches the wire of what comes to it', () => {
    const watched = overheard(room({ wire: 'ids', hosts: hostsWith({ watch: 'ids' }) }));
    expect(seen(watched)).toEqual([
      ['S2', 'vm-claims-host', 1, 1],
      ['S1', 'vm-claims-host', 1, 1],
    ]);
    const zones = (wired.zones ?? []).map((zone) => ({ ...zone, arpInspection: true }));
    const stopped = overheard(room({ wire: 'ids', zones, hosts: hostsWith({ watch: 'ids' }) }));
    expect(seen(stopped)).toEqual([['S2', 'vm-claims-host', 1, 1]]);
    expect(seen(overheard(room()))).toEqual([]);
  });

  test('S62 a host that fails over looks as one that listens, and is told of once a minute', () => {
    const listens = fallen({ wire: 'ids' });
    listens.act(FROM_HOST, { vm: 1 });
    listens.run(LONG);
    listens.act(FROM_HOST, { vm: 1 });
    listens.run(LONG);
    expect(seen(listens)).toEqual([['S1', 'host-claims-host', 1, 0]]);
    const lawful = fallen({
      wire: 'ids',
      people: [{ kind: 'fails-over', at: [4, 4], host: 3 }],
    }).run(30);
    expect(seen(lawful)).toEqual([['S1', 'host-claims-host', 3, 0]]);
  });
});
