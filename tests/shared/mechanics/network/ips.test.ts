import { describe, expect, test } from 'vitest';
import { moveVm } from '../../../../shared/mechanics/migration.ts';
import { falseAlarmsAt, isExcepted } from '../../../../shared/mechanics/network/ips.ts';
import { enters, leaves } from '../../../../shared/mechanics/network/path.ts';
import { plainFlow, plainPeers } from '../../../../shared/mechanics/network/plain.ts';
import { pushTo } from '../../../../shared/mechanics/network/push.ts';
import { physicalIds } from '../../../../shared/mechanics/sensors/network-ids.ts';
import { countOf, type FateCount } from '../../../../shared/world/alert.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import type { Watch } from '../../../../shared/world/network.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { type FileVm, ledger, network, payments, shopVm } from '../../../support/setups/network.ts';
import { Bench, hostsWith, id, tiny } from '../../../support/worlds.ts';

/** The bank's batch, which looks like an injection to whoever matches signatures. */
const settlement: FileVm = { ...payments, workload: 'settlement' };
const form: FileVm = {
  ...payments,
  tenant: 'hospital',
  workload: 'booking',
  asset: 'patient-records',
};

/** VM 1 settlement and VM 2 ledger; what watches their one host is given. Nobody attacks. */
function benchWith(watch: Watch, over: Partial<ScenarioFile> = {}): Bench {
  return new Bench(
    tiny({
      ...network,
      attackers: [],
      hosts: hostsWith({ watch }),
      vms: [settlement, ledger],
      zones: [...network.zones!, { name: 'internet' }],
      rules: [
        { from: 'app', to: 'data', service: 'db', allow: true },
        { from: 'internet', to: 'app', service: 'web', allow: true },
      ],
      ...over,
    }),
  );
}

/** `from>to state`. */
const states = ({ world }: Bench): string[] =>
  world.flows.flatMap((flow) => (flow ? [`${flow.from}>${flow.to} ${flow.state}`] : []));

/** `!` where an IPS stopped all of it. */
const stopped = (fates: readonly FateCount[]): string =>
  fates.every(([fate]) => fate === 'blocked') ? '!' : '';

/** `sensor host vm>peer ×count`, with `!` where it was stopped. */
const said = ({ world }: Bench): string[] =>
  world.alerts.slice(1).flatMap((alert) => {
    if (alert?.seen.kind !== 'traffic') return [];
    const { peer, fates, nature } = alert.seen;
    const where = `${alert.sensor} ${alert.host}`;
    return [`${where} ${alert.vm}>${peer} ${nature} ×${countOf(fates)}${stopped(fates)}`];
  });

describe('lawful traffic that looks like an attack', () => {
  test('N11 an IDS tells of it once and lets it pass', () => {
    const bench = benchWith('ids').run(60);
    expect(states(bench)).toEqual(['1>2 delivered']);
    expect(bench.world.vms[1]?.cutOff).toBe(0);
    expect(said(bench)).toEqual(['S2 1 1>2 exploit ×1']);
    const [alert] = bench.events('alert');
    const [trace] = bench.events('evidence');
    expect(alert?.causes).toEqual([trace?.seq]);
    expect(trace?.actor).toEqual({ kind: 'tenant', id: 1 });
  });

  test('N11 an IPS blocks it, and tells of it as of any other exploit', () => {
    const bench = benchWith('ips').run(60);
    expect(states(bench)).toEqual(['1>2 blocked']);
    expect(bench.world.vms.slice(1).map((vm) => vm?.cutOff)).toEqual([1, 0]);
    expect(said(bench)).toEqual(['S2 1 1>2 exploit ×1!']);
    // It is promised, and not given.
    const { promised, given } = bench.world.tally;
    bench.run(1);
    expect(bench.world.tally.promised - promised).toBe(2);
    expect(bench.world.tally.given - given).toBe(1);
  });

  test('N11 F4 of what a form is sent from the internet an IPS on the wire blocks as much', () => {
    const bench = benchWith('none', { vms: [form, payments, ledger], wire: 'ips' }).run(10);
    expect(states(bench)).toEqual(['0>1 blocked', '0>2 delivered', '2>3 delivered']);
    expect(bench.world.vms[1]?.cutOff).toBe(1);
    expect(said(bench)).toEqual(['S1 0 0>1 exploit ×1!']);
  });

  test('N11 nobody tells of what nobody watches; a new watch is shown it, and another way', () => {
    const bench = benchWith('none', { wire: 'ids' }).run(20);
    expect(bench.world.evidence).toEqual([null]);
    bench.give('place-sensor', { host: 1, watch: 'ids' });
    bench.run(10);
    expect(said(bench)).toEqual(['S2 1 1>2 exploit ×1']);
    moveVm(bench.match, id(2), id(2), NATURE, SCENARIO);
    pushTo(bench.match, id(2), SCENARIO);
    bench.run(20);
    expect(said(bench)).toEqual(['S2 1 1>2 exploit ×2', 'S1 0 1>2 exploit ×1']);
  });

  test('N11 what a rule denies, or is dropped, comes by no watch', () => {
    const bench = benchWith('ips', { rules: [] }).run(20);
    expect(states(bench)).toEqual(['1>2 denied']);
    expect(said(bench)).toEqual([]);
  });
});

describe('tune-ips', () => {
  const tuned = (bench: Bench): Bench => {
    expect(bench.give('tune-ips', { host: 1 })).toBeNull();
    return bench.run(10);
  };

  test('N12 what an IPS blocks of lawful flows becomes its exceptions, and passes', () => {
    const bench = benchWith('ips').run(10);
    expect(falseAlarmsAt(bench.world, id(1))).toEqual([{ from: 1, to: 2, service: 'db' }]);
    expect(falseAlarmsAt(bench.world, id(2))).toEqual([]);
    bench.give('tune-ips', { host: 1 });
    expect(bench.world.credits).toBe(18);
    expect(bench.world.switches[1]?.exceptions).toEqual([]);
    bench.run(10);
    expect(bench.world.switches[1]?.exceptions).toEqual([{ from: 1, to: 2, service: 'db' }]);
    expect(states(bench)).toEqual(['1>2 delivered']);
    expect(bench.world.vms[1]?.cutOff).toBe(0);
    const [told] = bench.events('ips-tuned');
    expect(told?.data).toEqual({ host: 1, exceptions: 1 });
    expect(bench.world.provenance['switches/1/exceptions']).toBe(told?.seq);
  });

  test('N12 an exception is for that way and service, and for no other', () => {
    const bench = tuned(benchWith('ips').run(10));
    const gate = bench.world.switches[1]!;
    expect(isExcepted(gate, id(1), id(2), 'db')).toBe(true);
    expect(isExcepted(gate, id(2), id(1), 'db')).toBe(false);
    expect(isExcepted(gate, id(1), id(2), 'web')).toBe(false);
    expect(isExcepted(gate, 0, id(2), 'db')).toBe(false);
  });

  test('N12 tuned again, it excepts what runs now and nothing of before', () => {
    const bench = tuned(benchWith('ips', { vms: [settlement, ledger, form] }).run(10));
    expect(bench.world.switches[1]?.exceptions).toHaveLength(2);
    expect(bench.give('tune-ips', { host: 1 })?.code).toBe('rule.already-so');
    bench.give('stop-vm', { vm: 1 });
    bench.run(10);
    tuned(bench);
    expect(bench.world.switches[1]?.exceptions).toEqual([{ from: 0, to: 3, service: 'web' }]);
    bench.give('start-vm', { vm: 1 });
    bench.run(10);
    expect(states(bench)).toContain('1>2 blocked');
  });

  test('N12 J7 it is for an IPS, and refused where there is nothing to except', () => {
    expect(benchWith('ids').run(10).give('tune-ips', { host: 1 })).toEqual({
      code: 'rule.no-ips',
      facts: { host: 1 },
    });
    const bench = benchWith('ips').run(10);
    expect(bench.give('tune-ips', { host: 2 })?.code).toBe('rule.already-so');
    expect(bench.give('tune-ips', { host: 9 })?.code).toBe('rule.no-such-thing');
    expect(bench.give('tune-ips', { host: 1 })).toBeNull();
    expect(bench.give('tune-ips', { host: 1 })?.code).toBe('rule.target-busy');
    expect(bench.give('place-sensor', { host: 1, watch: 'ids' })?.code).toBe('rule.target-busy');
  });
});

describe('a host without cycles to spare', () => {
  /** Guests want more than host 1 has; host 2 has room. */
  const crowded = (watch: Watch): Bench =>
    benchWith(watch, {
      vms: [
        { ...payments, demand: 600 },
        { ...ledger, host: 2 },
        { ...shopVm, demand: 600 },
      ],
      zones: [...network.zones!, { name: 'internet' }],
      attackers: [],
    });

  test('N13 an IPS that cannot keep up drops every packet, and lets them by when it can', () => {
    const bench = crowded('ips').run(10);
    expect(bench.world.hosts[1]?.load).toBe(1000);
    expect(bench.world.switches[1]?.overloaded).toBe(true);
    expect(bench.world.switches[2]?.overloaded).toBe(false);
    expect(states(bench)).toEqual(['0>1 dropped', '1>2 dropped']);
    expect(enters(bench.world, 0, id(1), 'web')).toBe(false);
    expect(leaves(bench.world, id(1), id(2), 'db')).toBe(false);
    const [over] = bench.events('ips-overloaded');
    expect(over?.data).toEqual({ host: 1, overloaded: true });
    expect(bench.world.provenance['switches/1/overloaded']).toBe(over?.seq);
    bench.give('stop-vm', { vm: 3 });
    bench.run(10);
    expect(bench.world.hosts[1]!.load).toBeLessThan(1000);
    expect(states(bench)).toEqual(['0>1 delivered', '1>2 delivered']);
    expect(bench.events('ips-overloaded').map(({ data }) => data.overloaded)).toEqual([
      true,
      false,
    ]);
  });

  test('N13 an IDS there drops nothing and misses what passes', () => {
    const bench = crowded('ids').run(10);
    expect(states(bench)).toEqual(['0>1 delivered', '1>2 delivered']);
    expect(bench.world.switches[1]?.overloaded).toBe(false);
    const look = (): string[] => {
      const trace = {
        kind: 'traffic',
        nature: 'exploit',
        vm: id(1),
        peer: id(2),
        service: 'db',
        switches: [id(1), id(2)],
        uplink: true,
        fate: { kind: 'delivered' },
      } as const;
      bench.world.evidence.push({ ...trace, id: id(1), tick: bench.world.tick } as never);
      physicalIds.watch(bench.match);
      return said(bench);
    };
    expect(look()).toEqual(['S2 2 1>2 exploit ×1']);
    bench.give('stop-vm', { vm: 3 });
    bench.run(10);
    expect(look()).toEqual(['S2 2 1>2 exploit ×2', 'S2 1 1>2 exploit ×1']);
  });

  test('N13 W5 an IPS takes more of a host than an IDS, and all it takes is load', () => {
    const load = (watch: Watch): number | undefined =>
      benchWith(watch).run(10).world.hosts[1]?.load;
    expect([load('none'), load('ids'), load('ips')].map((x) => x! - load('none')!)).toEqual([
      0, 30, 60,
    ]);
  });
});

describe('what is said in plain text', () => {
  test('N14 what two VMs of a tenant say to each other, and nothing else', () => {
    const { world } = benchWith('none', { vms: [payments, ledger, settlement, form, shopVm] });
    expect(plainFlow(world, 1, 2)).toEqual({ from: 1, to: 2, service: 'db' });
    expect(plainFlow(world, 2, 1)).toEqual({ from: 1, to: 2, service: 'db' });
    expect(plainPeers(world, 2)).toEqual([1, 3]);
    // The form speaks to the internet alone, by TLS.
    expect(plainPeers(world, 4)).toEqual([]);
    expect(plainFlow(world, 1, 3)).toBeNull();
    expect(plainFlow(world, 1, 1)).toBeNull();
    setFact(world, 'vms', 2, 'tenant', id(2), SCENARIO);
    expect(plainPeers(world, 2)).toEqual([]);
  });
});
