import { describe, expect, test } from 'vitest';
import { backtestOf } from '../../../shared/view/backtest.ts';
import { NO_METERS, projectBlue } from '../../../shared/view/blue.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import { brokenInto } from '../../support/hypervisor.ts';
import type { Bench } from '../../support/worlds.ts';

const look = ({ world, history }: Bench) => projectBlue(world, history, NO_METERS, null);

const floppy = { vm: 1, host: 1, trap: 'floppy' } as const;
const disk = { vm: 1, host: 1, trap: 'disk' } as const;

describe('a filter is tried on what is on record', () => {
  test('K83 a check would have refused what was over its bound, a refusal all of it', () => {
    const bench = brokenInto();
    bench.act('esc-floppy-venom', { vm: 1 });
    bench.run(8);
    expect(backtestOf(look(bench), { ...floppy, action: 'bounds-check' })).toEqual({
      looked: 2,
      refused: 1,
      lawful: 0,
    });
    expect(backtestOf(look(bench), { ...floppy, action: 'refuse' })).toEqual({
      looked: 2,
      refused: 2,
      lawful: 0,
    });
  });

  test('K83 of the refused those are lawful that the work of their VM needs, of which no alert tells', () => {
    const bench = brokenInto();
    bench.run(200);
    const one = backtestOf(look(bench), { ...disk, action: 'refuse' });
    expect(one.looked).toBeGreaterThan(1);
    expect([one.refused, one.lawful]).toEqual([one.looked, one.looked]);
    const all = backtestOf(look(bench), { ...disk, vm: 0, action: 'refuse' });
    expect(all.looked).toBeGreaterThan(one.looked);
    expect(backtestOf(look(bench), { ...disk, action: 'bounds-check' }).refused).toBe(0);
    const elsewhere = backtestOf(look(bench), { ...disk, vm: 0, host: 2, action: 'refuse' });
    expect(elsewhere.looked).toBe(0);
  });

  test('K83 what is older than five minutes is not looked back on', () => {
    const bench = brokenInto({ over: { pace: { live: 4000 } } });
    bench.run(290);
    const before = backtestOf(look(bench), { ...disk, action: 'refuse' }).looked;
    setFact(bench.world, 'vms', 1, 'power', 'stopped', SCENARIO);
    bench.run(1100);
    expect(backtestOf(look(bench), { ...disk, action: 'refuse' }).looked).toBe(before);
    bench.run(200);
    expect(backtestOf(look(bench), { ...disk, action: 'refuse' }).looked).toBe(0);
  });

  test('K83 nothing is counted where nobody makes filters of decisions', () => {
    const deck = {
      commands: ['exit-filter'],
      attacks: [],
      sensors: [],
      techniques: ['hvm' as const],
    };
    const bench = brokenInto({ over: { deck } });
    bench.run(40);
    expect(bench.world.tallies).toEqual([null]);
  });
});
