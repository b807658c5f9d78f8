import { expect, test } from 'vitest';
import { createTheme } from '../../../../client/state/page/theme.ts';
import { forgetfulShelf } from '../../../../client/storage.ts';

/** What the system asks for, and a hand that changes it. */
function system(light: boolean) {
  const heard: (() => void)[] = [];
  const wish = {
    matches: light,
    addEventListener: (_type: 'change', hear: () => void) => void heard.push(hear),
  };
  return {
    wish,
    turn(now: boolean) {
      wish.matches = now;
      for (const hear of heard) hear();
    },
  };
}

test('without a wish the page is dark, and light where the system asks for that, as it asks now', () => {
  const { wish, turn } = system(false);
  const { theme } = createTheme(forgetfulShelf(), wish);
  expect(theme.value).toBe('dark');
  turn(true);
  expect(theme.value).toBe('light');
});

test('what was chosen outranks the system, and is there again with the next page', () => {
  const shelf = forgetfulShelf();
  const { wish, turn } = system(true);
  const first = createTheme(shelf, wish);
  first.choose('dark');
  turn(false);
  turn(true);
  expect(first.theme.value).toBe('dark');
  expect(createTheme(shelf, system(true).wish).theme.value).toBe('dark');
});

test('what is kept and is no theme counts for nothing', () => {
  const shelf = forgetfulShelf();
  shelf.setItem('hyperward/theme', 'mauve');
  expect(createTheme(shelf, system(true).wish).theme.value).toBe('light');
});
