import { describe, expect, test } from 'vitest';
import { commands } from '../../../shared/commands/registry.ts';
import { faultsOf } from '../../../shared/mechanics/fidelity/faults.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { FilterAction } from '../../../shared/world/machine/host.ts';
import { brokenInto, LOOP_FLAWS } from '../../support/hypervisor.ts';
import type { Bench } from '../../support/worlds.ts';

type Broken = NonNullable<Parameters<typeof brokenInto>[0]>;

const looping = ({ over = {}, ...rest }: Broken = {}): Bench =>
  brokenInto({ over: { flaws: LOOP_FLAWS, ...over }, ...rest });

function outcome(bench: Bench): string {
  bench.act('dos-exception-loop', { vm: 1 });
  bench.run(8);
  return bench.events('act-ended')[0]?.data.need ?? 'done';
}

const filtered = (bench: Bench, table: 'hosts' | 'vms', action: FilterAction): Bench => {
  setFact(bench.world, table, 1, 'filters', [{ trap: 'exception', action }], SCENARIO);
  return bench;
};

const seen = (bench: Bench): unknown[] => bench.events('alert').map(({ data }) => data.seen.kind);

describe('exceptions without end', () => {
  test.each(['hvm', 'hybrid'] as const)('A101 a guest under %s hangs a core', (technique) => {
    const bench = looping({ vm: { technique } });
    expect([outcome(bench), bench.world.vms[1]?.looping]).toEqual(['done', true]);
    expect(bench.world.breaches[1]).toMatchObject({ kind: 'starved', open: true, vm: 1, host: 1 });
    // What runs on the host is not theirs for it.
    expect(bench.world.hosts[1]?.intruder).toBe(0);
  });

  test.each<[string, Broken]>([
    ['run-by-hardware', { vm: { technique: 'para' } }],
    ['run-by-hardware', { vm: { technique: 'bt' } }],
    ['host-unpatched', { host: { build: 56 } }],
    ['kernel-in-guest', { ring: 'root' }],
  ])('A101 with only %s false it comes to nothing', (need, broken) => {
    const bench = looping(broken);
    expect([outcome(bench), bench.world.vms[1]?.looping]).toEqual([need, false]);
    expect(bench.events('harm')).toEqual([]);
  });

  test.each(['hosts', 'vms'] as const)('A101 K105 a filter of %s has them intercepted', (table) => {
    expect(outcome(filtered(looping(), table, 'refuse'))).toBe('not-intercepted');
  });

  test('A101 once is all that there is', () => {
    const bench = looping();
    outcome(bench);
    bench.act('dos-exception-loop', { vm: 1 });
    bench.run(8);
    expect(bench.events('act-ended').at(-1)?.data.need).toBe('core-returns');
    expect(bench.events('harm')).toHaveLength(1);
  });
});

describe('a core that does not come back', () => {
  /** What a neighbour is served beside it, where its host has work for all of its cores. */
  function served(change: (bench: Bench) => void): number {
    const vm = { demand: 1400, technique: 'hvm' } as const;
    const bench = looping({ host: { capacity: 3000 }, vm, ring: 'kernel' });
    setFact(bench.world, 'vms', 2, 'demand', 1400, SCENARIO);
    change(bench);
    bench.run(10);
    return bench.world.vms[2]?.served ?? 0;
  }
  const loop = (bench: Bench): void => setFact(bench.world, 'vms', 1, 'looping', true, SCENARIO);

  test('K104 its host has a quarter of its cycles less', () => {
    const [whole, less] = [served(() => undefined), served(loop)];
    expect(less).toBeLessThan(whole);
    expect(Math.abs(less * 4 - whole * 3)).toBeLessThan(whole / 10);
  });

  test('K104 a limit of its VM gives back what its other virtual CPUs take, and not the core', () => {
    const limited = (bench: Bench): void => setFact(bench.world, 'vms', 1, 'limit', 1, SCENARIO);
    const alone = served(limited);
    const both = served((bench) => {
      limited(bench);
      loop(bench);
    });
    expect(alone).toBe(1000);
    expect(both).toBeLessThanOrEqual(alone);
    const bench = looping();
    outcome(bench);
    limited(bench);
    bench.run(2);
    expect(bench.world.breaches[1]?.open).toBe(true);
  });

  test('A101 the harm is over when the VM is powered off, and the core is there again', () => {
    const bench = looping();
    outcome(bench);
    bench.run(2);
    expect(bench.world.breaches[1]?.open).toBe(true);
    expect(bench.give('stop-vm', { vm: 1 })).toBeNull();
    bench.run(4);
    expect([bench.world.breaches[1]?.open, bench.world.vms[1]?.looping]).toEqual([false, false]);
  });

  test('K104 being cut off from the network ends nothing, and it cannot be moved', () => {
    const bench = looping();
    outcome(bench);
    bench.give('quarantine-vm', { vm: 1 });
    bench.run(6);
    expect(bench.world.breaches[1]?.open).toBe(true);
    expect(bench.give('migrate-vm', { vm: 1, host: 2 })?.code).toBe('rule.core-stuck');
  });

  test('K89 A101 no running host is patched for it; an empty one is, by a reboot', () => {
    const bench = looping({ over: { pace: { startCredits: 400 } } });
    bench.give('patch-host', { host: 1, how: 'live' });
    bench.run(30);
    expect(bench.world.hosts[1]?.build).toBeLessThan(56);
    for (const vm of [1, 2]) bench.give('stop-vm', { vm });
    bench.run(6);
    expect(bench.give('patch-host', { host: 1, how: 'reboot' })).toBeNull();
    bench.run(60);
    expect(bench.world.hosts[1]?.build).toBe(56);
  });
});

describe('what is seen of it, and what a filter costs', () => {
  test('S59 the hypervisor log tells of debug registers first, then of the core', () => {
    const bench = looping();
    bench.act('dos-exception-loop', { vm: 1 });
    expect(seen(bench)).toEqual(['debug-registers']);
    bench.run(8);
    expect(seen(bench)).toEqual(['debug-registers', 'core-stuck']);
    const failed = filtered(looping(), 'hosts', 'refuse');
    outcome(failed);
    expect(seen(failed)).toEqual(['debug-registers']);
    expect(failed.world.exits[1]).toMatchObject({ reason: 'exception', verdict: 'refused', vm: 1 });
  });

  test('K105 what is held waits at the desk, and so does who is in it', () => {
    const bench = filtered(looping({ over: { pace: { holdLength: 6 } } }), 'vms', 'hold');
    bench.act('dos-exception-loop', { vm: 1 });
    expect(bench.world.held.filter(Boolean)).toMatchObject([{ vm: 1, reason: 'exception' }]);
    expect(bench.give('decide-trap', { vm: 1, held: 1, choice: 'refuse' })).toBeNull();
    bench.run(12);
    expect(bench.events('act-ended')[0]?.data.need).toBe('not-intercepted');
  });

  test('K105 where exceptions are refused a debugger gives no right result, and others do not mind', () => {
    for (const [workload, faults] of [
      ['test-bench', [{ kind: 'exit-refused', trap: 'exception' }]],
      ['payments', []],
    ] as const) {
      const bench = looping({ vm: { workload } });
      expect(faultsOf(bench.world, bench.world.vms[1]!)).toEqual([]);
      filtered(bench, 'hosts', 'refuse');
      expect(faultsOf(bench.world, bench.world.vms[1]!)).toEqual(faults);
    }
  });

  test('K105 the filter is offered once it is published why, to refuse or to hold', () => {
    const offered = (isPublic: boolean): unknown[] => {
      const flaws = LOOP_FLAWS.map((flaw) =>
        flaw.name === 'exception-loop' ? { ...flaw, public: isPublic } : flaw,
      );
      const { world } = looping({ over: { flaws } });
      return commands
        .get('exit-filter')!
        .offers(world, 'hosts/1')
        .filter(({ trap }) => trap === 'exception')
        .map(({ action }) => action);
    };
    expect([offered(false), offered(true)]).toEqual([[], ['refuse', 'hold']]);
  });
});
