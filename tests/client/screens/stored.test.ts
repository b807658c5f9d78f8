import { expect, test } from 'vitest';
import { heldIn, sharesOf } from '../../../client/screens/debrief/stored.ts';

test('F6 what was given of the promised service, and what of that was right, are shares', () => {
  expect(sharesOf({ service: { promised: 800, given: 600, correct: 150 } })).toEqual([
    ['given', 75],
    ['correct', 25],
  ]);
});

test('what nobody asked for leaves nothing to give, and what was not given cannot be wrong', () => {
  expect(sharesOf({ service: { promised: 0, given: 0, correct: 0 } })).toEqual([
    ['given', 100],
    ['correct', 100],
  ]);
  expect(sharesOf({ service: { promised: 10, given: 0, correct: 0 } })).toEqual([
    ['given', 0],
    ['correct', 100],
  ]);
});

test('a debrief that was stored before something was counted says nothing of it', () => {
  const stored = JSON.parse('{"scenario":"first-shift","total":700}');
  expect(sharesOf(stored)).toEqual([]);
  expect(heldIn(stored)).toBeNull();
});
