import { describe, expect, test } from 'vitest';
import type { Attack } from '../../../shared/attacks/attack.ts';
import { attacks } from '../../../shared/attacks/registry.ts';
import type { VmId } from '../../../shared/world/ids.ts';
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

describe('an IPS that was tuned', () => {
  /** The website's form looks like an attack; attackers reach it from the internet. */
  const street = (watch: 'none' | 'ips'): Bench =>
    benchOnNetwork({
      vms: [shopVm, website],
      zones: [...network.zones!, { name: 'internet' }],
      rules: [
        { from: 'internet', to: 'app', service: 'web', allow: true },
        { from: 'app', to: 'app', service: 'any', allow: true },
      ],
      hosts: hostsWith({ watch }),
      pace: { startCredits: 50 },
    });
  const fromStreet = { from: 0, vm: 2 };
  const blocks = attackNamed('img-stale-packages').needs.find(
    ({ id: name }) => name === 'nothing-blocks',
  )!;
  const strike = { attacker: 1, from: 0, vm: 2, service: 0, flaw: 1 };

  test('A43 N12 it lets an exploit pass over what it excepts, tells of it, and blocks any other', () => {
    const bench = street('ips').run(5);
    expect(outcome(bench, 'img-stale-packages', fromStreet)).toBe('nothing-blocks');
    expect(bench.give('tune-ips', { host: 1 })).toBeNull();
    bench.run(3);
    expect(outcome(bench, 'net-eastwest-blindspot')).toBe('nothing-blocks');
    expect(outcome(bench, 'img-stale-packages', fromStreet)).toBe('done');
    const told = bench.world.alerts.find((alert) => alert?.vm === 0 && alert.host === 1);
    // The one that was stopped, and the one that was let pass since.
    expect(told?.seen).toMatchObject({
      peer: 2,
      nature: 'exploit',
      fates: [
        ['blocked', 1, 2],
        ['delivered', 0, 1],
      ],
    });
    const [foothold] = bench.events('foothold');
    expect(foothold?.causes).toContain(bench.events('ips-tuned')[0]?.seq);
  });

  test('A43 N12 to place an IPS counters it; where one makes an exception nothing more does', () => {
    const bench = street('none').run(5);
    const [place, ...others] = blocks.counters(bench.world, strike);
    expect([place?.command, place?.args, others]).toEqual([
      'place-sensor',
      { host: 1, watch: 'ips' },
      [],
    ]);
    expect(blocks.holds(bench.world, strike)).toBe(true);
    expect(bench.give('place-sensor', place!.args)).toBeNull();
    bench.run(5);
    expect(blocks.holds(bench.world, strike)).toBe(false);
    bench.give('tune-ips', { host: 1 });
    bench.run(3);
    expect(blocks.holds(bench.world, strike)).toBe(true);
    expect(blocks.facts(bench.world, strike)).toContain('switches/1/exceptions');
    expect(blocks.counters(bench.world, strike)).toEqual([]);
  });

  test('A20 N12 of a false ARP claim it makes no exception', () => {
    const neighbour = { ...database, zone: 'app' } as const;
    const bench = benchOnNetwork({ vms: [shopVm, neighbour], hosts: hostsWith({ watch: 'ips' }) });
    const gate = bench.world.switches[1]!;
    const exceptions = (['web', 'db', 'queue'] as const).map((service) => ({
      from: id<VmId>(1),
      to: id<VmId>(2),
      service,
    }));
    bench.world.switches[1] = { ...gate, exceptions };
    expect(outcome(bench, 'net-arp-spoof')).toBe('nothing-blocks');
  });
});

describe('reachable', () => {
  const reachable = attackNamed('net-fw-drift').needs.find(({ id: name }) => name === 'reachable')!;
  const strike = { attacker: 1, tenant: 2, from: 1, vm: 2, service: 1 };
  const commands = (bench: Bench): string[] =>
    reachable.counters(bench.world, strike).map(({ command }) => command);

  test('A23 N7 N18 a push, by hand or by itself, counters only what the policy does not allow; quarantine always does', () => {
    const drift = benchOnNetwork({ vms: [shopVm, { ...database, bound: false }] });
    expect(commands(drift)).toEqual(['push-policy', 'automate-push', 'quarantine-vm']);
    const rules = [{ from: 'app', to: 'data', service: 'db', allow: true }] as const;
    const meant = { vms: [shopVm, { ...database, bound: false }], rules: [...rules] };
    expect(commands(benchOnNetwork(meant))).toEqual(['quarantine-vm']);
    for (const command of ['push-policy', 'quarantine-vm']) {
      const bench = benchOnNetwork({ vms: [shopVm, { ...database, bound: false }] });
      const { args } = reachable
        .counters(bench.world, strike)
        .find((counter) => counter.command === command)!;
      expect([command, bench.give(command, args)]).toEqual([command, null]);
      bench.run(4);
      expect([command, reachable.holds(bench.world, strike)]).toEqual([command, false]);
    }
  });
});
