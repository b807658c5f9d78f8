import { expect, test } from 'vitest';
import { readNickname } from '../../../client/state/page/nickname.ts';
import { NICKNAME_LENGTH } from '../../../shared/protocol/limits.ts';
import { isLine, lineOf } from '../../../shared/protocol/line.ts';
import { clientMessages, nickname } from '../../../shared/protocol/messages.ts';

// Joiners: within one picture, and in scripts that need them.
test.each([
  '👩‍💻',
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈 팀',
  '👩🏽‍🚀',
  '❤️‍🔥',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'نیک‌نام',
  'می‌خواهم',
  'पक्‍का',
  'ශ්‍රී',
  '홍길동',
  '😀',
])('a name may be %s', (name) => {
  expect(nickname.safeParse(name).data).toBe(name.normalize('NFC'));
  // The page says the same as the server.
  expect(readNickname(name)).toBe(name.normalize('NFC'));
  expect(clientMessages['team:chat'].safeParse({ text: `${name}!` }).success).toBe(true);
});

test.each([
  'ad\u200dmin',
  'K\u200cim',
  '\u200d',
  '김\u200d',
  '\u200e김',
  '😀\u200d',
  '\u{e0067}',
  'a\u0007',
])('a name may not be %j, in which a sign cannot be seen', (name) => {
  expect(nickname.safeParse(name).success).toBe(false);
  expect(readNickname(name)).toBeNull();
});

test('a line is trimmed, composed and measured', () => {
  expect(lineOf('  홍\n길동 '.normalize('NFD'))).toBe('홍 길동');
  expect(isLine('', NICKNAME_LENGTH)).toBe(false);
  expect(isLine('가'.repeat(16), NICKNAME_LENGTH)).toBe(true);
  expect(isLine('가'.repeat(17), NICKNAME_LENGTH)).toBe(false);
});
