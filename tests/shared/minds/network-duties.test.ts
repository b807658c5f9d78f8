import { describe, expect, test } from 'vitest';
import { pushTo } from '../../../shared/mechanics/network/push.ts';
import { moveToZone } from '../../../shared/mechanics/network/zoning.ts';
import type { Wish } from '../../../shared/minds/defenders/defender.ts';
import { DUTIES } from '../../../shared/minds/defenders/duties/registry.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { wired } from '../../support/setups/moving.ts';
import {
  benchOfNeighbours,
  type FileVm,
  ledger,
  network,
  payments,
  shopVm,
} from '../../support/setups/network.ts';
import { Bench, hostsWith, id, tiny } from '../../support/worlds.ts';
import { blueOf } from '../support/views.ts';

const settlement: FileVm = { ...payments, workload: 'settlement' };

/** Everything that a careful defender would order by that name. */
const wanted = (bench: Bench, command: string): Wish['args'][] =>
  DUTIES.flatMap((duty) => duty.wishes(blueOf(bench)))
    .filter((wish) => wish.command === command)
    .map(({ args }) => args);

const lawful = (watch: 'ids' | 'ips'): Bench =>
  new Bench(
    tiny({
      ...network,
      attackers: [],
      hosts: hostsWith({ watch }),
      vms: [settlement, ledger],
      rules: [{ from: 'app', to: 'data', service: 'db', allow: true }],
    }),
  ).run(10);

describe('what a careful defender sees to in the network', () => {
  test('N12 an IPS that blocks what a tenant lives on is tuned, once', () => {
    expect(wanted(lawful('ids'), 'tune-ips')).toEqual([]);
    const bench = lawful('ips');
    expect(wanted(bench, 'tune-ips')).toEqual([{ host: 1 }]);
    bench.give('tune-ips', { host: 1 });
    bench.run(10);
    expect(wanted(bench, 'tune-ips')).toEqual([]);
  });

  test('N11 an exploit over a way that a service lives on is looked into before anyone is shut off', () => {
    const bench = lawful('ids');
    expect(bench.world.alerts).toHaveLength(2);
    expect(wanted(bench, 'quarantine-vm')).toEqual([]);
    expect(wanted(bench, 'investigate-vm')).toEqual([{ vm: 2 }, { vm: 1 }]);
  });

  test('A25 A26 N10 port groups refuse odd MAC addresses where tenants share a segment', () => {
    const settings = (port: object, startCredits = 300): Wish['args'][] =>
      wanted(benchOfNeighbours(port, { pace: { startCredits } }), 'port-security').filter(
        ({ setting }) => setting === 'reject-all',
      );
    const shared = [{ segment: 1, setting: 'reject-all' }];
    expect(settings({})).toEqual(shared);
    expect(settings({ promiscuous: true, macChanges: false })).toEqual(shared);
    // What is kept for the next advisory goes into nothing but what is heard by everybody.
    expect(settings({}, 100)).toEqual([]);
    expect(settings({ promiscuous: true }, 100)).toEqual(shared);
    expect(settings({ macChanges: false })).toEqual([]);
    expect(settings({ forgedTransmits: false })).toEqual([]);
  });

  test('S25 whoever uses the MAC address of another tenant is shut off', () => {
    const bench = benchOfNeighbours({}, { hosts: hostsWith({ watch: 'ids' }) });
    bench.act('net-mac-forge', { from: 1, vm: 2 });
    expect(wanted(bench, 'quarantine-vm')).toEqual([{ vm: 1 }]);
    setFact(bench.world, 'vms', 1, 'tenant', id(1), SCENARIO);
    expect(wanted(bench, 'quarantine-vm')).toEqual([]);
  });

  test('N7 nothing is pushed for the port of a VM in quarantine', () => {
    const bench = new Bench(
      tiny({ ...network, attackers: [], vms: [{ ...shopVm, bound: false }] }),
    );
    pushTo(bench.match, id(2), SCENARIO);
    expect(wanted(bench, 'push-policy')).toEqual([{ host: 1 }]);
    moveToZone(bench.match, id(1), id(4), NATURE, SCENARIO);
    bench.world.switches[1] = { ...bench.world.switches[1]!, ports: [] };
    expect(wanted(bench, 'push-policy')).toEqual([]);
  });

  test('A24 a rule that allows everything is taken out before any switch is given it', () => {
    const bench = new Bench(
      tiny({
        ...network,
        attackers: [],
        vms: [shopVm],
        rules: [{ from: 'any', to: 'any', service: 'any', allow: true }],
      }),
    );
    setFact(bench.world, 'policies', 1, 'version', 2, SCENARIO);
    const orders = DUTIES.flatMap((duty) => duty.wishes(blueOf(bench)));
    expect(orders.filter(({ command }) => /rule|policy/.test(command))).toEqual([
      { command: 'remove-rule', args: { rule: 1 } },
    ]);
    setFact(bench.world, 'policies', 1, 'rules', [], SCENARIO);
    expect(wanted(bench, 'remove-rule')).toEqual([]);
    expect(wanted(bench, 'push-policy').length).toBeGreaterThan(0);
  });

  test('N7 nothing is spent on the segment of quarantine, in which nothing passes', () => {
    const guests = [shopVm, ledger];
    const apart = new Bench(tiny({ ...network, attackers: [], vms: guests }));
    for (const vm of [1, 2]) moveToZone(apart.match, id(vm), id(4), NATURE, SCENARIO);
    expect(wanted(apart, 'port-security')).toEqual([]);
    for (const vm of [1, 2]) moveToZone(apart.match, id(vm), id(1), NATURE, SCENARIO);
    expect(wanted(apart, 'port-security').map(({ segment }) => segment)).toContain(1);
  });

  test('N21 migrations are encrypted where somebody could be on their way, and port groups taken off it', () => {
    const orders = (bench: Bench) => [
      wanted(bench, 'encrypt-migration'),
      wanted(bench, 'port-security').filter(({ setting }) => setting === 'own-vlan'),
    ];
    const guests = { ...network, attackers: [], vms: [shopVm] };
    const alone = new Bench(tiny(guests));
    expect(orders(alone)).toEqual([[], []]);
    const bench = new Bench(tiny({ ...guests, zones: wired.zones! }));
    expect(orders(bench)).toEqual([[{}], [{ segment: 1, setting: 'own-vlan' }]]);
    bench.give('encrypt-migration', {});
    bench.give('port-security', { segment: 1, setting: 'own-vlan' });
    expect(orders(bench.run(10))).toEqual([[], []]);
    const third = new Bench(tiny({ ...guests, hosts: [...hostsWith({}), ...hostsWith({})] }));
    expect(orders(third)).toEqual([[{}], []]);
  });
});
