import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOf, exitsOf, nativeCostOf, PER } from '../../../../shared/mechanics/cost/cost.ts';
import {
  answeredExit,
  deviceExit,
  TRANSLATED_CALL,
} from '../../../../shared/mechanics/cost/handling.ts';
import {
  type CostTraits,
  NATIVE,
  pricesOf,
  touchOf,
} from '../../../../shared/mechanics/cost/prices.ts';
import {
  entryCycles,
  exitCycles,
  hypercallCycles,
  roundTrip,
} from '../../../../shared/mechanics/cost/transition.ts';
import { TECHNIQUES, type Technique } from '../../../../shared/world/machine/vm.ts';
import { MIXES, type OperationCounts } from '../../../../shared/world/machine/workload.ts';

const on = (
  year: number,
  nestedPaging = false,
  platform: CostTraits['platform'] = 'type1',
): CostTraits => ({ platform, year, nestedPaging });
const NOTHING: OperationCounts = {
  compute: 0,
  syscall: 0,
  device: 0,
  pageTable: 0,
  tlbMiss: 0,
  interrupt: 0,
  halt: 0,
  cpuid: 0,
};
const OLD = on(2003);
const FIRST = on(2006);
const NEW = on(2015, true);

/** Virtualised over native, rounded to three digits for people: the model itself keeps to integers. */
const ratio = (mix: OperationCounts, technique: Technique, host: CostTraits): number =>
  Math.round((costOf(mix, technique, host) * 1000) / nativeCostOf(mix)) / 1000;

/** A line of a table that sets what was published beside what the model says. */
interface Line {
  readonly check: string;
  readonly what: string;
  readonly published: string;
  readonly model: number | string;
}
const show = (...lines: Line[]): void => console.table(lines);

describe('a million native cycles of work', () => {
  test.each(Object.entries(MIXES))('K2 the mix %s adds up to a million natively', (_, mix) => {
    expect(nativeCostOf(mix)).toBe(PER);
  });
});

describe('the published figures beside the model’s', () => {
  test('K2 C-check 1: work of the CPU costs the same everywhere but in an emulator', () => {
    const of = (technique: Technique, host: CostTraits): number =>
      ratio(MIXES.compute, technique, host);
    show(
      { check: 'C1', what: 'para 2003', published: '1.00 (C1)', model: of('para', OLD) },
      { check: 'C1', what: 'bt 2003', published: '1.02 (C2, C30)', model: of('bt', OLD) },
      { check: 'C1', what: 'hvm shadow 2006', published: '1.01 (C30)', model: of('hvm', FIRST) },
      { check: 'C1', what: 'hvm EPT 2015', published: '1.02 (C40)', model: of('hvm', NEW) },
      { check: 'C1', what: 'container', published: '1.00-1.04', model: of('container', NEW) },
      { check: 'C1', what: 'emulation', published: '4, 8 (C54)', model: of('emulation', NEW) },
    );
    for (const host of [OLD, on(2005), FIRST, on(2008, true), NEW]) {
      for (const technique of TECHNIQUES) {
        if (technique === 'emulation') expect(of(technique, host)).toBeGreaterThanOrEqual(4);
        else
          expect([technique, host, of(technique, host) <= 1.05]).toEqual([technique, host, true]);
      }
    }
  });

  test('K4 C-check 3: system calls stay inside a hardware-assisted guest', () => {
    const calls = { ...NOTHING, compute: 274_000, syscall: 3000 };
    const of = (technique: Technique, host: CostTraits): number => ratio(calls, technique, host);
    const call = (technique: Technique, host: CostTraits): number =>
      Math.round((pricesOf(technique, host).syscall * 100) / NATIVE.syscall) / 100;
    const longer = (technique: Technique, host: CostTraits): number =>
      pricesOf(technique, host).syscall - NATIVE.syscall;
    show(
      { check: 'C3', what: 'one call, hvm', published: '1.0 (C22)', model: call('hvm', FIRST) },
      { check: 'C3', what: 'longer, para 32', published: '24 (C16)', model: longer('para', OLD) },
      { check: 'C3', what: 'longer, para 64', published: 'more', model: longer('para', FIRST) },
      // The two sources differ by three: the later monitor's figure is taken for every year.
      {
        check: 'C3',
        what: 'longer, bt',
        published: '2000 (C21), 672 (C16)',
        model: longer('bt', OLD),
      },
      { check: 'C3', what: 'mix, hvm', published: '1.0', model: of('hvm', FIRST) },
      { check: 'C3', what: 'mix, para 32', published: '1.0-1.1', model: of('para', OLD) },
      { check: 'C3', what: 'mix, para 64', published: 'over para 32', model: of('para', FIRST) },
      { check: 'C3', what: 'mix, bt', published: 'far over 1', model: of('bt', OLD) },
    );
    expect(of('hvm', FIRST)).toBe(1);
    expect(of('hvm', NEW)).toBe(1);
    expect(of('para', OLD)).toBeLessThanOrEqual(1.1);
    // (0.46 − 0.45) µs at 2.4 GHz.
    expect(longer('para', OLD)).toBe((10 * 24) / 10);
    expect(of('para', FIRST)).toBeGreaterThan(of('para', OLD));
    expect(of('para', NEW)).toBeGreaterThan(of('para', OLD));
    expect(of('bt', OLD)).toBeGreaterThan(3);
    expect(longer('bt', OLD)).toBe(2000);
    expect(exitsOf(calls, 'hvm', NEW) + exitsOf(calls, 'hybrid', FIRST)).toBe(0);
  });

  test('K2 C-check 4: page tables are what shadow paging cannot bear, and nested paging mends', () => {
    const of = (technique: Technique, host: CostTraits): number =>
      ratio(MIXES.pageTableHeavy, technique, host);
    const write = (technique: Technique, host: CostTraits): number =>
      pricesOf(technique, host).pageTable;
    const late = { shadow: on(2008), nested: on(2008, true) };
    const gain =
      (costOf(MIXES.database, 'hybrid', late.shadow) * 100) /
        costOf(MIXES.database, 'hybrid', late.nested) -
      100;
    show(
      { check: 'C4', what: 'one write, bt', published: '391 (C27)', model: write('bt', OLD) },
      {
        check: 'C4',
        what: 'one write, hvm',
        published: '12733 (C27)',
        model: write('hvm', on(2005)),
      },
      { check: 'C4', what: 'para', published: 'over 1', model: of('para', FIRST) },
      { check: 'C4', what: 'bt', published: '6.1 (C28, forks)', model: of('bt', FIRST) },
      { check: 'C4', what: 'hvm shadow', published: '17.7 (C28, forks)', model: of('hvm', FIRST) },
      { check: 'C4', what: 'hvm EPT', published: 'under para', model: of('hvm', NEW) },
      { check: 'C4', what: 'para 2015', published: 'over hvm EPT', model: of('para', NEW) },
      {
        check: 'C4',
        what: 'EPT gain, database',
        published: 'up to 48 % (C49)',
        model: `${Math.round(gain)} %`,
      },
    );
    expect(write('bt', OLD)).toBe(391);
    expect(write('hvm', on(2005))).toBe(12_733);
    expect(of('hvm', FIRST)).toBeGreaterThan(of('bt', FIRST));
    expect(of('bt', FIRST)).toBeGreaterThan(of('para', FIRST));
    expect(of('para', FIRST)).toBeGreaterThan(1);
    expect(of('hvm', NEW)).toBeLessThan(of('para', NEW));
    expect(of('hvm', FIRST)).toBeGreaterThanOrEqual(2.5);
    expect(of('hybrid', FIRST)).toBeGreaterThanOrEqual(2.5);
    expect(of('hybrid', NEW)).toBeLessThanOrEqual(1.1);
    expect(gain).toBeGreaterThan(20);
    expect(gain).toBeLessThanOrEqual(48);
  });

  test('K3 C-check 8: the price of a VM exit by the year of the CPU', () => {
    const published = [
      [2005, 1900],
      [2006, 1150],
      [2008, 850],
      [2010, 569],
      [2011, 507],
      [2012, 466],
      [2013, 512],
      [2014, 531],
    ] as const;
    show(
      ...published.map(([year, cycles]) => ({
        check: 'C8',
        what: `exit ${year}`,
        published: `${cycles} (C34)`,
        model: `${exitCycles(year)}, back ${entryCycles(year)}`,
      })),
    );
    for (const [year, cycles] of published) {
      expect(Math.abs(exitCycles(year) - cycles)).toBeLessThanOrEqual(cycles / 50);
      // "Of similar order", and what is done meanwhile is up to ten times the way.
      expect(entryCycles(year)).toBeGreaterThanOrEqual(exitCycles(year) / 2);
      expect(entryCycles(year)).toBeLessThanOrEqual(exitCycles(year) * 2);
      const handling = touchOf('hvm', on(year, true)) - roundTrip(year);
      expect(handling).toBeLessThanOrEqual(10 * Math.max(2000, roundTrip(year)));
    }
    expect(exitCycles(2003)).toBe(exitCycles(2005));
    expect([2007, 2009, 2030].map(exitCycles)).toEqual([2006, 2008, 2014].map(exitCycles));
  });

  test('K3 the ways of touching an emulated device, and what an exit is answered by', () => {
    const F6 = 2011;
    show(
      {
        check: 'C23',
        what: 'port read, hvm 2005',
        published: '15826 (C23)',
        model: touchOf('hvm', on(2005)),
      },
      {
        check: 'C23',
        what: 'port read, bt',
        published: '3209 / 15 (C23)',
        model: touchOf('bt', on(2005)),
      },
      {
        check: 'F6',
        what: 'device in a process',
        published: '6732 (F6)',
        model: deviceExit(F6),
      },
      { check: 'F6', what: 'in the hypervisor', published: '2565 (F6)', model: answeredExit(F6) },
      { check: 'F9', what: 'CPUID', published: 'some 2600 (F9)', model: answeredExit(2014) },
    );
    expect(touchOf('hvm', on(2005))).toBe(15_826);
    // The whole of it: nothing leaves the monitor, and it is faster than the real device.
    expect(touchOf('bt', on(2005))).toBe(Math.round(NATIVE.device / 15));
    expect(TRANSLATED_CALL).toBeLessThan(NATIVE.device);
    expect([deviceExit(F6), answeredExit(F6)]).toEqual([6732, 2565]);
    expect(Math.abs(answeredExit(2014) - 2600)).toBeLessThan(100);
    // Later CPUs make it cheaper, by more than the way alone.
    expect(deviceExit(2014)).toBeLessThan(deviceExit(2005) / 2);
  });

  test('K2 C-checks 5 and 6: a packet through an emulated card costs more, a small one most', () => {
    // 897 Mb/s of 1500 bytes and 602 of 500 (C12, C15) at 2.4 GHz: so many packets a million cycles,
    // each handed over and announced; a call for every other one, the rest is copying.
    const bulk = (packets: number): OperationCounts => {
      const counts = { ...NOTHING, device: packets, interrupt: packets, syscall: packets * 2 };
      return { ...counts, compute: PER - nativeCostOf(counts) };
    };
    const [large, small] = [bulk(31), bulk(62)];
    const hosted = on(2003, false, 'type2');
    show(
      {
        check: 'C5',
        what: 'bt, hosted',
        published: '3.1 out, 1.46 in (C13)',
        model: ratio(large, 'bt', hosted),
      },
      {
        check: 'C6',
        what: 'bt, hosted, MTU 500',
        published: '6.0, 4.0 (C15)',
        model: ratio(small, 'bt', hosted),
      },
      { check: 'C5', what: 'bt, type 1', published: 'none', model: ratio(large, 'bt', OLD) },
      { check: 'C5', what: 'hvm 2006', published: '1.5-3', model: ratio(large, 'hvm', FIRST) },
      { check: 'C5', what: 'para', published: '1.00 (C12)', model: ratio(large, 'para', OLD) },
      {
        check: 'C5',
        what: 'hybrid',
        published: 'about 1 (C43)',
        model: ratio(large, 'hybrid', NEW),
      },
    );
    // What is published is throughput: of a CPU that is not yet full, cost may be higher than that.
    expect(ratio(large, 'bt', hosted)).toBeGreaterThanOrEqual(1.46);
    expect(ratio(large, 'bt', hosted)).toBeLessThanOrEqual(3.1);
    expect(ratio(large, 'hvm', FIRST)).toBeGreaterThanOrEqual(1.5);
    expect(ratio(large, 'hvm', FIRST)).toBeLessThanOrEqual(3);
    expect(ratio(large, 'para', OLD)).toBeLessThanOrEqual(1.1);
    expect(ratio(large, 'hybrid', NEW)).toBeLessThanOrEqual(1.1);
    for (const [technique, host] of [
      ['bt', hosted],
      ['hvm', FIRST],
    ] as const) {
      expect(ratio(small, technique, host)).toBeGreaterThan(ratio(large, technique, host));
    }
    // Without a host OS in between the same guest's packets are cheaper.
    expect(ratio(large, 'bt', OLD)).toBeLessThan(ratio(large, 'bt', hosted));
  });

  test('K2 C4, C7-C9, C16-C18: Xen of 2003 as Barham measured it', () => {
    const cycles = (ns: number): number => (ns * 24) / 10;
    // fork: 110 µs natively, and a thousand entries of page tables set, protected and torn down (our
    // count). A fork also faults, which no mix counts: it can but come out too cheap.
    const fork = { ...NOTHING, compute: cycles(110_000) - 1000, pageTable: 1000 };
    const switched = cycles(1970 - 770);
    show(
      {
        check: 'C4',
        what: 'kernel build',
        published: '1.03',
        model: ratio(MIXES.pageTableHeavy, 'para', OLD),
      },
      {
        check: 'C7-C9',
        what: 'databases',
        published: '1.05-1.09',
        model: ratio(MIXES.database, 'para', OLD),
      },
      { check: 'C10', what: 'web', published: '1.01', model: ratio(MIXES.server, 'para', OLD) },
      { check: 'C17', what: 'fork', published: '1.8', model: ratio(fork, 'para', OLD) },
      {
        check: 'C18',
        what: 'context switch, more',
        published: `${switched}`,
        model: hypercallCycles(2003),
      },
      {
        check: 'F10',
        what: 'page fault, more',
        published: `${cycles(1310)}`,
        model: 2 * hypercallCycles(2003),
      },
    );
    const near = (model: number, published: number): void => {
      expect(Math.abs(model - published)).toBeLessThanOrEqual(0.05);
    };
    near(ratio(MIXES.pageTableHeavy, 'para', OLD), 1.03);
    near(ratio(MIXES.database, 'para', OLD), 1.07);
    near(ratio(MIXES.server, 'para', OLD), 1.01);
    expect(ratio(fork, 'para', OLD)).toBeGreaterThan(1.6);
    expect(ratio(fork, 'para', OLD)).toBeLessThanOrEqual(1.8);
    expect(2 * hypercallCycles(2003)).toBe(cycles(1310));
    // A switch loads other page tables besides: one hypercall is the most of it, and not all.
    expect(hypercallCycles(2003)).toBeGreaterThan(switched / 2);
    expect(hypercallCycles(2003)).toBeLessThan(switched);
    // The published hypercalls of the 2010s are VM exits (C38): those of a ported kernel are cheaper.
    expect(hypercallCycles(2012)).toBeLessThan(1228);
    for (const year of [2005, 2006, 2008, 2014]) {
      expect(hypercallCycles(year)).toBeLessThanOrEqual(hypercallCycles(2003));
    }
  });

  test('K2 C-check 9: a TLB miss under nested paging costs more than 4 loads and less than 24', () => {
    const per = NATIVE.tlbMiss / 4;
    const loads = pricesOf('hvm', NEW).tlbMiss / per;
    // Work that misses all the time, as GUPS does: nine tenths of its cycles are page walks.
    const gups = { ...NOTHING, compute: 100_000, tlbMiss: 22_500 };
    show(
      { check: 'C48', what: 'loads', published: '4, up to 24', model: loads },
      { check: 'C51', what: 'GUPS', published: 'under 4.9', model: ratio(gups, 'hybrid', NEW) },
    );
    expect(loads).toBeGreaterThan(4);
    expect(loads).toBeLessThan(24);
    expect(pricesOf('hvm', FIRST).tlbMiss).toBe(NATIVE.tlbMiss);
    expect(ratio(gups, 'hybrid', NEW)).toBeGreaterThan(1.5);
    // 4.9 sets all large pages against all small ones: one miss against its like is less.
    expect(ratio(gups, 'hybrid', NEW)).toBeLessThan(4.9);
    // Work that misses no more than servers do hardly notices (C42).
    expect(ratio(MIXES.compute, 'hybrid', NEW)).toBeLessThanOrEqual(1.03);
  });

  test('K2 C-check 14: the lecture’s order holds for servers of 2003 and inverts by 2015', () => {
    const of = (technique: Technique, host: CostTraits): number =>
      ratio(MIXES.server, technique, host);
    show(
      {
        check: 'C14',
        what: 'para 2003',
        published: '1.01-1.09 (C4, C7, C10)',
        model: of('para', OLD),
      },
      { check: 'C14', what: 'bt 2003', published: '1.27-3.5 (C5, C7, C11)', model: of('bt', OLD) },
      { check: 'C14', what: 'emulation 2003', published: 'last', model: of('emulation', OLD) },
      {
        check: 'C14',
        what: 'hvm, first, 2005',
        published: '1.5-2.6 (C31)',
        model: of('hvm', on(2005)),
      },
      {
        check: 'C14',
        what: 'para 2015',
        published: '1.04-1.41 over hybrid (C55)',
        model: of('para', NEW),
      },
      { check: 'C14', what: 'hybrid 2015', published: '1', model: of('hybrid', NEW) },
      {
        check: 'C14',
        what: 'container 2015',
        published: 'up to 1.04',
        model: of('container', NEW),
      },
    );
    expect(of('para', OLD)).toBeGreaterThan(1);
    expect(of('para', OLD)).toBeLessThanOrEqual(1.06);
    expect(of('bt', OLD)).toBeGreaterThan(of('para', OLD));
    expect(of('emulation', OLD)).toBeGreaterThan(of('bt', OLD));
    expect(of('hvm', on(2005))).toBeGreaterThan(1.5);
    expect(of('hvm', on(2005))).toBeLessThan(2.6);
    expect(of('hybrid', NEW)).toBeLessThan(of('para', NEW));
    expect(of('para', NEW) / of('hybrid', NEW)).toBeGreaterThan(1.04);
    expect(of('para', NEW) / of('hybrid', NEW)).toBeLessThan(1.41);
    // C55: whatever the work, hardware assistance with good drivers wins by then.
    for (const mix of Object.values(MIXES)) {
      expect(ratio(mix, 'hybrid', NEW)).toBeLessThan(ratio(mix, 'para', NEW));
      expect(ratio(mix, 'para', NEW) / ratio(mix, 'hybrid', NEW)).toBeLessThan(1.41);
    }
    expect(of('hybrid', NEW)).toBeLessThanOrEqual(1.06);
    expect(of('container', NEW)).toBeLessThanOrEqual(1.04);
  });
});

const mixes: fc.Arbitrary<OperationCounts> = fc.record({
  compute: fc.nat(1_000_000),
  syscall: fc.nat(4000),
  device: fc.nat(300),
  pageTable: fc.nat(3000),
  tlbMiss: fc.nat(3000),
  interrupt: fc.nat(100),
  halt: fc.nat(100),
  cpuid: fc.nat(100),
});
const hosts: fc.Arbitrary<CostTraits> = fc.record({
  platform: fc.constantFrom('type1' as const, 'type2' as const),
  year: fc.integer({ min: 2003, max: 2030 }),
  nestedPaging: fc.boolean(),
});
const KINDS = Object.keys(NATIVE) as (keyof OperationCounts)[];

describe('mixes that nobody thought of', () => {
  test('K2 cost is the sum of counts by prices, and no factor of a technique hides in it', () => {
    fc.assert(
      fc.property(mixes, hosts, fc.constantFrom(...TECHNIQUES), (mix, host, technique) => {
        const prices = pricesOf(technique, host);
        const sum = KINDS.reduce((total, kind) => total + mix[kind] * prices[kind], 0);
        expect(costOf(mix, technique, host)).toBe(sum);
        expect(Number.isSafeInteger(sum)).toBe(true);
        // Double the counts of one kind, and what is added is that kind's price and nothing else.
        for (const kind of KINDS) {
          const more = { ...mix, [kind]: 2 * mix[kind] };
          expect(costOf(more, technique, host) - sum).toBe(mix[kind] * prices[kind]);
        }
      }),
    );
  });

  test('K2 nested paging alone inverts the order of the techniques for page-table-heavy work', () => {
    const heavy = mixes.map((mix) => ({
      ...mix,
      device: 0,
      pageTable: 1000 + mix.pageTable,
      syscall: Math.max(100, Math.min(mix.syscall, 2000)),
      tlbMiss: Math.min(mix.tlbMiss, 100),
      interrupt: Math.min(mix.interrupt, 5),
      halt: Math.min(mix.halt, 5),
      cpuid: 1,
    }));
    fc.assert(
      fc.property(heavy, fc.integer({ min: 2006, max: 2030 }), (mix, year) => {
        for (const other of ['bt', 'para'] as const) {
          const shadow = on(year);
          expect(costOf(mix, 'hvm', shadow)).toBeGreaterThan(costOf(mix, other, shadow));
          const nested = on(year, true);
          expect(costOf(mix, 'hvm', nested)).toBeLessThan(costOf(mix, other, nested));
        }
      }),
    );
  });

  test('K4 an ordinary instruction leaves no guest, and a container has calls only', () => {
    fc.assert(
      fc.property(mixes, hosts, fc.constantFrom(...TECHNIQUES), (mix, host, technique) => {
        const { compute, tlbMiss } = mix;
        const plain = { ...NOTHING, compute, tlbMiss };
        // Under emulation there is no instruction that is not the emulator's work.
        expect(exitsOf(plain, technique, host)).toBe(technique === 'emulation' ? compute : 0);
        const exits = exitsOf(mix, technique, host);
        const silent = exits - exitsOf({ ...mix, syscall: 0 }, technique, host);
        if (technique === 'container') expect(exits).toBe(mix.syscall);
        else if (technique === 'hvm' || technique === 'hybrid') expect(silent).toBe(0);
        else if (technique === 'para') expect(silent).toBe(host.year < 2006 ? 0 : mix.syscall);
        else expect(silent).toBe(mix.syscall);
      }),
    );
    const heavy = MIXES.pageTableHeavy;
    const told = heavy.interrupt + heavy.halt + heavy.cpuid;
    expect(exitsOf(heavy, 'hvm', FIRST)).toBe(heavy.device + heavy.pageTable + told);
    expect(exitsOf(heavy, 'hvm', NEW)).toBe(heavy.device + told);
    expect(exitsOf(heavy, 'hybrid', NEW)).toBe(2 + told);
    expect(exitsOf(heavy, 'para', OLD)).toBe(2 + 38 + heavy.halt);
    expect(exitsOf(heavy, 'para', NEW)).toBe(2 + 38 + heavy.halt + heavy.syscall);
    expect(exitsOf(heavy, 'bt', OLD)).toBe(
      heavy.device + heavy.pageTable + heavy.syscall + heavy.interrupt + heavy.halt,
    );
  });

  test('K4 what makes a guest leave itself is counted and paid for alike', () => {
    const techniques = ['hvm', 'hybrid', 'bt', 'para'] as const;
    fc.assert(
      fc.property(mixes, hosts, fc.constantFrom(...techniques), (mix, host, technique) => {
        for (const kind of KINDS) {
          const more = { ...mix, [kind]: mix[kind] + 8 };
          const left = exitsOf(more, technique, host) > exitsOf(mix, technique, host);
          const dearer = pricesOf(technique, host)[kind] > NATIVE[kind];
          if (left) expect([kind, technique, dearer]).toEqual([kind, technique, true]);
        }
      }),
    );
  });
});
