import { expect, test } from 'vitest';
import {
  forgetKey,
  knownClasses,
  recallKey,
  rememberKey,
} from '../../../../client/state/desk/desk-keys.ts';
import { forgetfulShelf } from '../../../../client/storage.ts';

const KEY = 'K'.repeat(32);

test('desks that were opened in this browser are known, the latest first', () => {
  const shelf = forgetfulShelf();
  expect(knownClasses(shelf)).toEqual([]);
  for (const code of ['K73QMA', '222222', 'K73QMA']) rememberKey(shelf, 'console', code, KEY);
  rememberKey(shelf, 'projector', '333333', KEY);
  expect(knownClasses(shelf)).toEqual(['K73QMA', '222222']);
  expect(recallKey(shelf, 'console', 'K73QMA')).toBe(KEY);
  // A desk whose key opens nothing is none.
  forgetKey(shelf, 'console', 'K73QMA');
  expect(knownClasses(shelf)).toEqual(['222222']);
});

test('only so many are kept', () => {
  const shelf = forgetfulShelf();
  const codes = Array.from({ length: 20 }, (_, i) => `K73Q${'ABCDEFGHJKMNPQRSTVWXYZ'[i]}A`);
  for (const code of codes) rememberKey(shelf, 'console', code, KEY);
  expect(knownClasses(shelf)).toEqual([...codes].reverse().slice(0, 12));
});
