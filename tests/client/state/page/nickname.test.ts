import { describe, expect, test } from 'vitest';
import { nicknameCount, nicknameOf, readNickname } from '../../../../client/state/page/nickname.ts';
import { nickname } from '../../../../shared/protocol/messages.ts';
import { LANGUAGES } from '../../../../shared/world/words.ts';
import { some } from '../../../support/some.ts';

describe.each(LANGUAGES)('nicknames in %s', (language) => {
  const all = Array.from({ length: nicknameCount(language) }, (_, i) => nicknameOf(language, i));

  test('each number has its own', () => expect(new Set(all).size).toBe(all.length));
  test('the server takes every one', () => {
    for (const name of some(all)) expect(nickname.safeParse(name).success, name).toBe(true);
  });
  test('there are enough for a class of sixty', () => expect(all.length).toBeGreaterThan(200));
  test('any number will do', () =>
    expect(nicknameOf(language, 4_000_000_000)).not.toContain('undefined'));
});

test.each([
  '홍길동',
  '김',
  '  a  b ',
  '',
  ' ',
  'x'.repeat(16),
  'x'.repeat(17),
  'a\u200Bb',
  '한'.repeat(16),
])('the page reads "%s" as the server does', (text) => {
  const server = nickname.safeParse(text);
  expect(readNickname(text)).toBe(server.success ? server.data : null);
});
