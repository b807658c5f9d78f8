import { describe, expect, test } from 'vitest';
import { attacks } from '../../../shared/attacks/registry.ts';
import { moveVm } from '../../../shared/mechanics/migration.ts';
import { pushTo } from '../../../shared/mechanics/network/push.ts';
import { moveToZone } from '../../../shared/mechanics/network/zoning.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { Foothold } from '../../../shared/world/machine/vm.ts';
import { type Known, ownNote, vmNote, wayNote } from '../../../shared/world/people/known.ts';
import { benchOfNeighbours, ledger, payments, shopVm } from '../../support/setups/network.ts';
import { type Bench, hostsWith, id } from '../../support/worlds.ts';

const REJECTED = { promiscuous: false, macChanges: false, forgedTransmits: false };
const ACCEPTED = { promiscuous: true, macChanges: true, forgedTransmits: true };
const WATCHED = { wire: 'ids', hosts: hostsWith({ watch: 'ids' }) } as const;

/** Acts once and waits until it is over. What came of it, or the need that was not met. */
function outcome(bench: Bench, attack: string, args = { from: 1, vm: 2 }): string | undefined {
  bench.act(attack, args);
  bench.run(10);
  const ended = bench.events('act-ended').at(-1)?.data;
  return ended?.outcome === 'done' ? 'done' : ended?.need;
}

const seen = ({ world }: Bench): string[] =>
  world.alerts.flatMap((alert) => (alert ? [`${alert.sensor} ${alert.seen.kind}`] : []));

const harms = (bench: Bench): unknown[] =>
  bench.events('harm').map(({ data }) => [data.attack, data.asset, data.victim, data.vm]);

describe('B51', () => {
  const name = 'net-promisc-sniff';

  test('A25 what a neighbour says in plain text is heard, and no sensor sees who listens', () => {
    const bench = benchOfNeighbours(
      { ...REJECTED, promiscuous: true, arpInspection: true },
      WATCHED,
    );
    bench.run(10);
    expect(outcome(bench, name)).toBe('done');
    expect(harms(bench)).toEqual([[name, 1, 1, 1]]);
    expect(seen(bench)).toEqual([]);
    expect(bench.world.evidence).toEqual([null]);
  });

  test('A25 N10 a port group that rejects it stops it, and an IPS does not', () => {
    const shut = benchOfNeighbours({ ...ACCEPTED, promiscuous: false });
    expect(outcome(shut, name)).toBe('promiscuous-accepted');
    const ips = benchOfNeighbours(ACCEPTED, { hosts: hostsWith({ watch: 'ips' }) });
    expect(outcome(ips, name)).toBe('done');
  });

  test('A25 N14 only where something is said: to a VM of the same tenant that runs and is reached', () => {
    const alone = benchOfNeighbours(ACCEPTED, { vms: [shopVm, payments] });
    expect(outcome(alone, name)).toBe('talks-plainly');
    const denied = benchOfNeighbours(ACCEPTED, { rules: [] });
    expect(outcome(denied, name)).toBe('talks-plainly');
    const off = benchOfNeighbours(ACCEPTED);
    off.give('stop-vm', { vm: 3 });
    off.run(3);
    expect(outcome(off, name)).toBe('talks-plainly');
    // Of two that it talks to, one that is there is enough.
    const two = benchOfNeighbours(ACCEPTED, {
      vms: [shopVm, payments, { ...ledger, host: 2 }, { ...ledger, host: 2 }],
    });
    two.give('stop-vm', { vm: 4 });
    two.run(3);
    expect(outcome(two, name)).toBe('done');
  });
});

describe('B50', () => {
  const name = 'net-mac-forge';

  test('A26 S25 ARP inspection and an IPS do not stop it; the switch’s own watch sees the port', () => {
    const bench = benchOfNeighbours(
      { arpInspection: true },
      { ...WATCHED, hosts: hostsWith({ watch: 'ips' }) },
    );
    expect(outcome(bench, name)).toBe('done');
    expect(harms(bench)).toEqual([[name, 1, 1, 1]]);
    expect(seen(bench)).toEqual(['S2 mac-changed']);
    expect(bench.world.alerts[1]).toMatchObject({ host: 1, vm: 1, seen: { peer: 2 } });
    const [told] = bench.events('alert');
    expect(told?.causes).toEqual([bench.events('evidence')[0]?.seq]);
  });

  test('A26 S25 S20 it never comes to the wire, nor to another host’s watch', () => {
    const bench = benchOfNeighbours({}, { wire: 'ids' });
    setFact(bench.world, 'switches', 2, 'watch', 'ids', SCENARIO);
    expect(outcome(bench, name)).toBe('done');
    expect(seen(bench)).toEqual([]);
  });

  test('A26 N10 each of the two settings stops it, and promiscuous mode is none of them', () => {
    const outcomes = [
      { ...ACCEPTED, macChanges: false },
      { ...ACCEPTED, forgedTransmits: false },
      { ...ACCEPTED, promiscuous: false },
    ].map((port) => outcome(benchOfNeighbours(port), name));
    expect(outcomes).toEqual(['mac-changes-accepted', 'forged-accepted', 'done']);
  });
});

describe.each(['net-promisc-sniff', 'net-mac-forge'])('%s', (name) => {
  test('A25 A26 it takes root, one host, one segment, and not one’s own data', () => {
    const as = (ring: Foothold): string | undefined => {
      const bench = benchOfNeighbours(ACCEPTED);
      setFact(bench.world, 'vms', 1, 'foothold', ring, SCENARIO);
      return outcome(bench, name);
    };
    expect([as('user'), as('root'), as('kernel')]).toEqual(['root-in-source', 'done', 'done']);
    const far = benchOfNeighbours(ACCEPTED);
    moveVm(far.match, id(2), id(2), NATURE, SCENARIO);
    pushTo(far.match, id(2), SCENARIO);
    expect(outcome(far, name)).toBe('same-host');
    const apart = benchOfNeighbours(ACCEPTED, {
      vms: [shopVm, { ...payments, zone: 'data' }, { ...ledger, host: 2 }],
      rules: [{ from: 'any', to: 'any', service: 'any', allow: true }],
    });
    expect(outcome(apart, name)).toBe('same-segment');
    const own = benchOfNeighbours(ACCEPTED);
    setFact(own.world, 'vms', 2, 'asset', id(3), SCENARIO);
    expect(outcome(own, name)).toBe('foreign-data');
  });

  test('A25 A26 N7 from quarantine nothing is heard, and of what is in it neither', () => {
    for (const vm of [1, 2]) {
      const bench = benchOfNeighbours(ACCEPTED);
      moveToZone(bench.match, id(vm), id(4), NATURE, SCENARIO);
      expect(outcome(bench, name)).toBe('same-segment');
    }
    const both = benchOfNeighbours(ACCEPTED);
    for (const vm of [1, 2]) moveToZone(both.match, id(vm), id(4), NATURE, SCENARIO);
    expect(outcome(both, name)).toBe('same-segment');
    expect(outcome(both, 'net-arp-spoof')).toBe('same-segment');
  });

  test('A2 it cannot be meant from the internet', () => {
    const { world } = benchOfNeighbours(ACCEPTED);
    expect(attacks.get(name)!.resolve(world, world.attackers[1]!, { from: 0, vm: 2 })).toBeNull();
  });

  test('N10 the counter that it names ends it, through the door', () => {
    const bench = benchOfNeighbours(ACCEPTED, { pace: { startCredits: 50 } });
    const strike = { attacker: 1, tenant: 2, from: 1, vm: 2, peer: 3 };
    const named = attacks
      .get(name)!
      .needs.flatMap((need) => need.counters(bench.world, strike))
      .find(({ command }) => command === 'port-security')!;
    expect(named.args).toEqual({ segment: 1, setting: 'reject-all' });
    expect(bench.give('port-security', named.args)).toBeNull();
    bench.run(4);
    expect(outcome(bench, name)).toMatch(/-accepted$/);
  });

  test('A4 they try it on a neighbour, with the kernel, and not on what is known to be elsewhere', () => {
    const known = (notes: Record<string, number> = {}): Known => ({
      vms: [
        { number: 1, own: true, power: 'running', ring: 'kernel' },
        { number: 2, own: false, power: 'unknown', ring: 'none' },
      ],
      notes: { [ownNote(1)]: 1, [wayNote(1, 2, 'segment')]: 1, ...notes },
      flaws: {},
      waiting: false,
      asked: 1,
    });
    const tried = (some: Known): unknown[] =>
      attacks
        .get(name)!
        .prospects(some)
        .map(({ args, sure }) => [args, sure]);
    expect(tried(known())).toEqual([[{ from: 1, vm: 2 }, false]]);
    expect(tried(known({ [wayNote(1, 2, 'host')]: 1 }))).toHaveLength(1);
    expect(tried(known({ [wayNote(1, 2, 'host')]: 0 }))).toEqual([]);
    expect(tried(known({ [wayNote(1, 2, 'segment')]: 0 }))).toEqual([]);
    expect(tried(known({ [vmNote(2, 'memory-read')]: 1 }))).toEqual([]);
  });
});
