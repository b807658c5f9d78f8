import { describe, expect, test } from 'vitest';
import { commands } from '../../../shared/commands/registry.ts';
import { guestPermille } from '../../../shared/mechanics/cost/guest-cost.ts';
import { faultsOf, stopsService } from '../../../shared/mechanics/fidelity/faults.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { FilterAction } from '../../../shared/world/machine/host.ts';
import { brokenInto } from '../../support/hypervisor.ts';
import type { Bench } from '../../support/worlds.ts';

type Broken = NonNullable<Parameters<typeof brokenInto>[0]>;

const nesting = ({ host = {}, vm = {}, over = {}, ...rest }: Broken = {}): Bench =>
  brokenInto({
    host: { vendor: 'amd', nested: true, ...host },
    vm: { nested: true, ...vm },
    over,
    ...rest,
  });

function outcome(bench: Bench): string {
  bench.act('esc-nested-vmcb', { vm: 1 });
  bench.run(8);
  return bench.events('act-ended')[0]?.data.need ?? 'done';
}

describe('out through a nested guest', () => {
  test('A80 it works on an AMD host that lets guests nest, from a guest that is shown SVM', () => {
    const bench = nesting();
    expect([outcome(bench), bench.world.hosts[1]?.intruder]).toEqual(['done', 1]);
    // No process stands in between: a sandbox holds nothing.
    expect(outcome(nesting({ host: { sandbox: true } }))).toBe('done');
  });

  test.each<[string, Broken]>([
    ['amd-host', { host: { vendor: 'intel' } }],
    ['nesting-on', { host: { nested: false } }],
    ['nesting-exposed', { vm: { nested: false } }],
    ['nesting-exposed', { vm: { technique: 'para' } }],
    ['host-unpatched', { host: { build: 52 } }],
    ['kernel-in-guest', { ring: 'root' }],
  ])('A80 with only %s false it comes to nothing', (need, broken) => {
    const bench = nesting(broken);
    expect([outcome(bench), bench.events('harm').length]).toEqual([need, 0]);
  });

  test('A80 switching nesting off stops it while it is under way', () => {
    const bench = nesting({ over: { pace: { confineLength: 2 } } });
    bench.act('esc-nested-vmcb', { vm: 1 });
    expect(bench.give('disable-nesting', { host: 1 })).toBeNull();
    bench.run(8);
    expect(bench.events('act-ended')[0]?.data.need).toBe('nesting-on');
    expect(bench.give('disable-nesting', { host: 1 })?.code).toBe('rule.already-so');
  });
});

describe('what is seen of it', () => {
  const seen = (bench: Bench): unknown[] => bench.events('alert').map(({ data }) => data.seen.kind);

  test('S51 the hypervisor log tells of a guest that enters guests of its own, long before the end', () => {
    const bench = nesting();
    bench.act('esc-nested-vmcb', { vm: 1 });
    expect(seen(bench)).toEqual(['nested-run']);
    bench.run(8);
    expect(seen(bench)).toEqual(['nested-run']);
  });

  test('S51 a lawful lab is told of in the same words, and where guests cannot nest there is nothing', () => {
    const lawful = nesting({ over: { people: [{ kind: 'runs-nested', at: [1, 1], vm: 2 }] } });
    const other = lawful.world.vms[2]!;
    Object.assign(other, { nested: true });
    lawful.run(8);
    expect(seen(lawful)).toEqual(['nested-run']);
    const off = nesting({ host: { nested: false } });
    off.act('esc-nested-vmcb', { vm: 1 });
    off.run(8);
    expect(seen(off)).toEqual([]);
  });
});

describe('a guest whose work is done by guests of its own', () => {
  const lab = { workload: 'nested-lab', technique: 'hybrid', devices: ['disk', 'nic'] } as const;
  const place = {
    platform: 'type1',
    year: 2015,
    nestedPaging: true,
    filters: [],
    hypercallAudit: false,
  } as const;

  test('K84 C-check 11 it costs 6 to 15 % more than the same work one level up', () => {
    const nested = guestPermille(lab, place);
    const single = guestPermille({ ...lab, workload: 'build-farm' }, place);
    expect((nested * 1000) / single).toBeGreaterThanOrEqual(1060);
    expect((nested * 1000) / single).toBeLessThanOrEqual(1150);
  });

  test('K84 it has no service where it cannot nest', () => {
    const bench = nesting({ vm: { workload: 'nested-lab' }, over: { pace: { confineLength: 2 } } });
    expect(faultsOf(bench.world, bench.world.vms[1]!)).toEqual([]);
    bench.give('disable-nesting', { host: 1 });
    bench.run(2);
    expect(faultsOf(bench.world, bench.world.vms[1]!)).toEqual([{ kind: 'no-nesting' }]);
  });
});

describe('filters and the desk before the entry into a guest’s guest', () => {
  const filtered = (bench: Bench, table: 'hosts' | 'vms', action: FilterAction): Bench => {
    setFact(bench.world, table, 1, 'filters', [{ trap: 'vmrun', action }], SCENARIO);
    return bench;
  };

  test.each(['hosts', 'vms'] as const)('A102 a refusal of %s stops it', (table) => {
    expect(outcome(nesting())).toBe('done');
    const bench = filtered(nesting(), table, 'refuse');
    expect(outcome(bench)).toBe('entry-unchecked');
    expect(bench.world.exits[1]).toMatchObject({ reason: 'vmrun', verdict: 'refused', vm: 1 });
    expect(bench.events('harm')).toEqual([]);
  });

  test('A102 it stops that VM’s alone where the filter is another’s', () => {
    const bench = nesting();
    setFact(bench.world, 'vms', 2, 'filters', [{ trap: 'vmrun', action: 'refuse' }], SCENARIO);
    expect(outcome(bench)).toBe('done');
  });

  test.each([
    ['emulate', 'done'],
    ['refuse', 'entry-unchecked'],
  ] as const)('A102 K81 K82 held, it waits at the desk: %s', (choice, end) => {
    const bench = filtered(nesting({ over: { pace: { holdLength: 30 } } }), 'vms', 'hold');
    bench.act('esc-nested-vmcb', { vm: 1 });
    bench.run(12);
    expect(bench.world.held.filter(Boolean)).toMatchObject([{ vm: 1, reason: 'vmrun', bound: 0 }]);
    expect(bench.events('act-ended')).toEqual([]);
    expect(bench.give('decide-trap', { vm: 1, held: 1, choice })).toBeNull();
    bench.run(12);
    expect(bench.events('act-ended')[0]?.data.need ?? 'done').toBe(end);
  });

  test('A102 K84 where it is refused, or waits, a lab has no service', () => {
    const lab = (action: FilterAction): Bench =>
      filtered(nesting({ vm: { workload: 'nested-lab' } }), 'hosts', action);
    const { world } = lab('refuse');
    const fault = { kind: 'exit-refused', trap: 'vmrun' } as const;
    expect(faultsOf(world, world.vms[1]!)).toEqual([fault]);
    expect(stopsService(fault, world.vms[1]!)).toBe(true);
    // Who has no use for it does not miss it.
    expect(faultsOf(world, world.vms[2]!)).toEqual([]);
    const held = filtered(nesting({ vm: { workload: 'nested-lab' } }), 'vms', 'hold');
    held.run(6);
    expect(held.world.held.filter(Boolean)).toMatchObject([{ vm: 1, reason: 'vmrun' }]);
  });

  test('K73 it is offered where a guest is shown the extension, to refuse or to hold: there is no bound', () => {
    const offered = (bench: Bench): unknown[] =>
      commands
        .get('exit-filter')!
        .offers(bench.world, 'hosts/1')
        .filter(({ trap }) => trap === 'vmrun')
        .map(({ action }) => action);
    expect(offered(nesting())).toEqual(['refuse', 'hold']);
    expect(offered(nesting({ vm: { nested: false } }))).toEqual([]);
  });
});
