import { expect, test } from 'vitest';
import { figure } from '../../../shared/text/figure.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [12_733, '12,733'],
  [2_519_100, '2,519,100'],
  [-1000, '-1,000'],
])('%d is written %s', (value, text) => {
  expect(figure(value)).toBe(text);
});
