import { describe, expect, test } from 'vitest';
import { isSuspect } from '../../../../shared/mechanics/exits/held.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import type { ExitFilter, Trap } from '../../../../shared/world/machine/host.ts';
import type { Pace } from '../../../../shared/world/pace.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import { brokenInto, FLAWS } from '../../../support/hypervisor.ts';
import { type Bench, copyOf, id } from '../../../support/worlds.ts';

const DESK: Partial<Pace> = { holdLength: 6, rulingLength: 10 };

const held = ({ world }: Bench) => world.held.filter((card) => card !== null);
const hold = (trap: Trap): ExitFilter[] => [{ trap, action: 'hold' }];

/** VM 1 is the attacker's to the kernel, and marked: whatever it asks of that device waits for a human. */
function marked(
  trap: Trap = 'floppy',
  over: Partial<ScenarioFile> = {},
  vm: Parameters<typeof brokenInto>[0] = {},
): Bench {
  const bench = brokenInto({ ...vm, over: { pace: DESK, ...over } });
  setFact(bench.world, 'vms', 1, 'filters', hold(trap), SCENARIO);
  return bench;
}

/** The escape begins by a harmless touch, which is let pass; its strike comes seven ticks later. */
function struck(bench: Bench, attack = 'esc-floppy-venom'): Bench {
  bench.act(attack, { vm: 1 });
  decide(bench, 'emulate');
  bench.run(8);
  return bench;
}

function decide(bench: Bench, choice: string, vm = 1) {
  const card = held(bench).find((one) => one.vm === vm);
  return bench.give('decide-trap', { vm, held: card?.id ?? 99, choice });
}

const ended = (bench: Bench) => bench.events('act-ended').map(({ data }) => data.need ?? 'done');

describe('what is held', () => {
  test('K80 an exit that meets a hold waits on the desk, with its operand and its bound', () => {
    const bench = struck(marked());
    expect(held(bench)).toEqual([
      expect.objectContaining({ vm: 1, host: 1, reason: 'io', device: 'floppy', operand: 1024 }),
    ]);
    expect(held(bench)[0]).toMatchObject({ bound: 512 });
    expect(bench.world.exits[1]?.verdict).toBe('held');
    expect([ended(bench), bench.events('harm').length]).toEqual([[], 0]);
  });

  test('K80 a host holds the exits of those guests about which an alert stands, and of no others', () => {
    const bench = brokenInto({ over: { pace: { ...DESK, actLength: 12 } } });
    setFact(bench.world, 'hosts', 1, 'filters', hold('floppy'), SCENARIO);
    bench.act('esc-floppy-venom', { vm: 1 });
    // What it was first seen doing was let pass: nobody suspected it yet.
    expect([held(bench).length, isSuspect(bench.world, 1)]).toEqual([0, true]);
    expect(isSuspect(bench.world, 2)).toBe(false);
    bench.run(15);
    expect(held(bench).map(({ vm, operand }) => [vm, operand])).toEqual([[1, 1024]]);
    const dealt = brokenInto({ over: { pace: { ...DESK, actLength: 12 } } });
    setFact(dealt.world, 'hosts', 1, 'filters', hold('floppy'), SCENARIO);
    dealt.act('esc-floppy-venom', { vm: 1 });
    for (const alert of dealt.world.alerts) if (alert) alert.state = 'answered';
    dealt.run(14);
    expect([held(dealt).length, ended(dealt)]).toEqual([0, ['done']]);
  });

  test('K80 a lawful guest lands there with its everyday work, within its bound', () => {
    const bench = marked('disk');
    bench.run(5);
    const [card] = held(bench);
    expect(card).toMatchObject({ vm: 1, device: 'disk' });
    expect(card!.operand).toBeLessThanOrEqual(card!.bound);
    const idle = marked('floppy');
    idle.run(10);
    expect(held(idle)).toEqual([]);
    const ported = marked('mmu_update', {}, { vm: { technique: 'para' } });
    ported.run(5);
    expect(held(ported)[0]).toMatchObject({ call: 'mmu_update', reason: 'hypercall' });
  });

  test('K80 one exit of a VM waits at a time, and no more than the desk has places for', () => {
    const bench = brokenInto({ over: { pace: { ...DESK, holdLength: 40, deskPlaces: 1 } } });
    for (const vm of [1, 2]) setFact(bench.world, 'vms', vm, 'filters', hold('disk'), SCENARIO);
    bench.run(20);
    expect(held(bench).length).toBe(1);
    const both = brokenInto({ over: { pace: { ...DESK, holdLength: 40 } } });
    for (const vm of [1, 2]) setFact(both.world, 'vms', vm, 'filters', hold('disk'), SCENARIO);
    both.run(20);
    expect(held(both).map(({ vm }) => vm)).toEqual([1, 2]);
  });

  test('K80 what a filter refuses does not wait, and what has no hold goes its way', () => {
    const bench = marked();
    setFact(bench.world, 'hosts', 1, 'filters', [{ trap: 'floppy', action: 'refuse' }], SCENARIO);
    bench.act('esc-floppy-venom', { vm: 1 });
    expect([held(bench).length, bench.world.exits[1]?.verdict]).toEqual([0, 'refused']);
  });
});

describe('while it waits', () => {
  test('K81 W1 its guest gets no cycles, and the others of its host get what it leaves', () => {
    const bench = marked(
      'disk',
      { pace: { ...DESK, holdLength: 60 } },
      { host: { capacity: 500 } },
    );
    bench.run(9);
    const before = bench.world.vms[2]?.served ?? 0;
    bench.run(6);
    expect(bench.world.vms[1]?.served).toBe(0);
    expect(bench.world.vms[2]?.served).toBeGreaterThanOrEqual(before);
    expect(bench.world.tally.useful).toBeLessThan(bench.world.tally.native);
  });

  test('K81 what somebody does from inside it goes no further meanwhile', () => {
    const bench = marked('floppy', { pace: { ...DESK, holdLength: 20 } });
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.run(15);
    expect(bench.world.operations[1]).toMatchObject({ done: 1 });
  });

  test('K81 after its time it is refused, and the strike fails for want of the way', () => {
    const bench = struck(marked());
    bench.run(7);
    expect(bench.events('trap-decided').at(-1)).toMatchObject({
      actor: { kind: 'nature' },
      data: { vm: 1, choice: 'refuse', operand: 1024 },
    });
    expect([ended(bench), bench.events('harm').length]).toEqual([['exit-unchecked'], 0]);
  });

  test('K81 of a VM that is off, or moved away, nothing waits any more', () => {
    const off = struck(marked());
    setFact(off.world, 'vms', 1, 'power', 'stopped', SCENARIO);
    off.run(1);
    expect([held(off).length, ended(off)]).toEqual([0, ['guest-runs']]);
    const moved = struck(marked());
    setFact(moved.world, 'vms', 1, 'host', id(2), SCENARIO);
    moved.run(1);
    expect(held(moved)).toEqual([]);
  });
});

describe('what is decided', () => {
  test('K82 emulated, the strike is asked for its needs in that tick: the way out is open', () => {
    const bench = struck(marked());
    expect(decide(bench, 'emulate')).toBeNull();
    expect([ended(bench), bench.events('harm').length]).toEqual([['done'], 1]);
    const late = struck(marked());
    setFact(late.world, 'vms', 1, 'deviceBuild', 50, SCENARIO);
    decide(late, 'emulate');
    expect([ended(late), late.events('harm').length]).toEqual([['process-unpatched'], 0]);
  });

  test.each([
    ['refuse', 'exit-unchecked', 'running'],
    ['stop', 'guest-runs', 'stopped'],
  ])('K82 after %s it comes to nothing: %s', (choice, need, power) => {
    const bench = struck(marked());
    expect(decide(bench, choice)).toBeNull();
    expect([ended(bench), bench.events('harm').length]).toEqual([[need], 0]);
    expect(bench.world.vms[1]?.power).toBe(power);
    const [order] = bench.events('order').filter(({ data }) => data.args.choice === choice);
    expect(bench.events('trap-decided').at(-1)?.causes).toContain(order?.seq);
  });

  test('K82 a decision stands for a while for what is alike: by device, and by which side of its bound', () => {
    const bench = marked('disk');
    bench.run(5);
    decide(bench, 'emulate');
    expect(bench.world.vms[1]?.rulings).toEqual([
      { trap: 'disk', verdict: 'emulate', over: false, until: bench.world.tick + 10 },
    ]);
    bench.run(7);
    expect(held(bench)).toEqual([]);
    bench.run(8);
    expect([held(bench).length, bench.world.vms[1]?.rulings]).toEqual([1, []]);
  });

  test('K82 F4 what was refused of its everyday work is refused to it meanwhile, and it has no service', () => {
    const bench = marked('disk');
    bench.run(5);
    decide(bench, 'refuse');
    expect(bench.world.vms[1]?.faults).toEqual([{ kind: 'exit-refused', trap: 'disk' }]);
    bench.run(10);
    expect(bench.world.vms[1]?.faults).toEqual([]);
    // Of an operand over its bound only those that are over it are refused.
    const over = struck(marked());
    decide(over, 'refuse');
    expect(over.world.vms[1]?.rulings[0]).toMatchObject({ verdict: 'emulate', over: false });
    expect(over.world.vms[1]?.rulings[1]).toMatchObject({ verdict: 'refuse', over: true });
  });

  test('K82 J7 what has gone is told as gone, another one is not decided in its place', () => {
    const bench = struck(marked());
    const [card] = held(bench);
    expect(bench.give('decide-trap', { vm: 2, held: card!.id, choice: 'refuse' })?.code).toBe(
      'rule.nothing-held',
    );
    bench.run(7);
    expect(bench.give('decide-trap', { vm: 1, held: card!.id, choice: 'refuse' })?.code).toBe(
      'rule.nothing-held',
    );
  });

  test('D5 X1 cards are of the world: a copy goes on alike, and whose they are is not said', () => {
    const bench = struck(marked());
    const again = copyOf(bench.world);
    expect(again.held).toEqual(bench.world.held);
    expect(Object.keys(held(bench)[0]!)).not.toContain('operation');
  });
});

describe('a filter of it', () => {
  test('K83 what a filter answers by now does not wait: it is refused at once', () => {
    const bench = struck(marked('floppy', { pace: { ...DESK, holdLength: 40 } }));
    const filter = { vm: 1, trap: 'floppy', action: 'bounds-check' };
    expect(bench.give('vm-exit-filter', filter)).toBeNull();
    bench.run(2);
    expect([held(bench).length, ended(bench)]).toEqual([0, ['exit-unchecked']]);
  });
});

describe('hold as an order', () => {
  const rich = { over: { pace: { ...DESK, startCredits: 80 } } };

  test('K80 it is a verdict like the others, and marks no more VMs than there are eyes for', () => {
    const bench = brokenInto({ over: { pace: { ...rich.over.pace, holdMarks: 1 } } });
    const mark = (vm: number) =>
      bench.give('vm-exit-filter', { vm, trap: 'floppy', action: 'hold' });
    expect(mark(1)).toBeNull();
    bench.run(2);
    expect(bench.world.vms[1]?.filters).toEqual([{ trap: 'floppy', action: 'hold' }]);
    expect(mark(2)).toEqual({ code: 'rule.holds-full', facts: { most: 1 } });
    expect(bench.give('vm-exit-filter', { vm: 1, trap: 'xhci', action: 'hold' })).toBeNull();
  });

  test('K80 E2 nothing is held where nobody may decide of it', () => {
    const deck = {
      commands: ['exit-filter', 'vm-exit-filter'],
      attacks: [],
      sensors: [],
      techniques: ['hvm' as const],
    };
    const bench = brokenInto({ over: { ...rich.over, flaws: [...FLAWS], deck } });
    const hold = { trap: 'floppy', action: 'hold' };
    expect(bench.give('exit-filter', { host: 1, ...hold })?.code).toBe('rule.not-in-deck');
    expect(bench.give('vm-exit-filter', { vm: 1, ...hold })?.code).toBe('rule.not-in-deck');
  });

  test('S27 a hold ends nothing: the alert about the exit stays open', () => {
    const bench = brokenInto(rich);
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.give('exit-filter', { host: 1, trap: 'floppy', action: 'hold' });
    bench.run(2);
    expect(bench.world.alerts[1]).toMatchObject({ state: 'open', seen: { kind: 'exit' } });
  });
});
