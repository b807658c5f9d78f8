import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOf, exitsOf, nativeCostOf, PER } from '../../../shared/mechanics/cost/cost.ts';
import { type CostTraits, NATIVE, pricesOf } from '../../../shared/mechanics/cost/prices.ts';
import { entryCycles, exitCycles, roundTrip } from '../../../shared/mechanics/cost/transition.ts';
import { TECHNIQUES, type Technique } from '../../../shared/world/vm.ts';
import { MIXES, type OperationCounts } from '../../../shared/world/workload.ts';

const on = (year: number, nestedPaging = false): CostTraits => ({ year, nestedPaging });
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
      { check: 'C1', what: 'emulation', published: '4-8 (C54)', model: of('emulation', NEW) },
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
    const calls = { compute: 274_000, syscall: 3000, device: 0, pageTable: 0, tlbMiss: 0 };
    const of = (technique: Technique, host: CostTraits): number => ratio(calls, technique, host);
    const call = (technique: Technique, host: CostTraits): number =>
      Math.round((pricesOf(technique, host).syscall * 100) / NATIVE.syscall) / 100;
    show(
      { check: 'C3', what: 'one call, hvm', published: '1.0 (C22)', model: call('hvm', FIRST) },
      { check: 'C3', what: 'one call, para 32', published: '1.02 (C16)', model: call('para', OLD) },
      { check: 'C3', what: 'one call, bt', published: '9.5 (C21)', model: call('bt', OLD) },
      { check: 'C3', what: 'mix, hvm', published: '1.0', model: of('hvm', FIRST) },
      { check: 'C3', what: 'mix, para 32', published: '1.0-1.1', model: of('para', OLD) },
      { check: 'C3', what: 'mix, bt', published: 'far over 1', model: of('bt', OLD) },
    );
    expect(of('hvm', FIRST)).toBe(1);
    expect(of('hvm', NEW)).toBe(1);
    expect(of('para', OLD)).toBeLessThanOrEqual(1.1);
    expect(of('bt', OLD)).toBeGreaterThan(3);
    expect(Math.abs(call('bt', OLD) - 9.5)).toBeLessThan(0.5);
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
      const handling = pricesOf('hvm', on(year, true)).device - roundTrip(year);
      expect(handling).toBeLessThanOrEqual(10 * Math.max(2000, roundTrip(year)));
    }
    expect(exitCycles(2003)).toBe(exitCycles(2005));
    expect([2007, 2009, 2030].map(exitCycles)).toEqual([2006, 2008, 2014].map(exitCycles));
    expect(pricesOf('hvm', on(2005)).device).toBe(15_826);
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
});
const hosts: fc.Arbitrary<CostTraits> = fc.record({
  year: fc.integer({ min: 2003, max: 2030 }),
  nestedPaging: fc.boolean(),
});
const KINDS = ['compute', 'syscall', 'device', 'pageTable', 'tlbMiss'] as const;

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

  test('K4 no technique makes an ordinary instruction leave the guest, and a container has calls only', () => {
    fc.assert(
      fc.property(mixes, hosts, fc.constantFrom(...TECHNIQUES), (mix, host, technique) => {
        const plain = { ...mix, syscall: 0, device: 0, pageTable: 0 };
        expect(exitsOf(plain, technique, host)).toBe(0);
        const exits = exitsOf(mix, technique, host);
        if (technique === 'container') expect(exits).toBe(mix.syscall);
        else expect(exits).toBe(exitsOf({ ...mix, syscall: 0 }, technique, host));
      }),
    );
    const heavy = MIXES.pageTableHeavy;
    expect(exitsOf(heavy, 'hvm', FIRST)).toBe(heavy.device + heavy.pageTable);
    expect(exitsOf(heavy, 'hvm', NEW)).toBe(heavy.device);
    expect(exitsOf(heavy, 'hybrid', NEW)).toBe(2);
    expect(exitsOf(heavy, 'para', NEW)).toBe(2 + 38);
    expect(exitsOf(heavy, 'bt', NEW)).toBe(heavy.device + heavy.pageTable);
    expect(exitsOf(heavy, 'emulation', NEW)).toBe(heavy.device);
  });
});
