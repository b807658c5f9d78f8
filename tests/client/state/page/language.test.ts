import { computed } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createLanguage, preferredLanguage } from '../../../../client/state/page/language.ts';
import { forgetfulShelf } from '../../../../client/storage.ts';

const FIRST = { hello: { ko: '안녕', en: 'Hello' } };
const ALL = { ...FIRST, more: { ko: '더', en: 'More' } };

describe('words', () => {
  test('that come later are said as soon as they are there, wherever they were asked for', async () => {
    const words = createLanguage(FIRST, () => Promise.resolve(ALL), forgetfulShelf(), ['ko-KR']);
    const shown = computed(() => `${words.say('hello')} ${words.say('more')}`);
    expect(shown.value).toBe('안녕 more');
    await words.complete();
    expect(shown.value).toBe('안녕 더');
    words.choose('en');
    expect(shown.value).toBe('Hello More');
  });

  test('are fetched once, and again after a failure', async () => {
    let asked = 0;
    const fetchAll = () => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('no line')) : Promise.resolve(ALL);
    };
    const words = createLanguage(FIRST, fetchAll, forgetfulShelf(), ['en']);
    await expect(words.complete()).rejects.toThrow('no line');
    await Promise.all([words.complete(), words.complete()]);
    expect(asked).toBe(2);
    expect(words.say('more')).toBe('More');
  });
});

test('the language is the one that was chosen, else the first of the browser’s that is spoken here', () => {
  expect(preferredLanguage('en', ['ko-KR'])).toBe('en');
  expect(preferredLanguage(null, ['fr-FR', 'ko-KR', 'en'])).toBe('ko');
  expect(preferredLanguage('fr', [])).toBe('en');
});
