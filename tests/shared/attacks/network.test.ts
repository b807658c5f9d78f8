import { describe, expect, test } from 'vitest';
import type { Attack } from '../../../shared/attacks/attack.ts';
import { attacks } from '../../../shared/attacks/registry.ts';
import { moveVm } from '../../../shared/mechanics/migration.ts';
import { editRules } from '../../../shared/mechanics/network/edit.ts';
import { pushTo } from '../../../shared/mechanics/network/push.ts';
import { moveToZone } from '../../../shared/mechanics/network/zoning.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO, type VmId } from '../../../shared/world/ids.ts';
import type { Foothold } from '../../../shared/world/machine/vm.ts';
import type { Rule } from '../../../shared/world/network.ts';
import {
  type Known,
  ownNote,
  scanNote,
  vmNote,
  wayNote,
} from '../../../shared/world/people/known.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import {
  benchOnNetwork,
  database,
  network,
  shopVm,
  website,
} from '../../support/setups/network.ts';
import { type Bench, hostsWith, id } from '../../support/worlds.ts';

const attackNamed = (name: string): Attack => attacks.get(name)!;

/** Acts once and waits until it is over. What came of it, or the need that was not met. */
function outcome(bench: Bench, attack: string, args = { from: 1, vm: 2 }): string | undefined {
  bench.act(attack, args);
  bench.run(10);
  const ended = bench.events('act-ended').at(-1)?.data;
  return ended?.outcome === 'done' ? 'done' : ended?.need;
}

/** What sensors said of traffic, as `sensor nature`. */
const seen = (bench: Bench): string[] =>
  bench.world.alerts.flatMap((alert) =>
    alert?.seen.kind === 'traffic' ? [`${alert.sensor} ${alert.seen.nature}`] : [],
  );

const zonesWith = (over: object): NonNullable<ScenarioFile['zones']> =>
  network.zones!.map((zone) => ({ ...zone, ...over }));

describe('B49 (check 2 of B-IX)', () => {
  const neighbour = { ...database, zone: 'app' } as const;
  const refused = { promiscuous: false, macChanges: false, forgedTransmits: false };

  test('A20 N10 refusing forged, changed and foreign MAC addresses does not stop it', () => {
    const bench = benchOnNetwork({ vms: [shopVm, neighbour], zones: zonesWith(refused) });
    expect(outcome(bench, 'net-arp-spoof')).toBe('done');
    expect(bench.events('harm').map(({ data }) => [data.asset, data.victim, data.vm])).toEqual([
      [4, 3, 1],
    ]);
  });

  test('A20 inspecting ARP does', () => {
    const accepted = { promiscuous: true, macChanges: true, forgedTransmits: true };
    const zones = zonesWith({ ...accepted, arpInspection: true });
    const bench = benchOnNetwork({ vms: [shopVm, neighbour], zones });
    expect(outcome(bench, 'net-arp-spoof')).toBe('no-arp-inspection');
    expect(bench.events('harm')).toEqual([]);
  });

  test('A20 it goes across hosts, since a segment does; S1 sees it only then', () => {
    const near = benchOnNetwork({ vms: [shopVm, neighbour], wire: 'ids' });
    expect(outcome(near, 'net-arp-spoof')).toBe('done');
    expect(seen(near)).toEqual([]);
    const far = benchOnNetwork({ vms: [shopVm, { ...neighbour, host: 2 }], wire: 'ids' });
    expect(outcome(far, 'net-arp-spoof')).toBe('done');
    expect(seen(far)).toEqual(['S1 arp-claim']);
  });

  test('A20 it takes root in the VM it is done from, for a raw socket, and one segment', () => {
    const as = (ring: Foothold): string | undefined =>
      outcome(benchOnNetwork({ vms: [shopVm, neighbour] }, ring), 'net-arp-spoof');
    expect([as('user'), as('root'), as('kernel')]).toEqual(['root-in-source', 'done', 'done']);
    expect(outcome(benchOnNetwork({ vms: [shopVm, database] }), 'net-arp-spoof')).toBe(
      'same-segment',
    );
  });

  test('A20 rules of switches are not asked, and an IPS in the switch stops it', () => {
    const rules: Rule[] = [{ from: 0, to: 0, service: 'any', allow: false }];
    const bench = benchOnNetwork({ vms: [shopVm, neighbour] });
    bench.world.switches[1] = { ...bench.world.switches[1]!, rules };
    expect(outcome(bench, 'net-arp-spoof')).toBe('done');
    const watched = benchOnNetwork({
      vms: [shopVm, neighbour],
      hosts: hostsWith({ watch: 'ips' }),
    });
    expect(outcome(watched, 'net-arp-spoof')).toBe('nothing-blocks');
  });

  test('A2 it cannot be meant from the internet', () => {
    const { world } = benchOnNetwork({ vms: [shopVm, neighbour] });
    const attacker = world.attackers[1]!;
    for (const name of ['net-arp-spoof', 'net-eastwest-blindspot'])
      expect(attackNamed(name).resolve(world, attacker, { from: 0, vm: 2 })).toBeNull();
  });
});

describe('B55 (check 3 of B-IX)', () => {
  const everywhere = { wire: 'ids', hosts: hostsWith({ watch: 'ids' }) } as const;

  test('A21 S20 within a host S1 records nothing, S2 of that host does', () => {
    const bench = benchOnNetwork({ vms: [shopVm, website], ...everywhere });
    expect(outcome(bench, 'net-eastwest-blindspot')).toBe('done');
    expect(bench.events('foothold').map(({ data }) => [data.vm, data.ring])).toEqual([[2, 'user']]);
    expect(bench.world.vms[2]?.intruder).toBe(1);
    expect(seen(bench)).toEqual(['S2 exploit']);
    expect(bench.world.evidence.some((trace) => trace?.kind === 'intrusion')).toBe(true);
  });

  test('A21 S1 without S2 nobody sees it, and it works all the same', () => {
    const bench = benchOnNetwork({ vms: [shopVm, website], wire: 'ids' });
    expect(outcome(bench, 'net-eastwest-blindspot')).toBe('done');
    expect(seen(bench)).toEqual([]);
  });

  test('A21 moved to another host the same packets come by the wire, and it is another attack', () => {
    const bench = benchOnNetwork({ vms: [shopVm, website], wire: 'ids' });
    moveVm(bench.match, id(2), id(2), NATURE, SCENARIO);
    pushTo(bench.match, id(2), SCENARIO);
    expect(outcome(bench, 'net-eastwest-blindspot')).toBe('same-host');
    expect(seen(bench)).toEqual(['S1 exploit']);
    expect(outcome(bench, 'img-stale-packages')).toBe('done');
  });

  test('A21 a patched service, a rule and an IPS each end it', () => {
    const patched = benchOnNetwork({ vms: [shopVm, { ...website, service: 12 }] });
    expect(outcome(patched, 'net-eastwest-blindspot')).toBe('service-unpatched');
    const rules = [{ from: 'app', to: 'app', service: 'web', allow: false }] as const;
    const denied = benchOnNetwork({ vms: [shopVm, website], rules: [...rules] });
    expect(outcome(denied, 'net-eastwest-blindspot')).toBe('reachable');
    const watched = benchOnNetwork({ vms: [shopVm, website], hosts: hostsWith({ watch: 'ips' }) });
    expect(outcome(watched, 'net-eastwest-blindspot')).toBe('nothing-blocks');
  });
});

describe('B52', () => {
  test('A23 N4 a database that was moved stands open until its new switch is given the policy', () => {
    const closed = benchOnNetwork({ vms: [shopVm, database] });
    expect(outcome(closed, 'net-fw-drift')).toBe('reachable');
    const bench = benchOnNetwork({ vms: [shopVm, database] });
    moveVm(bench.match, id(2), id(2), NATURE, SCENARIO);
    expect(outcome(bench, 'net-fw-drift')).toBe('done');
    const [harm] = bench.events('harm');
    const [moved] = bench.events('vm-moved');
    expect(harm?.data).toMatchObject({ asset: 4, victim: 3, vm: 1, attack: 'net-fw-drift' });
    expect(harm?.causes).toContain(moved?.seq);
    const told = benchOnNetwork({ vms: [shopVm, database] });
    moveVm(told.match, id(2), id(2), NATURE, SCENARIO);
    pushTo(told.match, id(2), SCENARIO);
    expect(outcome(told, 'net-fw-drift')).toBe('reachable');
  });

  test('A23 N5 old rules that a switch still keeps to are drift as well', () => {
    const rules = [{ from: 'app', to: 'data', service: 'db', allow: true }] as const;
    const meant = benchOnNetwork({ vms: [shopVm, database], rules: [...rules] });
    expect(outcome(meant, 'net-fw-drift')).toBe('not-intended');
    const rule: Rule = { from: id(1), to: id(2), service: 'db', allow: true };
    editRules(meant.match, rule, 'remove', NATURE, SCENARIO);
    expect(outcome(meant, 'net-fw-drift')).toBe('done');
  });

  test('A23 from the internet as well, and its own data is no prey', () => {
    const bench = benchOnNetwork({ vms: [shopVm, { ...database, bound: false }] });
    expect(outcome(bench, 'net-fw-drift', { from: 0, vm: 2 })).toBe('done');
    expect(bench.events('harm').map(({ data }) => data.vm)).toEqual([2]);
    const own = { ...shopVm, workload: 'catalogue-db', bound: false } as const;
    expect(outcome(benchOnNetwork({ vms: [shopVm, own] }), 'net-fw-drift')).toBe('not-intended');
    const apart = { ...own, zone: 'data' } as const;
    expect(outcome(benchOnNetwork({ vms: [shopVm, apart] }), 'net-fw-drift')).toBe('foreign-data');
  });

  test('A23 a VM in quarantine is out of its reach', () => {
    const bench = benchOnNetwork({ vms: [shopVm, { ...database, bound: false }] });
    moveToZone(bench.match, id(2), id(4), NATURE, SCENARIO);
    expect(outcome(bench, 'net-fw-drift')).toBe('reachable');
  });

  test('A23 its packets are seen before it bites', () => {
    const bench = benchOnNetwork({
      vms: [shopVm, { ...database, host: 2, bound: false }],
      wire: 'ids',
    });
    bench.act('net-fw-drift', { from: 1, vm: 2 });
    bench.run(2);
    expect(seen(bench)).toEqual(['S1 probe']);
    expect(bench.events('harm')).toEqual([]);
    bench.run(10);
    expect(bench.events('harm')).toHaveLength(1);
    // The data goes out by the way that the question came.
    expect(seen(bench)).toEqual(['S1 probe', 'S1 bulk']);
    const [, bulk] = bench.world.alerts.slice(1);
    expect([bulk?.vm, bulk?.seen]).toEqual([
      2,
      {
        kind: 'traffic',
        nature: 'bulk',
        peer: 1,
        service: 'db',
        others: [],
        fates: [['delivered', 0, 1]],
        crossed: true,
      },
    ]);
  });

  test('A23 A24 S21 a query matches no signature: an IPS at every place lets it pass', () => {
    const everywhere = { wire: 'ips', hosts: hostsWith({ watch: 'ips' }) } as const;
    const drift = { ...database, host: 2, bound: false } as const;
    const bench = benchOnNetwork({ vms: [shopVm, drift], ...everywhere });
    expect(outcome(bench, 'net-fw-drift')).toBe('done');
    expect(seen(bench).some((line) => line.endsWith('exploit'))).toBe(false);
    expect(seen(bench)).toEqual([
      'S2 probe',
      'S1 probe',
      'S2 probe',
      'S2 bulk',
      'S1 bulk',
      'S2 bulk',
    ]);
    const rules = [{ from: 'any', to: 'any', service: 'any', allow: true }] as const;
    const open = benchOnNetwork({ vms: [shopVm, database], rules: [...rules], ...everywhere });
    expect(outcome(open, 'net-any-any')).toBe('done');
    expect(seen(open)).toEqual(['S2 probe', 'S2 bulk']);
  });

  test('A23 what finds its port closed leaves the knock and no data', () => {
    const bench = benchOnNetwork({ vms: [shopVm, database], hosts: hostsWith({ watch: 'ids' }) });
    expect(outcome(bench, 'net-fw-drift')).toBe('reachable');
    expect(seen(bench)).toEqual(['S2 probe']);
  });
});

describe('B53', () => {
  const anyAny: Rule = { from: 0, to: 0, service: 'any', allow: true };

  test('A24 a rule that allows anything opens a database; out of the policy and pushed it ends', () => {
    const bench = benchOnNetwork({ vms: [shopVm, database] });
    expect(outcome(bench, 'net-any-any')).toBe('reachable');
    editRules(bench.match, anyAny, 'add', NATURE, SCENARIO);
    pushTo(bench.match, id(1), SCENARIO);
    editRules(bench.match, anyAny, 'remove', NATURE, SCENARIO);
    pushTo(bench.match, id(1), SCENARIO);
    expect(outcome(bench, 'net-any-any')).toBe('reachable');
    editRules(bench.match, anyAny, 'add', NATURE, SCENARIO);
    pushTo(bench.match, id(1), SCENARIO);
    expect(outcome(bench, 'net-any-any')).toBe('done');
    const [harm] = bench.events('harm');
    expect(harm?.causes).toContain(bench.events('rules-pushed').at(-1)?.seq);
  });

  test('A24 what a rule before it allows is not its doing, nor what stands open unbound', () => {
    const meant = [
      { from: 'app', to: 'data', service: 'db', allow: true },
      { from: 'any', to: 'any', service: 'any', allow: true },
    ] as const;
    const allowed = benchOnNetwork({ vms: [shopVm, database], rules: [...meant] });
    expect(outcome(allowed, 'net-any-any')).toBe('any-any-first');
    const unbound = { vms: [shopVm, { ...database, bound: false }], rules: [meant[1]] };
    expect(outcome(benchOnNetwork(unbound), 'net-any-any')).toBe('any-any-first');
  });

  test('A23 A24 whatever way stands open was meant by a rule that names it, or is one of the two', () => {
    const named: Rule = { from: id(1), to: id(2), service: 'db', allow: true };
    const lists = [[], [named], [anyAny], [named, anyAny], [anyAny, named]];
    const found = new Set<string>();
    for (const policy of lists) {
      for (const enforced of lists) {
        for (const bound of [true, false]) {
          const both = ['net-fw-drift', 'net-any-any'].map((attack) => {
            const bench = benchOnNetwork({ vms: [shopVm, { ...database, bound }] });
            setFact(bench.world, 'policies', 1, 'rules', enforced, SCENARIO);
            if (bound) pushTo(bench.match, id(1), SCENARIO);
            setFact(bench.world, 'policies', 1, 'rules', policy, SCENARIO);
            return outcome(bench, attack) === 'done';
          });
          const open = !bound || enforced.length > 0;
          const byAny = bound && enforced[0] === anyAny;
          const meant = policy.includes(named);
          const what = { bound, enforced, policy };
          const drift = open && !byAny && !meant;
          expect({ ...what, both }).toEqual({ ...what, both: [drift, byAny] });
          found.add(`${drift} ${byAny}`);
        }
      }
    }
    expect([...found].sort()).toEqual(['false false', 'false true', 'true false']);
  });

  test('A24 its counter is to take the rule out, and to push once it is out', () => {
    const bench = benchOnNetwork({ vms: [shopVm, database] });
    editRules(bench.match, anyAny, 'add', NATURE, SCENARIO);
    pushTo(bench.match, id(1), SCENARIO);
    const need = attackNamed('net-any-any').needs.find(({ id: name }) => name === 'any-any-first')!;
    const strike = { attacker: 1, tenant: 2, from: 1, vm: 2, service: 1 };
    const counters = (): unknown[] =>
      need.counters(bench.world, strike).map(({ command, args }) => [command, args]);
    expect(counters()).toEqual([['remove-rule', { rule: 1 }]]);
    editRules(bench.match, anyAny, 'remove', NATURE, SCENARIO);
    expect(counters()).toEqual([['push-policy', { host: 1 }]]);
  });
});

describe('a look around', () => {
  /** What is noted about VMs and the ways to them. */
  const notesOf = (bench: Bench): Record<string, number | string> =>
    Object.fromEntries(
      Object.entries(bench.world.attackers[1]!.notes).filter(([key]) => /^(vm|way)\//.test(key)),
    );

  test('A22 from a VM: who is reached, how old, on which host and segment', () => {
    const far = { ...website, host: 2, service: 11 };
    const bench = benchOnNetwork({ vms: [shopVm, database, website, far] });
    bench.world.attackers[1]!.knownVms.splice(1);
    expect(outcome(bench, 'recon-network', { from: 1, vm: 0 })).toBe('done');
    expect(bench.world.attackers[1]?.knownVms).toEqual([1, 3, 4]);
    expect(notesOf(bench)).toEqual({
      [wayNote(1, 0, 'reach')]: 1,
      [vmNote(1, 'trunk')]: 0,
      [wayNote(1, 2, 'reach')]: 1,
      [wayNote(1, 2, 'segment')]: 1,
      [wayNote(1, 2, 'host')]: 1,
      [vmNote(2, 'service')]: 'web',
      [vmNote(2, 'service-build')]: 8,
      [vmNote(2, 'service-was')]: 8,
      [wayNote(1, 3, 'reach')]: 1,
      [wayNote(1, 3, 'segment')]: 1,
      [wayNote(1, 3, 'host')]: 0,
      [vmNote(3, 'service')]: 'web',
      [vmNote(3, 'service-build')]: 11,
      [vmNote(3, 'service-was')]: 11,
    });
    expect(bench.events('learned').map(({ data }) => data.notes)).toEqual([14]);
  });

  test('A22 a service that got older is noted as it is, and as it was', () => {
    const bench = benchOnNetwork({ vms: [shopVm, { ...website, service: 12 }] });
    outcome(bench, 'recon-network', { from: 1, vm: 0 });
    setFact(bench.world, 'vms', 2, 'service', 8, SCENARIO);
    outcome(bench, 'recon-network', { from: 1, vm: 0 });
    expect(notesOf(bench)[vmNote(2, 'service-build')]).toBe(8);
    expect(notesOf(bench)[vmNote(2, 'service-was')]).toBe(12);
  });

  test('A22 whoever no longer answers is noted so; a neighbour is heard even if it does not', () => {
    const bench = benchOnNetwork({ vms: [shopVm, { ...database, bound: false }, website] });
    bench.world.attackers[1]!.knownVms.splice(1);
    outcome(bench, 'recon-network', { from: 1, vm: 0 });
    expect(notesOf(bench)[wayNote(1, 2, 'reach')]).toBe(1);
    bench.world.switches[1] = {
      ...bench.world.switches[1]!,
      ports: [1, 2, 3].map((vm) => ({ vm: id<VmId>(vm), zone: id(vm === 2 ? 2 : 1) })),
      rules: [{ from: 0, to: id(1), service: 'web', allow: false }],
    };
    outcome(bench, 'recon-network', { from: 1, vm: 0 });
    expect(notesOf(bench)[wayNote(1, 2, 'reach')]).toBe(0);
    expect(notesOf(bench)[wayNote(1, 3, 'reach')]).toBe(0);
    expect(notesOf(bench)[wayNote(1, 3, 'segment')]).toBe(1);
  });

  test('A22 from the internet: what is let in from there and nothing about hosts', () => {
    const zones = [...network.zones!, { name: 'internet' }] as const;
    const rules = [{ from: 'internet', to: 'app', service: 'web', allow: true }] as const;
    const bench = benchOnNetwork({
      vms: [shopVm, database, website],
      zones: [...zones],
      rules: [...rules],
    });
    bench.world.attackers[1]!.knownVms.splice(0);
    outcome(bench, 'recon-network', { from: 0, vm: 0 });
    expect(bench.world.attackers[1]?.knownVms).toEqual([3]);
    expect(notesOf(bench)).toEqual({
      [wayNote(0, 1, 'reach')]: 1,
      [vmNote(1, 'service')]: 'web',
      [vmNote(1, 'service-build')]: 8,
      [vmNote(1, 'service-was')]: 8,
    });
  });

  test('A22 it knocks at every VM of others that runs, and its own tenant’s it leaves alone', () => {
    const bench = benchOnNetwork({ vms: [shopVm, shopVm, database, website] });
    bench.give('stop-vm', { vm: 4 });
    bench.run(2);
    bench.act('recon-network', { from: 1 });
    const probes = bench.world.evidence.flatMap((trace) =>
      trace?.kind === 'traffic' ? [[trace.nature, trace.vm, trace.peer]] : [],
    );
    expect(probes).toEqual([['probe', 1, 3]]);
  });
});

describe('what they would try', () => {
  const known = (over: Partial<Known> = {}): Known => ({
    vms: [
      { number: 1, own: true, power: 'running', ring: 'kernel' },
      { number: 2, own: false, power: 'unknown', ring: 'none' },
    ],
    notes: {
      [ownNote(1)]: 1,
      [wayNote(1, 2, 'reach')]: 1,
      [wayNote(1, 2, 'host')]: 1,
      [wayNote(1, 2, 'segment')]: 1,
      [vmNote(2, 'service')]: 'db',
      [vmNote(2, 'service-build')]: 8,
    },
    flaws: { shellshock: 12 },
    waiting: false,
    asked: 1,
    ...over,
  });
  const tried = (name: string, some: Known): unknown[] =>
    attackNamed(name)
      .prospects(some)
      .map(({ args, sure }) => [args, sure]);
  const without = (...keys: string[]): Known => {
    const { notes } = known();
    return known({
      notes: Object.fromEntries(Object.entries(notes).filter(([key]) => !keys.includes(key))),
    });
  };

  test('A4 a look around from wherever they are, always', () => {
    expect(tried('recon-network', known())).toEqual([
      [{ from: 0 }, true],
      [{ from: 1 }, true],
    ]);
    const again = { ...known().notes, [scanNote(1)]: 1 };
    expect(tried('recon-network', known({ notes: again }))).toEqual([
      [{ from: 0 }, true],
      [{ from: 1 }, false],
    ]);
  });

  test('A4 doors and rules only where the way and the database are known, and not twice', () => {
    const read = { ...known().notes, [vmNote(2, 'memory-read')]: 1 };
    for (const name of ['net-fw-drift', 'net-any-any']) {
      expect(tried(name, known())).toEqual([[{ from: 1, vm: 2 }, false]]);
      expect(tried(name, without(wayNote(1, 2, 'reach')))).toEqual([]);
      expect(tried(name, without(vmNote(2, 'service')))).toEqual([]);
      expect(tried(name, known({ notes: read }))).toEqual([]);
    }
  });

  test('A4 a neighbour’s address only in their own segment and with the kernel', () => {
    expect(tried('net-arp-spoof', known())).toEqual([[{ from: 1, vm: 2 }, false]]);
    expect(tried('net-arp-spoof', without(wayNote(1, 2, 'segment')))).toEqual([]);
    const user = known().vms.map((vm) => (vm.own ? { ...vm, ring: 'user' as const } : vm));
    expect(tried('net-arp-spoof', known({ vms: user }))).toEqual([]);
  });

  test('A4 sideways only to a neighbour whose service is old, or not known to be new', () => {
    const name = 'net-eastwest-blindspot';
    const web = (...keys: string[]): Known['notes'] => ({
      ...without(...keys).notes,
      [vmNote(2, 'service')]: 'web',
    });
    const both = [[{ from: 1, vm: 2 }, true]];
    expect(tried(name, known({ notes: web() }))).toEqual(both);
    expect(tried(name, known({ notes: web(vmNote(2, 'service-build')) }))).toEqual([
      [{ from: 1, vm: 2 }, false],
    ]);
    expect(tried(name, known({ notes: web(wayNote(1, 2, 'host')) }))).toEqual([]);
    expect(tried(name, known({ notes: web(), flaws: {} }))).toEqual([]);
    expect(tried(name, known({ notes: web(), flaws: { shellshock: 8 } }))).toEqual([]);
  });

  test('G1 A4 sideways only with a hole of the service that is there: a web server’s opens no database', () => {
    const name = 'net-eastwest-blindspot';
    const offering = (service: string, flaws: Known['flaws']): unknown[] =>
      tried(name, known({ notes: { ...known().notes, [vmNote(2, 'service')]: service }, flaws }));
    const queue = { 'queue-deserialisation': 12 };
    expect(offering('web', { shellshock: 12 })).toHaveLength(1);
    expect(offering('queue', queue)).toHaveLength(1);
    expect(offering('web', queue)).toEqual([]);
    expect(offering('queue', { shellshock: 12 })).toEqual([]);
    expect(offering('db', { shellshock: 12, ...queue })).toEqual([]);
  });
});
