import { expect, test } from 'vitest';
import { createSpeaker } from '../../../shared/text/speak.ts';
import type { Texts } from '../../../shared/world/words.ts';

const texts = {
  moved: { ko: '{{vm}}{이/가} {{host}}에 있음', en: '{{vm}} is on {{host}}' },
} satisfies Texts;

test('a text is not said without a fact that it is made of', () => {
  const say = createSpeaker(texts, 'ko');
  expect(say('moved', { vm: 'vm1', host: 'H2' })).toBe('vm1이 H2에 있음');
  expect(() => say('moved', { vm: 'vm1' })).toThrow('moved lacks host');
});

test('a page says what it can, and tells of what was missing', () => {
  const problems: string[] = [];
  const say = createSpeaker(texts, 'en', ({ message }) => problems.push(message));
  expect(say('moved', { vm: 'vm1' })).toBe('vm1 is on ');
  expect(problems).toEqual(['moved lacks host']);
});
