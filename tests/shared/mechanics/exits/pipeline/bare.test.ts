import { describe, expect, test } from 'vitest';
import { answeredExit, NATIVE_FAULT } from '../../../../../shared/mechanics/cost/handling.ts';
import { pricesOf } from '../../../../../shared/mechanics/cost/prices.ts';
import { L1_FLUSH } from '../../../../../shared/mechanics/cost/taxes.ts';
import { roundTrip } from '../../../../../shared/mechanics/cost/transition.ts';
import { bareTurnoutOf, isFollowed } from '../../../../../shared/mechanics/exits/pipeline/bare.ts';
import {
  cyclesOf,
  kindOf,
  type Pipeline,
  pipelineOf,
} from '../../../../../shared/mechanics/exits/pipeline/pipeline.ts';
import { faultsOf } from '../../../../../shared/mechanics/fidelity/faults.ts';
import { setFact } from '../../../../../shared/world/fact.ts';
import { SCENARIO } from '../../../../../shared/world/ids.ts';
import {
  BARE_REASONS,
  type BareReason,
  type FilterAction,
} from '../../../../../shared/world/machine/host.ts';
import { brokenInto, LOOP_FLAWS } from '../../../../support/hypervisor.ts';
import { some } from '../../../../support/some.ts';
import type { Bench } from '../../../../support/worlds.ts';

type Broken = NonNullable<Parameters<typeof brokenInto>[0]>;

const lab = ({ host = {}, vm = {} }: Broken = {}): Bench =>
  brokenInto({
    host: { vendor: 'amd', nested: true, ...host },
    vm: { nested: true, workload: 'nested-lab', ...vm },
    over: { pace: { holdLength: 30, confineLength: 2 } },
  });
const bench = ({ vm = {}, ...rest }: Broken = {}): Bench =>
  brokenInto({
    vm: { workload: 'test-bench', ...vm },
    over: { flaws: LOOP_FLAWS, pace: { holdLength: 30 } },
    ...rest,
  });
const filtered = (world: Bench, trap: BareReason, action: FilterAction): Bench => {
  setFact(world.world, 'vms', 1, 'filters', [{ trap, action }], SCENARIO);
  return world;
};

/** As it goes in VM 1 now: of the exit that its host has on record, or of any. */
function way({ world }: Bench, reason: BareReason, recorded = false): Pipeline {
  const [vm, host] = [world.vms[1]!, world.hosts[1]!];
  const exit = recorded ? world.exits[1]! : null;
  if (exit !== null) expect([exit.vm, kindOf(exit)]).toEqual([1, reason]);
  return pipelineOf(reason, vm.technique, host, bareTurnoutOf(reason, vm, host, exit));
}
const steps = ({ stages }: Pipeline): string[] => stages.map(({ what }) => what);
const modes = ({ stages }: Pipeline): unknown[] => stages.map(({ mode }) => mode);
const last = ({ stages }: Pipeline) => stages.at(-1);

/** Runs until its host has such an exit of VM 1 on record. */
function recorded(world: Bench, reason: BareReason): Bench {
  for (let tick = 0; tick < 400; tick += 1) {
    const exit = world.world.exits[1];
    if (exit?.vm === 1 && exit.reason === reason) return world;
    world.run(1);
  }
  throw new Error(`no ${reason} on record`);
}

const ENTERED = [
  'runsOwn',
  'intercept',
  'exit',
  'dispatch',
  'copiesBlock',
  'mergesBlocks',
  'entry',
  'runsInner',
];
const REFUSED = ['intercept', 'exit', 'dispatch', 'refuse', 'entry', 'faults'];

describe('an entry into a guest of its own', () => {
  test('K106 K84 a lab’s is an exit to the host’s hypervisor, which merges two control blocks', () => {
    const world = recorded(lab(), 'vmrun');
    for (const one of [way(world, 'vmrun'), way(world, 'vmrun', true)]) {
      expect(steps(one)).toEqual(ENTERED);
      expect(modes(one)).toEqual([
        ...Array(2).fill('non-root'),
        ...Array(4).fill('root'),
        ...Array(2).fill('non-root'),
      ]);
      expect([one.stages[0]?.who, last(one)?.who]).toEqual(['own-hypervisor', 'inner-guest']);
    }
    expect(faultsOf(world.world, world.world.vms[1]!)).toEqual([]);
  });

  test('K106 A102 refused it ends with a fault of the guest’s hypervisor, and its work with it', () => {
    const world = recorded(filtered(lab(), 'vmrun', 'refuse'), 'vmrun');
    for (const one of [way(world, 'vmrun'), way(world, 'vmrun', true)]) {
      expect(steps(one)).toEqual(['runsOwn', ...REFUSED]);
      expect(last(one)?.who).toBe('own-hypervisor');
    }
    const { vms } = world.world;
    expect(faultsOf(world.world, vms[1]!)).toEqual([{ kind: 'exit-refused', trap: 'vmrun' }]);
  });

  test('K106 K80 K81 what waits on the desk is shown to wait, before anything is merged', () => {
    const world = recorded(filtered(lab(), 'vmrun', 'hold'), 'vmrun');
    expect(world.world.held.filter(Boolean)).toMatchObject([{ vm: 1, reason: 'vmrun' }]);
    const held = steps(way(world, 'vmrun', true));
    expect(held.indexOf('holds')).toBe(held.indexOf('dispatch') + 1);
    expect(held.indexOf('copiesBlock')).toBe(held.indexOf('holds') + 1);
    // Another one of it would meet no filter that refuses it.
    expect(steps(way(world, 'vmrun'))).toEqual(ENTERED);
  });

  test('K106 K82 what was refused at the desk is refused as long as that stands', () => {
    const world = recorded(filtered(lab(), 'vmrun', 'hold'), 'vmrun');
    const [card] = world.world.held.filter((one) => one !== null);
    expect(world.give('decide-trap', { vm: 1, held: card!.id, choice: 'refuse' })).toBeNull();
    world.run(1);
    expect(steps(way(world, 'vmrun'))).toEqual(['runsOwn', ...REFUSED]);
  });

  test.each([
    ['the host lets none', { host: { nested: false } }],
    ['the guest is not shown the extension', { vm: { nested: false } }],
  ] satisfies [string, Broken][])('K106 K84 where %s it is no instruction', (_, broken) => {
    const world = lab(broken);
    const one = way(world, 'vmrun');
    expect(steps(one).slice(-3)).toEqual(['withholds', 'entry', 'faults']);
    expect(steps(one)).not.toContain('runsInner');
    expect(faultsOf(world.world, world.world.vms[1]!)).toEqual([{ kind: 'no-nesting' }]);
  });
});

describe('an exception', () => {
  test('K106 K105 stays inside where no filter has it intercepted: no exit, and none on record', () => {
    const world = bench();
    const one = way(world, 'exception');
    expect(steps(one)).toEqual(['raises', 'deliversInside', 'handlesException', 'goesOn']);
    expect(modes(one)).toEqual(Array(4).fill('non-root'));
    expect(one.stages.map(({ who }) => who)).not.toContain('hypervisor');
    for (let tick = 0; tick < 60; tick += 1) {
      world.run(1);
      expect(world.world.exits[1]?.reason).not.toBe('exception');
    }
  });

  test('K106 K105 held and let pass it is injected again, and the guest’s kernel has it all the same', () => {
    const world = recorded(filtered(bench(), 'exception', 'hold'), 'exception');
    const held = way(world, 'exception', true);
    expect(steps(held)).toEqual([
      'raises',
      'intercept',
      'exit',
      'dispatch',
      'holds',
      'reinjects',
      'entry',
      'handlesException',
      'goesOn',
    ]);
    expect(held.stages[0]?.who).toBe('app');
    const passed = steps(way(world, 'exception'));
    expect(passed).toEqual(steps(held).filter((what) => what !== 'holds'));
  });

  test('K106 K105 refused the guest gets a fault in its place, and a debugger misses it', () => {
    const world = filtered(bench(), 'exception', 'refuse');
    const one = way(world, 'exception');
    expect(steps(one)).toEqual(['raises', ...REFUSED]);
    const fault = { kind: 'exit-refused', trap: 'exception' };
    expect(faultsOf(world.world, world.world.vms[1]!)).toEqual([fault]);
  });

  test('K106 A101 one on record of a guest that debugs nothing was raised in its kernel', () => {
    const world = filtered(bench({ vm: { workload: 'payments' } }), 'exception', 'refuse');
    world.act('dos-exception-loop', { vm: 1 });
    const one = way(world, 'exception', true);
    expect([one.stages[0]?.who, last(one)?.what]).toEqual(['guest-kernel', 'faults']);
  });
});

describe('what they cost', () => {
  const host = (year: number, l1Flush = false) =>
    ({ platform: 'type1', year, nestedPaging: true, l1Flush }) as const;
  const open = { checked: false, refused: false };

  test.each([2006, 2009, 2013, 2015])('K106 K3 on a CPU of %i', (year) => {
    const cycles = (reason: BareReason, turnout = {}, flush = false): number =>
      cyclesOf(pipelineOf(reason, 'hvm', host(year, flush), { ...open, ...turnout }));
    expect(cycles('exception')).toBe(NATIVE_FAULT);
    expect(cycles('exception', { intercepted: true })).toBe(NATIVE_FAULT + answeredExit(year));
    expect(cycles('vmrun')).toBe(answeredExit(year));
    // Merging is told by nobody: all of it has to lie within the price of an inner guest's exit.
    const nested = { ...host(year), nested: true };
    expect(cycles('vmrun')).toBeLessThan(pricesOf('hvm', nested).cpuid);
    for (const reason of BARE_REASONS) {
      const refused = { refused: true, intercepted: true };
      expect(cycles(reason, refused)).toBe(answeredExit(year));
      expect(cycles(reason, refused, true)).toBe(answeredExit(year) + L1_FLUSH);
    }
    expect(cycles('exception', {}, true)).toBe(NATIVE_FAULT);
  });

  test('K106 K31 the way out and back is what the CPU’s year has it be, and no stage gives back', () => {
    for (const reason of BARE_REASONS) {
      const { stages } = pipelineOf(reason, 'hvm', host(2015), { ...open, intercepted: true });
      const ways = stages.filter(({ what }) => what === 'exit' || what === 'entry');
      expect(ways.reduce((sum, { cycles }) => sum + cycles, 0)).toBe(roundTrip(2015));
      for (const { cycles } of some(stages)) expect(cycles).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('where they can be followed', () => {
  const followed = ({ world }: Bench, known = false): BareReason[] =>
    BARE_REASONS.filter((reason) => isFollowed(reason, world.vms[1]!, world.hosts[1]!, known));

  test('K106 where there are any, or where it is known why they are intercepted', () => {
    expect(followed(lab())).toEqual(['vmrun']);
    expect(followed(bench())).toEqual(['exception']);
    const plain = (): Bench => bench({ vm: { workload: 'payments' } });
    expect(followed(plain())).toEqual([]);
    expect(followed(plain(), true)).toEqual(['exception']);
    expect(followed(filtered(plain(), 'exception', 'refuse'))).toEqual(['exception']);
  });

  test.each(['para', 'bt'] as const)('K106 K21 under %s there are none', (technique) => {
    expect(followed(bench({ vm: { technique } }), true)).toEqual([]);
  });
});
