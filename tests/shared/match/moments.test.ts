import { describe, expect, test } from 'vitest';
import { momentsOf } from '../../../shared/match/moments.ts';
import { moments as texts } from '../../../shared/text/ui/moments.ts';
import { MOMENT_KINDS } from '../../../shared/view/moment.ts';
import { type Bench, benchWithReader } from '../../support/worlds.ts';

const told = (bench: Bench, seq = 0): unknown[] =>
  momentsOf(bench.match, seq).map(({ tick, kind, facts }) => [tick, kind, facts]);
const kinds = (bench: Bench): string[] => momentsOf(bench.match, 0).map(({ kind }) => kind);

/** The shop reads the keys that lie in its frames: an order gave it those frames. */
function reading(pace: { complaintAfter?: number } = {}): Bench {
  const bench = benchWithReader({ pace: { fillEvery: 50, ...pace } });
  bench.act('res-mem-unscrubbed', { vm: 1 });
  return bench;
}

describe('moments', () => {
  test('X5 a harm that the defenders’ own order led to says which order', () => {
    const bench = reading().run(18);
    const [harm] = bench.events('harm');
    expect(momentsOf(bench.match, 0)).toEqual([
      {
        seq: harm!.seq,
        tick: harm!.tick,
        kind: 'own-door',
        facts: expect.objectContaining({
          attack: 'res-mem-unscrubbed',
          asset: 'payment-keys',
          victim: 'bank',
          host: 1,
          kind: 'leak',
        }) as unknown,
        order: { command: 'create-vm', request: 1, host: 1, technique: 'hvm' },
      },
    ]);
  });

  test('X5 one that nobody’s order led to is a harm like any other', () => {
    const bench = reading().run(18);
    const [harm] = bench.events('harm');
    // The same harm, of which no order is among the causes.
    bench.history[harm!.seq - 1] = { ...harm!, causes: [] };
    expect(kinds(bench)).toEqual(['harm']);
  });

  test('X5 what the victim had to tell them was found late, and how late', () => {
    const bench = reading({ complaintAfter: 20 }).run(60);
    const [harm] = bench.events('harm');
    const [found] = bench.events('breach-discovered');
    expect(told(bench)).toContainEqual([
      found!.tick,
      'found-late',
      expect.objectContaining({ unseen: found!.tick - harm!.tick, asset: 'payment-keys' }),
    ]);
  });

  test('X5 what they found by themselves at once was not', () => {
    const bench = reading({ complaintAfter: 200 }).run(18);
    bench.give('investigate-vm', { vm: 3 });
    bench.run(10);
    expect(bench.events('breach-discovered')).toHaveLength(1);
    expect(kinds(bench)).toEqual(['own-door']);
  });

  test('X5 a breach that is closed', () => {
    const bench = reading({ complaintAfter: 20 }).run(60);
    bench.give('close-breach', { asset: 1 });
    bench.run(10);
    expect(bench.events('breach-closed')).toHaveLength(1);
    expect(told(bench).at(-1)).toEqual([
      bench.events('breach-closed')[0]!.tick,
      'closed',
      expect.objectContaining({ asset: 'payment-keys', victim: 'bank' }),
    ]);
  });

  test('X5 an attack that failed at what an order had made false was held', () => {
    const bench = benchWithReader({ pace: { fillEvery: 50, stopLength: 1 } });
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.give('stop-vm', { vm: 3 });
    bench.run(20);
    expect(bench.events('act-ended').at(-1)).toMatchObject({ data: { outcome: 'needs-unmet' } });
    expect(momentsOf(bench.match, 0)).toMatchObject([
      {
        kind: 'held',
        facts: { attack: 'res-mem-unscrubbed', need: 'guest-runs' },
        order: { command: 'stop-vm', vm: 3 },
      },
    ]);
  });

  test('X5 one that failed by itself was not', () => {
    const bench = benchWithReader({ residue: [] });
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(20);
    expect(bench.events('act-ended').at(-1)).toMatchObject({ data: { outcome: 'needs-unmet' } });
    expect(momentsOf(bench.match, 0)).toEqual([]);
  });

  test('X5 only what came after is told', () => {
    const bench = reading().run(18);
    const [one] = momentsOf(bench.match, 0);
    expect(momentsOf(bench.match, one!.seq)).toEqual([]);
    expect(momentsOf(bench.match, one!.seq - 1)).toEqual([one]);
    expect(momentsOf(bench.match, bench.history.length + 100)).toEqual([]);
  });

  test('X5 each kind has its words, and those of a harm for a takeover too', () => {
    const keys = Object.keys(texts).filter((key) => !key.endsWith('-takeover'));
    expect(keys.sort()).toEqual([...MOMENT_KINDS].sort());
    for (const kind of ['own-door', 'harm', 'found-late', 'closed']) {
      expect(Object.keys(texts)).toContain(`${kind}-takeover`);
    }
  });
});
