import { describe, expect, test } from 'vitest';
import { billing } from '../../../shared/mechanics/billing.ts';
import { costOf, PER } from '../../../shared/mechanics/cost/cost.ts';
import { ownerLeaves } from '../../../shared/mechanics/leases.ts';
import { destroyVm, stopVm } from '../../../shared/mechanics/lifecycle.ts';
import { promises } from '../../../shared/mechanics/promises.ts';
import { scrubTax, work } from '../../../shared/mechanics/work.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { MIXES } from '../../../shared/world/machine/workload.ts';
import { DEFAULT_PACE } from '../../../shared/world/pace.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import {
  Bench,
  benchWithReader,
  hostsWith,
  id,
  planOf,
  tiny,
  turnOf,
} from '../../support/worlds.ts';

describe('work', () => {
  // Work of ordinary instructions, which costs next to nothing more than it would natively.
  const vm = { ...tiny().vms[0]!, workload: 'analytics' as const };
  const crowded = { vms: [700, 500].map((demand) => ({ ...vm, demand })) };
  /** Kilocycles that it takes to do so much of that work here, without anything in the way. */
  const costing = (demand: number): number =>
    Math.trunc((demand * costOf(MIXES.compute, 'hvm', turnOf().world.hosts[1]!)) / PER);
  /** Native work that two guests get done of 700 and 500 when they share so many kilocycles. */
  const shared = (there: number): number => {
    const costs = [costing(700), costing(500)];
    const wanted = costs[0]! + costs[1]!;
    return [700, 500].reduce((sum, demand, i) => {
      const given = Math.trunc((costs[i]! * there) / wanted);
      return sum + Math.trunc((demand * given) / costs[i]!);
    }, 0);
  };

  test('W1 guests that want less than there is get all of it', () => {
    const turn = turnOf(tiny({ vms: [300, 400].map((demand) => ({ ...vm, demand })) }));
    turn.world.tick = 5;
    work(turn);
    expect(turn.world.tally).toMatchObject({ native: 700, useful: 700 });
    expect(turn.world.vms.slice(1).map((row) => row?.served)).toEqual([1000, 1000]);
    expect(turn.world.hosts[1]?.load).toBe(costing(300) + costing(400));
  });

  test('W1 guests that want more than there is share it by what they want', () => {
    const turn = turnOf(tiny(crowded));
    turn.world.tick = 5;
    work(turn);
    expect(turn.world.tally).toMatchObject({ native: 1200, useful: shared(1000) });
    const [one = 0, other = 0] = turn.world.vms.slice(1).map((row) => row?.served);
    expect(one).toBeGreaterThan(800);
    expect(Math.abs(one - other)).toBeLessThan(5);
    expect(turn.world.hosts[1]?.load).toBeGreaterThan(997);
  });

  test('W1 a stopped guest wants nothing, and the other host’s guests do not count', () => {
    const turn = turnOf(tiny(crowded));
    stopVm(turn, id(2), id(0));
    work(turn);
    expect(turn.world.tally).toMatchObject({ native: 700, useful: 700 });
  });

  test('W2 jobs take their cycles first', () => {
    const bench = new Bench(tiny(crowded));
    bench.run(3);
    const before = { ...bench.world.tally };
    bench.give('stop-vm', { vm: 1 });
    expect(bench.world.tally.useful - before.useful).toBe(shared(1000 - 200));
    expect(bench.world.hosts[1]?.load).toBeGreaterThan(997);
    expect(bench.world.vms[2]?.served).toBeLessThan(670);
  });

  test('W2 jobs cannot take more than there is', () => {
    const bench = new Bench(tiny({ ...crowded, pace: { jobCycles: 5000 } }));
    bench.run(3);
    const before = { ...bench.world.tally };
    bench.give('stop-vm', { vm: 1 });
    expect(bench.world.tally.useful).toBe(before.useful);
    expect(bench.world.hosts[1]?.load).toBe(1000);
  });

  test.each([
    ['never', 0, 1000],
    ['on-allocate', 10, 990],
    ['on-free', 40, 960],
  ] as const)('W3 %s costs %i permille of a host’s cycles', (scrub, tax, left) => {
    expect(scrubTax(scrub, DEFAULT_PACE)).toBe(tax);
    const turn = turnOf(tiny({ ...crowded, hosts: hostsWith({ scrub }) }));
    work(turn);
    expect(turn.world.tally.useful).toBe(shared(left));
  });
});

describe('promises', () => {
  /** What one tick adds to the tally. */
  function tallyOf(bench: Bench): Record<string, number> {
    const before = { ...bench.world.tally };
    promises(bench.match);
    const after = bench.world.tally;
    return {
      promised: after.promised - before.promised,
      given: after.given - before.given,
      correct: after.correct - before.correct,
      stopped: after.stopped - before.stopped,
      justified: after.justified - before.justified,
    };
  }

  test('F1 a running VM is promised and given, a stopped one promised and not given', () => {
    const bench = new Bench();
    expect(tallyOf(bench)).toEqual({ promised: 2, given: 2, correct: 2, stopped: 0, justified: 0 });
    stopVm(bench.match, id(1), id(0));
    expect(tallyOf(bench)).toEqual({ promised: 2, given: 1, correct: 1, stopped: 1, justified: 0 });
  });

  test('F1 nothing is promised for a VM that its tenant wants to be rid of', () => {
    const bench = new Bench();
    bench.ask(1, { kind: 'destroy', vm: id(1) });
    expect(tallyOf(bench)).toMatchObject({ promised: 1, given: 1 });
    stopVm(bench.match, id(1), id(0));
    expect(tallyOf(bench)).toMatchObject({ promised: 1, given: 1, stopped: 0 });
    destroyVm(bench.match, id(1), NATURE, id(0));
    expect(tallyOf(bench)).toMatchObject({ promised: 1, given: 1 });
  });

  test('F5 nothing is promised for what nobody answers for, or whose lease is over', () => {
    const bench = new Bench(tiny({ vms: [{ ...tiny().vms[0]!, lease: 2 }, tiny().vms[1]!] }));
    expect(tallyOf(bench)).toMatchObject({ promised: 2, given: 2 });
    bench.run(10);
    expect(tallyOf(bench)).toMatchObject({ promised: 1, given: 1 });
    ownerLeaves(bench.match, id(2), id(0));
    expect(tallyOf(bench)).toMatchObject({ promised: 0, given: 0 });
  });

  test('F3 shutting a VM off in quarantine counts like stopping it', () => {
    const zones: ScenarioFile['zones'] = [...tiny().zones, { name: 'quarantine' }];
    const bench = new Bench(tiny({ zones }));
    bench.give('quarantine-vm', { vm: 1 });
    expect(tallyOf(bench)).toEqual({ promised: 2, given: 1, correct: 1, stopped: 1, justified: 0 });
    bench.world.vms[1] = { ...bench.world.vms[1]!, intruder: id(1) };
    expect(tallyOf(bench)).toMatchObject({ stopped: 1, justified: 1 });
  });

  test('F3 K11 guests that are off while an attacker runs code below them wrong nobody', () => {
    const bench = new Bench();
    const [first, second] = bench.world.vms.slice(1);
    expect(first?.host).not.toBe(0);
    stopVm(bench.match, id(1), id(0));
    setFact(bench.world, 'hosts', first!.host, 'intruder', id(1), SCENARIO);
    const stopped = { promised: 2, given: 1, stopped: 1, justified: 1 };
    expect(tallyOf(bench)).toMatchObject(stopped);
    // What goes on running gives its service all the same.
    expect(second?.power).toBe('running');
    setFact(bench.world, 'hosts', first!.host, 'intruder', 0, SCENARIO);
    expect(tallyOf(bench)).toMatchObject({ ...stopped, justified: 0 });
  });

  test.each([
    ['a host that fell', true],
    ['a sound host', false],
  ] as const)('F3 K11 installing %s anew', (_, fell) => {
    const bench = new Bench(tiny({ pace: { rebuildHostLength: 6 } }));
    bench.world.credits = 100;
    if (fell) setFact(bench.world, 'hosts', 1, 'intruder', id(1), SCENARIO);
    expect(bench.give('rebuild-host', { host: 1 })).toBeNull();
    const before = { ...bench.world.tally };
    bench.run(3);
    expect(bench.world.tally.stopped - before.stopped).toBe(3);
    expect(bench.world.tally.justified - before.justified).toBe(fell ? 3 : 0);
    bench.run(6);
    const after = { ...bench.world.tally };
    bench.run(3);
    expect(bench.world.hosts[1]?.intruder).toBe(0);
    expect(bench.world.tally).toMatchObject({ stopped: after.stopped, justified: after.justified });
  });

  test('F3 shut off in quarantine above a host that fell, it is not held for that', () => {
    const zones: ScenarioFile['zones'] = [...tiny().zones, { name: 'quarantine' }];
    const bench = new Bench(tiny({ zones }));
    bench.give('quarantine-vm', { vm: 1 });
    setFact(bench.world, 'hosts', bench.world.vms[1]!.host, 'intruder', id(1), SCENARIO);
    expect(tallyOf(bench)).toMatchObject({ stopped: 1, justified: 0 });
  });

  test('F2 a VM that is not there counts from 30 seconds after the request', () => {
    const bench = new Bench(tiny({ pace: { requestWait: 400 } }));
    bench.ask(2);
    bench.run(149);
    expect(tallyOf(bench)).toMatchObject({ promised: 2, given: 2 });
    bench.run(1);
    expect(tallyOf(bench)).toMatchObject({ promised: 3, given: 2 });
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    expect(tallyOf(bench)).toMatchObject({ promised: 3, given: 2 });
    bench.run(3);
    expect(tallyOf(bench)).toMatchObject({ promised: 3, given: 3 });
  });

  test('F2 it counts for a minute after it was missed, and no longer', () => {
    const bench = new Bench();
    bench.ask(2, { kind: 'create', plan: planOf({ frames: 64 }) });
    bench.run(59);
    expect(tallyOf(bench)).toMatchObject({ promised: 2 });
    bench.run(1);
    expect(bench.world.requests[1]?.state).toBe('missed');
    expect(tallyOf(bench)).toMatchObject({ promised: 3, given: 2 });
    bench.run(299);
    expect(tallyOf(bench)).toMatchObject({ promised: 3 });
    bench.run(1);
    expect(tallyOf(bench)).toMatchObject({ promised: 2 });
  });

  test('F2 a request to be rid of a VM promises nothing however late it is', () => {
    const bench = new Bench();
    bench.ask(1, { kind: 'destroy', vm: id(1) });
    bench.run(70);
    expect(tallyOf(bench)).toMatchObject({ promised: 1, given: 1 });
  });

  test('F3 a stopped VM of someone who means harm is told apart in the tally', () => {
    const bench = benchWithReader();
    stopVm(bench.match, id(3), id(0));
    stopVm(bench.match, id(1), id(0));
    expect(tallyOf(bench)).toEqual({ promised: 3, given: 1, correct: 1, stopped: 2, justified: 1 });
  });
});

describe('billing', () => {
  test('E1 once a minute running VMs pay and hosts cost', () => {
    const turn = turnOf();
    for (let tick = 1; tick < 300; tick += 1) {
      turn.world.tick = tick;
      billing(turn);
    }
    expect(turn.world.credits).toBe(20);
    stopVm(turn, id(1), id(0));
    turn.world.tick = 300;
    billing(turn);
    expect(turn.world.credits).toBe(20 + 4 - 2 * 10);
    expect(turn.history.at(-1)).toMatchObject({ kind: 'bill', data: { credits: -16 } });
  });

  test('E1 nothing is billed before the first minute is over', () => {
    const turn = turnOf();
    turn.world.tick = 0;
    billing(turn);
    expect(turn.history).toEqual([]);
  });
});
