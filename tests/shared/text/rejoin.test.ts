import { convertHangulToQwerty } from 'es-hangul';
import { describe, expect, test } from 'vitest';
import { REJOIN_DIGITS, REJOIN_WORDS } from '../../../shared/protocol/limits.ts';
import { clientMessages } from '../../../shared/protocol/messages.ts';
import { format, parse, REJOIN_WORD_LISTS } from '../../../shared/text/rejoin.ts';
import { LANGUAGES } from '../../../shared/world/words.ts';

describe.each(LANGUAGES)('the words of rejoin codes in %s', (language) => {
  const words = REJOIN_WORD_LISTS[language];

  test('are as many as a code can name, and no two begin alike', () => {
    expect(words).toHaveLength(REJOIN_WORDS);
    const letters = language === 'ko' ? 1 : 2;
    const beginnings = new Set(words.map((word) => [...word].slice(0, letters).join('')));
    expect(beginnings.size).toBe(REJOIN_WORDS);
    expect(words.every((word) => word === word.normalize('NFC') && word.length <= 8)).toBe(true);
  });

  test('are read back from every code, with and without spaces', () => {
    const wrong: string[] = [];
    for (let first = 0; first < REJOIN_WORDS; first += 1) {
      for (let second = 0; second < REJOIN_WORDS; second += 1) {
        const code: [number, number, number] = [
          first,
          second,
          (first * 7 + second) % REJOIN_DIGITS,
        ];
        const text = format(code, language);
        for (const typed of [text, text.replaceAll(' ', '')]) {
          const read = parse(typed)?.join();
          if (read !== code.join()) wrong.push(`${typed} is read as ${read}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('a code is read as people type it', () => {
  expect(format([0, 1, 7], 'ko')).toBe('가을 나무 07');
  expect(format([0, 1, 7], 'en')).toBe('acorn apple 07');
  for (const text of [
    '가을-나무-07',
    ' 가을나무 7 ',
    '가을, 나무, 07',
    'ACORN apple 07',
    'acorn 나무 7',
  ]) {
    expect(parse(text), text).toEqual([0, 1, 7]);
  }
  // As macOS hands Hangul over, and as a Korean keyboard writes wide digits.
  expect(parse('가을 나무 ０７'.normalize('NFD'))).toEqual([0, 1, 7]);
});

test('the keyboard may have been left on the other language', () => {
  // 가을 나무 07 with the keys of English, and acorn apple 07 with those of Hangul.
  for (const text of ['rkdmf skan 07', 'RKDMFskan7', 'ㅁ채구 메ㅔㅣㄷ 07', 'ㅁㅊㅐㄱㅜ 나무 7']) {
    expect(parse(text), text).toEqual([0, 1, 7]);
  }
});

test('however it is typed, no word is the beginning of another', () => {
  const typed = REJOIN_WORD_LISTS.ko.flatMap((ko, word) => [
    { word, text: ko },
    { word, text: convertHangulToQwerty(ko).toLowerCase() },
    { word, text: REJOIN_WORD_LISTS.en[word] ?? '' },
  ]);
  const mistaken = typed.flatMap((one) =>
    typed
      .filter((other) => other.word !== one.word && other.text.startsWith(one.text))
      .map((other) => `${one.text} begins ${other.text}`),
  );
  expect(mistaken).toEqual([]);
});

test('what is no code is none', () => {
  for (const text of [
    '',
    '가을 나무',
    '가을 07',
    '가을 나무 100',
    '나무 나무 나무 07',
    'acorn 07 apple',
  ]) {
    expect(parse(text), text).toBeNull();
  }
});

test('every code that can be read can be sent', () => {
  const last = parse(format([REJOIN_WORDS - 1, REJOIN_WORDS - 1, REJOIN_DIGITS - 1], 'en'));
  const sent = clientMessages['session:rejoin'].safeParse({ code: 'K73QMA', rejoin: last });
  expect(sent.success).toBe(true);
});
