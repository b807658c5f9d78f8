import { describe, expect, test } from 'vitest';
import { attacks } from '../../../shared/attacks/registry.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { Host } from '../../../shared/world/machine/host.ts';
import { strikeIn } from '../../support/necessity.ts';
import { benchBeside, hardwareSetups } from '../../support/setups/hardware.ts';

const B20 = 'sc-flush-reload-dedup';
const B21 = 'sc-prime-probe';
const B22 = 'sc-l1tf';
const B23 = 'hw-rowhammer-ffs';

/** Whether an attack works beside the victim when its host is like that. */
function works(attack: string, over: Partial<Host> = {}, library = 10): boolean {
  const setup = hardwareSetups[attack]!.setup();
  const { world } = setup.turn;
  for (const [field, value] of Object.entries(over)) {
    setFact(world, 'hosts', 1, field as keyof Host, value as never, SCENARIO);
  }
  setFact(world, 'vms', 2, 'service', library, SCENARIO);
  return strikeIn(setup, attacks.get(attack)!).worked;
}

const all = (over: Partial<Host>, library?: number): boolean[] =>
  [B20, B21, B22, B23].map((attack) => works(attack, over, library));

describe('what each cure is good for', () => {
  test('A60 A61 A63 without merging Flush+Reload and Rowhammer fail, and Prime+Probe works', () => {
    expect(all({})).toEqual([true, true, true, true]);
    expect(all({ dedup: false })).toEqual([false, true, true, false]);
  });

  test('A60 A61 a partition of the cache ends Prime+Probe alone', () => {
    expect(all({ cachePartition: true })).toEqual([true, false, true, true]);
  });

  test('A60 A61 A62 a constant-time library ends what watches a cipher, and nothing else', () => {
    expect(all({}, 12)).toEqual([false, false, true, true]);
  });

  test('A62 a flush is enough where no sibling thread shares the L1, and not where one does', () => {
    expect(works(B22, { l1Flush: true })).toBe(false);
    expect(works(B22, { l1Flush: true, smt: true })).toBe(true);
    expect(works(B22, { smt: true })).toBe(true);
    expect([true, false].map((microcode) => works(B22, { microcode }))).toEqual([true, true]);
    expect(works(B22, { l1Flush: true, microcode: false })).toBe(false);
  });

  test('A62 needs a CPU that has the flaw and follows the guest’s page tables', () => {
    expect([2003, 2006, 2018, 2019].map((year) => works(B22, { year }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(works(B22, { nestedPaging: false })).toBe(false);
  });

  test('A63 needs a frame that flips: which one is fixed, and drawn by nobody', () => {
    expect(works(B23, { weakFrames: [] })).toBe(false);
    expect(works(B23, { weakFrames: [1, 3, 4, 5] as never })).toBe(false);
    expect(works(B23, { rowGuard: true })).toBe(false);
  });
});

describe('who sees them', () => {
  const seen = (attack: string, counters: boolean): string[] => {
    const bench = benchBeside();
    setFact(bench.world, 'hosts', 1, 'counters', counters, SCENARIO);
    bench.act(attack, { from: 1, vm: 2 });
    bench.run(30);
    return bench.events('alert').flatMap(({ data }) => {
      const { sensor } = bench.world.alerts[data.alert]!;
      return sensor === 'tenant' ? [] : [`${sensor} ${data.seen.kind}`];
    });
  };

  test('S50 counters that somebody watches show three of them, each in its own way', () => {
    expect([B20, B21, B22, B23].map((attack) => seen(attack, true))).toEqual([
      ['S13 line-flushes'],
      ['S13 set-evictions'],
      [],
      ['S13 row-activations'],
    ]);
  });

  test('S50 where nobody watches them nothing shows', () => {
    expect([B20, B21, B22, B23].flatMap((attack) => seen(attack, false))).toEqual([]);
  });

  test('S50 a backup sweeps the cache as Prime+Probe does', () => {
    const bench = benchBeside({ people: [{ kind: 'backup', at: [4, 4], vm: 2, peer: 1 }] });
    setFact(bench.world, 'hosts', 1, 'counters', true, SCENARIO);
    bench.run(30);
    const told = bench.world.alerts.flatMap((alert) => (alert?.sensor === 'S13' ? [alert] : []));
    expect(told.map(({ vm, seen: { kind } }) => [vm, kind])).toEqual([[2, 'set-evictions']]);
  });
});
