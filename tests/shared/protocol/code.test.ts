import { convertQwertyToAlphabet, convertQwertyToHangul } from 'es-hangul';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCode } from '../../../shared/protocol/code.ts';
import { CODE_ALPHABET, CODE_LENGTH } from '../../../shared/protocol/limits.ts';
import { clientMessages } from '../../../shared/protocol/messages.ts';

const letter = fc.constantFrom(...CODE_ALPHABET);
const anyCode = fc.string({ unit: letter, minLength: CODE_LENGTH, maxLength: CODE_LENGTH });
const wide = (text: string): string =>
  text.replaceAll(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));

/** What an input method makes of the keys; `null` where the library has no such syllable. */
function composed(keys: string): string | null {
  try {
    return convertQwertyToHangul(keys);
  } catch {
    return null;
  }
}

describe('a code', () => {
  test.each([
    ['2KSEGW', '2KSEGW'],
    [' 2ks-eg w ', '2KSEGW'],
    ['2ks–eg—w', '2KSEGW'],
    ['２ＫＳＥＧＷ', '2KSEGW'],
    ['２ｋｓ　ｅｇｗ', '2KSEGW'],
    // As the keys of Hangul write it: letter by letter, and composed into syllables.
    ['2ㅏㄴㄷㅎㅈ', '2KSEGW'],
    ['2ㅏㄴㄷㅎㅗ', '2KSEGH'],
    ['가나23', 'RKSK23'],
    // Shift held for capitals doubles them, and two vowels or finals run into one.
    ['ㄲㅃ22ㅖ3', 'RQ22P3'],
    ['과ㄳ2', 'RHKRT2'],
    ['https://hyperward.example/j/2KSEGW', '2KSEGW'],
    ['http://192.168.0.7:8080/games/hyperward/j/2KSEGW?t=a1-b2#x', '2KSEGW'],
    ['hyperward.example/j/2KSEGW', '2KSEGW'],
    ['Come in: http://a.b/s/2ksegw/debrief at nine', '2KSEGW'],
    ['“2KSEGW”.', '2KSEGW'],
    ['2KSEG', null],
    ['2KSEGWW', null],
    ['2KSEG0', null],
    ['K73QMO', null],
    ['http://a.b/j/short', null],
    ['', null],
  ])('%j is %j', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  test('is read from whatever a keyboard makes of its keys', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const keys = code.toLowerCase();
        const ways = [code, keys, wide(code), convertQwertyToAlphabet(keys), composed(keys)];
        for (const typed of ways) {
          if (typed === null) continue;
          expect(readCode(typed), typed).toBe(code);
          // As macOS hands Hangul over when it comes out of a file.
          expect(readCode(typed.normalize('NFD')), typed).toBe(code);
        }
      }),
    );
  });

  test('is the same to the server', () => {
    const joins = clientMessages['session:join'].safeParse({
      code: '2ㅏㄴ-ㄷㅎㅈ',
      nickname: 'Kim',
      ticket: null,
    });
    expect(joins.data?.code).toBe('2KSEGW');
  });
});
