import { describe, expect, test } from 'vitest';
import { attacks } from '../../../shared/attacks/registry.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { type Known, ownNote, vmNote, wayNote } from '../../../shared/world/people/known.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import {
  benchOfNeighbours,
  benchOnNetwork,
  database,
  KEPT_APART,
  ledger,
  payments,
  shopVm,
} from '../../support/setups/network.ts';
import { type Bench, hostsWith } from '../../support/worlds.ts';

const WATCHED = { wire: 'ids', hosts: hostsWith({ watch: 'ids' }) } as const;

/** Acts once and waits until it is over. What came of it, or the need that was not met. */
function outcome(bench: Bench, attack: string, args = { from: 1, vm: 2 }): string | undefined {
  bench.act(attack, args);
  bench.run(10);
  const ended = bench.events('act-ended').at(-1)?.data;
  return ended?.outcome === 'done' ? 'done' : ended?.need;
}

const seen = ({ world }: Bench): string[] =>
  world.alerts.flatMap((alert) => {
    if (!alert) return [];
    const { seen: what } = alert;
    return [`${alert.sensor} ${what.kind === 'traffic' ? what.nature : what.kind}`];
  });

const harms = (bench: Bench): unknown[] =>
  bench.events('harm').map(({ data }) => [data.attack, data.victim, data.vm]);

describe('B48', () => {
  const name = 'net-vlan-hop';
  const hop = (
    own: Partial<typeof shopVm> & { readonly trunk?: boolean } = {},
    over: Partial<ScenarioFile> = {},
  ): Bench =>
    benchOnNetwork({
      vms: [{ ...shopVm, trunk: true, ...own }, database],
      rules: KEPT_APART,
      ...over,
    });

  test('A107 N24 from a trunk a database is read that its own zone is shut out from, IPS or not', () => {
    const bench = hop({}, { hosts: hostsWith({ watch: 'ips' }), wire: 'ips' });
    expect(outcome(bench, name)).toBe('done');
    expect(harms(bench)).toEqual([[name, 3, 1]]);
  });

  test('A107 N24 from an access port it is not, whatever the rules say of other zones, and nobody sees any', () => {
    const bench = hop({ trunk: false }, WATCHED);
    expect(outcome(bench, name)).toBe('trunk-port');
    expect(seen(bench)).toEqual([]);
  });

  test('A107 where no zone is let in no tag helps, and where its own is it is no hop', () => {
    expect(outcome(hop({}, { rules: [] }), name)).toBe('tag-reaches');
    const open = [...KEPT_APART, { from: 'app', to: 'data', service: 'db', allow: true } as const];
    expect(outcome(hop({}, { rules: open }), name)).toBe('shut-out');
  });

  test('A107 N24 by the tag of any zone that is let in, the victim’s own or not, but of quarantine', () => {
    const from = (zone: 'dmz' | 'quarantine') =>
      hop({}, { rules: [{ from: zone, to: 'data', service: 'db', allow: true }] });
    expect(outcome(from('dmz'), name)).toBe('done');
    expect(outcome(from('quarantine'), name)).toBe('tag-reaches');
  });

  test('A107 N7 N24 in quarantine its port is no trunk, and to whom is in quarantine no tag gets', () => {
    const own = hop();
    own.give('quarantine-vm', { vm: 1 });
    own.run(4);
    expect(outcome(own, name)).toBe('trunk-port');
    const other = hop();
    other.give('quarantine-vm', { vm: 2 });
    other.run(4);
    expect(outcome(other, name)).toBe('tag-reaches');
  });

  test('A107 N24 made an access port it is over, and as a trunk again it works again', () => {
    const bench = hop({}, { pace: { startCredits: 50 } });
    expect(bench.give('port-vlan', { vm: 1, mode: 'access' })).toBeNull();
    bench.run(6);
    expect(outcome(bench, name)).toBe('trunk-port');
    expect(bench.give('port-vlan', { vm: 1, mode: 'trunk' })).toBeNull();
    bench.run(6);
    expect(outcome(bench, name)).toBe('done');
  });

  test('S63 S20 the virtual IDS tells of tagged frames on one host, the physical one of what crosses the wire', () => {
    const near = hop({}, WATCHED);
    expect(outcome(near, name)).toBe('done');
    expect(seen(near)).toEqual(['S2 tagged', 'S2 bulk']);
    const far = hop(
      {},
      {
        ...WATCHED,
        vms: [
          { ...shopVm, trunk: true },
          { ...database, host: 2 },
        ],
      },
    );
    expect(outcome(far, name)).toBe('done');
    expect(seen(far)).toContain('S1 tagged');
  });

  test('S63 S26 what no tag gets in is told of as stopped, by the switch that stopped it', () => {
    const bench = hop({}, { ...WATCHED, rules: [] });
    outcome(bench, name);
    const told = bench.world.alerts.find((alert) => alert?.sensor === 'S2');
    expect(told?.seen).toMatchObject({ nature: 'tagged', fates: [['denied', 1, 1]] });
  });

  test('A107 it takes root', () => {
    const bench = benchOnNetwork(
      { vms: [{ ...shopVm, trunk: true }, database], rules: KEPT_APART },
      'user',
    );
    expect(outcome(bench, name)).toBe('root-in-source');
  });

  test('A109 a look around from a trunk tells so, and of who answers to a tag; from another it does not', () => {
    const notes = (trunk: boolean): unknown[] => {
      const bench = hop({ trunk });
      bench.act('recon-network', { from: 1 });
      bench.run(10);
      const found = bench.world.attackers[1]!.notes;
      return [vmNote(1, 'trunk'), wayNote(1, 2, 'tagged'), vmNote(2, 'service')].map(
        (key) => found[key],
      );
    };
    expect(notes(true)).toEqual([1, 1, 'db']);
    expect(notes(false)).toEqual([0, undefined, undefined]);
  });

  test('A109 minds try it where they know of a trunk and of a database that a tag gets to', () => {
    const known = (over: Record<string, number | string>): Known => ({
      vms: [
        { number: 1, own: true, power: 'running', ring: 'root' },
        { number: 2, own: false, power: 'unknown', ring: 'none' },
      ],
      notes: {
        [ownNote(1)]: 2,
        [vmNote(1, 'trunk')]: 1,
        [vmNote(2, 'service')]: 'db',
        [wayNote(1, 2, 'tagged')]: 1,
        [wayNote(1, 2, 'reach')]: 0,
        ...over,
      },
      flaws: {},
      waiting: false,
      asked: 0,
    });
    const tried = (over: Record<string, number | string> = {}) =>
      attacks
        .get(name)!
        .prospects(known(over))
        .map(({ args, sure }) => [args, sure]);
    expect(tried()).toEqual([[{ from: 1, vm: 2 }, true]]);
    for (const [key, value] of [
      [vmNote(1, 'trunk'), 0],
      [vmNote(2, 'service'), 'web'],
      [wayNote(1, 2, 'tagged'), 0],
      [wayNote(1, 2, 'reach'), 1],
      [vmNote(2, 'memory-read'), 1],
    ] as const) {
      expect(tried({ [key]: value }), key).toEqual([]);
    }
  });
});

test('N25 a VLAN router has no service by an access port, and again with its trunk', () => {
  const router = { ...shopVm, workload: 'vlan-router' } as const;
  const bench = benchOnNetwork({ vms: [router], pace: { startCredits: 50 } });
  const faults = (): unknown[] => (bench.world.vms[1]?.faults ?? []).map(({ kind }) => kind);
  bench.run(5);
  expect(bench.world.vms[1]?.trunk).toBe(true);
  expect(faults()).toEqual([]);
  for (const [mode, then] of [
    ['access', ['no-trunk']],
    ['trunk', []],
  ] as const) {
    expect(bench.give('port-vlan', { vm: 1, mode })).toBeNull();
    expect(bench.give('port-vlan', { vm: 1, mode })?.code).toBe('rule.target-busy');
    bench.run(10);
    expect(faults(), mode).toEqual(then);
    expect(bench.give('port-vlan', { vm: 1, mode })?.code).toBe('rule.already-so');
  }
});

describe('B54', () => {
  const name = 'net-dhcp-rogue';
  /** VM 1 beside the payments, who talk to the ledger on the other host, and ask for an address in the tenth second. */
  const asks = (over: Partial<ScenarioFile> = {}, port: object = { arpInspection: true }): Bench =>
    benchOfNeighbours(port, {
      people: [{ kind: 'renews-lease', at: [10, 10], vm: 2 }],
      pace: { startCredits: 50, live: 400 },
      ...over,
    });
  /** What came of it once the payments have asked, at the second try. */
  const triedTwice = (bench: Bench): string | undefined => {
    outcome(bench, name);
    while (bench.world.tick < 52) bench.run(1);
    return outcome(bench, name);
  };

  test('A108 N26 who asks takes the neighbour for a gateway, and what it says to another zone passes it', () => {
    const bench = asks();
    expect(outcome(bench, name)).toBe('gateway-theirs');
    expect(bench.world.vms[2]?.gateway).toBe(0);
    while (bench.world.tick < 52) bench.run(1);
    expect(bench.world.vms[2]?.gateway).toBe(1);
    expect(outcome(bench, name)).toBe('done');
    expect(harms(bench)).toEqual([[name, 1, 1]]);
    const [taken] = bench.events('address-taken');
    expect(bench.events('harm')[0]?.causes).toContain(taken?.seq);
  });

  test('A108 N26 a boot asks as well', () => {
    const bench = asks({ people: [] });
    outcome(bench, name);
    expect(bench.give('restart-vm', { vm: 2 })).toBeNull();
    bench.run(20);
    expect(outcome(bench, name)).toBe('done');
  });

  test('A108 N26 from another host the network’s own server is first, in another segment nobody hears', () => {
    const far = asks({ vms: [shopVm, { ...payments, host: 2 }, { ...ledger, host: 2 }] });
    expect(triedTwice(far)).toBe('gateway-theirs');
    const apart = asks({ vms: [{ ...shopVm, zone: 'dmz' }, payments, { ...ledger, host: 2 }] });
    expect(triedTwice(apart)).toBe('same-segment');
    expect(apart.world.vms[2]?.gateway).toBe(0);
  });

  test('A108 N27 the guard stops it before and ends it after; neither ARP inspection nor refusing MACs does', () => {
    expect(triedTwice(asks({}, { dhcpGuard: true }))).toBe('gateway-theirs');
    const shut = { promiscuous: false, macChanges: false, forgedTransmits: false };
    expect(triedTwice(asks({}, { ...shut, arpInspection: true }))).toBe('done');
    const late = asks();
    triedTwice(late);
    expect(late.world.vms[2]?.gateway).toBe(1);
    expect(late.give('port-security', { segment: 1, setting: 'dhcp-guard' })).toBeNull();
    late.run(15);
    expect(late.world.vms[2]?.gateway).toBe(0);
  });

  test('N27 whose gateway is off or shut off asks again, and has its network’s own', () => {
    for (const command of ['stop-vm', 'quarantine-vm']) {
      const bench = asks();
      triedTwice(bench);
      expect(bench.give(command, { vm: 1 })).toBeNull();
      bench.run(10);
      expect(bench.world.vms[2]?.gateway, command).toBe(0);
    }
  });

  test('A108 N14 what stays in its own segment passes no gateway', () => {
    const bench = asks({ vms: [shopVm, payments, { ...ledger, zone: 'app', host: 2 }] });
    expect(triedTwice(bench)).toBe('talks-beyond');
  });

  test('S64 the virtual IDS alone tells of the offer as somebody asks, and with the guard on that it was stopped', () => {
    const bench = asks(WATCHED);
    expect(outcome(bench, name)).toBe('gateway-theirs');
    expect(seen(bench)).toEqual([]);
    while (bench.world.tick < 52) bench.run(1);
    expect(seen(bench)).toEqual(['S2 dhcp-offer']);
    const guarded = asks(WATCHED, { dhcpGuard: true });
    triedTwice(guarded);
    expect(guarded.world.alerts[1]?.seen).toMatchObject({
      nature: 'dhcp-offer',
      fates: [['guarded', 1, 1]],
    });
  });

  test('S64 S20 the physical IDS tells of what is said to another host, which is too late', () => {
    const bench = asks({
      ...WATCHED,
      vms: [shopVm, { ...payments, host: 2 }, { ...ledger, host: 2 }],
    });
    triedTwice(bench);
    expect(seen(bench)).toContain('S1 dhcp-offer');
    expect(bench.world.vms[2]?.gateway).toBe(0);
  });

  test('S64 S53 an agent in the guest tells of another gateway', () => {
    const told = (agent: boolean): string[] => {
      const bench = asks({ vms: [shopVm, { ...payments, agent }, { ...ledger, host: 2 }] });
      outcome(bench, name);
      while (bench.world.tick < 52) bench.run(1);
      return seen(bench);
    };
    expect(told(true)).toEqual(['S3 gateway-changed']);
    expect(told(false)).toEqual([]);
  });

  test('A108 it takes root', () => {
    const bench = asks();
    setFact(bench.world, 'vms', 1, 'foothold', 'user', SCENARIO);
    expect(triedTwice(bench)).toBe('root-in-source');
    expect(bench.world.vms[1]?.rogueDhcp).toBe(false);
  });

  test('A108 A7 what a VM was made to answer ends with the VM’s run', () => {
    const bench = asks();
    outcome(bench, name);
    expect(bench.world.vms[1]?.rogueDhcp).toBe(true);
    bench.give('stop-vm', { vm: 1 });
    bench.run(5);
    expect(bench.world.vms[1]?.rogueDhcp).toBe(false);
  });
});
