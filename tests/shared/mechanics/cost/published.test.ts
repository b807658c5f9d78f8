import { describe, expect, test } from 'vitest';
import { BENCHMARKS } from '../../../../shared/mechanics/cost/benchmarks.ts';
import { nativeCostOf, PER } from '../../../../shared/mechanics/cost/cost.ts';
import { CHECKS, TITLES } from '../../../../shared/mechanics/cost/published/registry.ts';
import { SOURCES } from '../../../../shared/mechanics/cost/published/sources.ts';
import { iommuCost, l1FlushCost, withoutSmt } from '../../../../shared/mechanics/cost/taxes.ts';
import { limited, shareOf } from '../../../../shared/mechanics/sharing.ts';
import { MIXES } from '../../../../shared/world/machine/workload.ts';

const NEW = { platform: 'type1', year: 2015, nestedPaging: true } as const;

/** What no mechanism gives counts for yet. When one does, its line goes from here. */
const NOT_MODELLED: string[] = [];

/** What has a price, and no match has it yet: a line goes from here when one does. */
const NOT_IN_PLAY = [
  '7 blocks here and there, hybrid, 2015',
  '9 a miss, large pages in both tables',
  '9 GUPS, small pages over large',
  '11 a kernel build, over one level',
  '11 work of the CPU (beside SPECjbb)',
  '11 CPUID of a guest of a guest',
  '11 telling its paravirtual device',
  '12 CPU lost to a neighbour limited to 10 %',
  '13 IOMMU, deferred, 10 Gb/s: not small',
  '13 IOMMU, strict, 10 Gb/s',
];

const named = (rows: typeof CHECKS): string[] => rows.map(({ check, what }) => `${check} ${what}`);
const modelled = CHECKS.flatMap(({ model, ...row }) => {
  const figure = model();
  return figure === null ? [] : [{ ...row, figure }];
});

describe('the published figures beside the model’s', () => {
  test.each(modelled)('K2 C-check $check: $what', (row) => {
    const { figure, low, high, unit, published, source, tag, basis } = row;
    const said = `published ${published} (${source}, ${tag}), here ${figure} in ${unit} (${basis})`;
    expect(figure, said).toBeGreaterThanOrEqual(low);
    expect(figure, said).toBeLessThanOrEqual(high ?? figure);
  });

  test('K2 there are figures for all fourteen checks, each once, each with a source', () => {
    const numbers = new Set(modelled.map(({ check }) => check));
    expect([...numbers]).toEqual(TITLES.map((_, i) => i + 1));
    expect(TITLES).toHaveLength(14);
    expect(new Set(named(CHECKS)).size).toBe(CHECKS.length);
    const cited = new Set(CHECKS.map(({ source }) => source));
    expect([...cited].sort()).toEqual(Object.keys(SOURCES).sort());
  });

  test('what is not modelled yet is this and nothing else', () => {
    const missing = CHECKS.filter(({ model }) => model() === null);
    expect(named(missing)).toEqual(NOT_MODELLED);
  });

  test('what no match has yet is this and nothing else', () => {
    const priced = CHECKS.filter(({ inPlay, model }) => !inPlay && model() !== null);
    expect(named(priced)).toEqual(NOT_IN_PLAY);
    // No tenant's work has large pages, and none waits for its device but for packets of quotes; a device of its
    // own is the VM's and not the work's.
    for (const [name, { alone, direct, largeMiss }] of Object.entries(MIXES)) {
      expect([name === 'quotes' ? 0 : alone, direct, largeMiss]).toEqual([0, 0, 0]);
    }
  });

  test('a figure that is one of the prices is met exactly where it is a price in cycles', () => {
    const prices = modelled.filter(({ basis, unit }) => basis === 'taken' && unit === 'cycles');
    expect(prices.length).toBeGreaterThan(15);
    for (const { figure, low, high } of prices) expect([low, high]).toEqual([figure, figure]);
  });
});

describe('the counts behind them', () => {
  const whole = ['kernelBuild', 'forkwait', 'bulk', 'smallPackets', 'bulkDirect'] as const;
  const others = ['tenGigabit', 'randomReads', 'sequentialReads', 'systemCalls'] as const;

  test.each([...whole, ...others])('K2 %s adds up to a million natively', (name) => {
    expect(nativeCostOf(BENCHMARKS[name])).toBe(PER);
  });

  test.each(Object.entries(BENCHMARKS))(
    '%s counts in whole operations, and none less than none',
    (_, mix) => {
      for (const count of Object.values(mix)) {
        expect(Number.isInteger(count)).toBe(true);
        expect(count).toBeGreaterThanOrEqual(0);
      }
    },
  );
});

describe('prices that wait for a mechanism', () => {
  test('the L1 flush is paid where there are VM exits, by each, and nowhere else', () => {
    const flush = (technique: 'hvm' | 'hybrid' | 'para' | 'bt' | 'container'): number =>
      l1FlushCost(MIXES.server, technique, NEW);
    expect([flush('para'), flush('bt'), flush('container')]).toEqual([0, 0, 0]);
    // 3 kicks against 20 touches, and 8 exits for the rest.
    expect(flush('hybrid') * 28).toBe(flush('hvm') * 11);
    expect(flush('hybrid')).toBeGreaterThan(0);
  });

  test('an IOMMU is paid by the packet and the block, but not for a device of a guest’s own', () => {
    expect(iommuCost(BENCHMARKS.bulkDirect, 'strict')).toBe(0);
    const [one, two] = [BENCHMARKS.bulk, BENCHMARKS.smallPackets];
    expect(iommuCost(two, 'deferred')).toBe(2 * iommuCost(one, 'deferred'));
    expect(iommuCost(one, 'strict')).toBeGreaterThan(iommuCost(one, 'deferred'));
  });

  test('W1 a limit holds whoever wants more, and takes nothing from who wants less', () => {
    expect([limited(10_000, 1000, 100), limited(50, 1000, 100)]).toEqual([100, 50]);
    expect(shareOf(300, 300 + limited(10_000, 1000, 100), 1000)).toBe(300);
    expect(shareOf(300, 10_300, 1000)).toBe(29);
    expect(withoutSmt(1000)).toBe(700);
  });
});
