import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { outlineOf } from '../../../shared/match/debrief/debrief.ts';
import { play } from '../../../shared/match/play.ts';
import type { Defender } from '../../../shared/minds/defenders/defender.ts';
import { bytesOf, dumpOf, isDumped } from '../../../shared/view/dump.ts';
import { PHRASES, phraseOf } from '../../../shared/world/people/phrase.ts';
import { Bench, benchWithReader, tiny } from '../../support/worlds.ts';

const choosing: Defender = ({ tick }) =>
  tick === 5 ? [{ command: 'choose-phrase', args: { phrase: 2 } }] : [];

describe('the phrase of a team', () => {
  test('H9 is chosen in Prepare, as often as they like, and by anybody', () => {
    const bench = new Bench(tiny({ pace: { prepare: 20 } }));
    bench.tick({ kind: 'seat', seat: 2, pilot: 'human', roles: ['network'] });
    expect(bench.give('choose-phrase', { phrase: 1 })).toBeNull();
    expect(bench.give('choose-phrase', { phrase: 6 }, 2)).toBeNull();
    expect(bench.world.phrase).toBe(6);
    expect(bench.give('choose-phrase', { phrase: 6 })?.code).toBe('rule.already-so');
  });

  test('H9 is no other than those of the list', () => {
    const bench = new Bench(tiny({ pace: { prepare: 20 } }));
    const codes = [0, PHRASES.length + 1].map(
      (phrase) => bench.give('choose-phrase', { phrase })?.code,
    );
    expect(codes).toEqual(['rule.bad-arguments', 'rule.bad-arguments']);
    expect(phraseOf(bench.world.phrase)).toBeNull();
  });

  test('H9 stays as it is once the match is live', () => {
    const bench = new Bench();
    expect(bench.give('choose-phrase', { phrase: 1 })?.code).toBe('rule.written-already');
    expect(bench.world.phrase).toBe(0);
  });

  test('H9 is told with what was read byte by byte, and only if one was chosen', () => {
    const told = [0, 3].map((phrase) => {
      const bench = benchWithReader();
      bench.world.phrase = phrase;
      bench.act('res-mem-unscrubbed', { vm: 1 });
      bench.run(14);
      return outlineOf(bench.match).harms.map((harm) => harm.phrase);
    });
    expect(told).toEqual([[undefined], [3]]);
  });

  test('H9 is read in First shift by whoever reads what nobody scrubs, and changes nothing else', () => {
    const scenario = scenarios['first-shift']!;
    const [chosen, none] = [choosing, () => []].map((defender) => {
      const { match } = play(scenario, 7, defender);
      const harms = outlineOf(match).harms.map(({ phrase, ...harm }) => ({ phrase, harm }));
      return {
        phrases: harms.map(({ phrase }) => phrase),
        ticks: harms.map(({ harm }) => harm.tick),
      };
    });
    expect(chosen?.phrases).toContain(2);
    expect(none?.phrases.every((phrase) => phrase === undefined)).toBe(true);
    expect(chosen?.ticks).toEqual(none?.ticks);
  });
});

describe('a dump', () => {
  test('of a text is its bytes in UTF-8, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(bytesOf(text)).toEqual([...Buffer.from(text, 'utf8')]);
      }),
    );
  });

  test('is printed as tools print it: Hangul as points, letters as letters', () => {
    expect(dumpOf('봄 at')).toEqual([
      { offset: '0000', bytes: ['eb', 'b4', '84', '20'], letters: '... ' },
      { offset: '0004', bytes: ['61', '74'], letters: 'at' },
    ]);
    expect(dumpOf('paper boat').map(({ offset, letters }) => [offset, letters])).toEqual([
      ['0000', 'pape'],
      ['0004', 'r bo'],
      ['0008', 'at'],
    ]);
  });

  test('is of pages and blocks that are read as they lie, and of nothing that a guest is asked for', () => {
    expect(['res-mem-unscrubbed', 'res-disk-blocks', 'collect-guest-frames'].map(isDumped)).toEqual(
      [true, true, true],
    );
    expect(['collect-guest-data', 'esc-floppy-venom', 'no-such-attack'].map(isDumped)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
