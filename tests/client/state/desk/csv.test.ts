import { describe, expect, test } from 'vitest';
import { csvOf } from '../../../../client/state/desk/csv.ts';

describe('a file for a spreadsheet', () => {
  test.each([
    ...['=1+1', '+82', '-2', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'],
    ...['＝1+1', '＋82', '－2', '＠SUM(A1)'],
  ])('holds %j as text, not as a formula', (name) => {
    const [, cell = ''] = csvOf([[1, name]]).split(/,(.*)/s);
    expect(cell.replace(/^"/, '')).toMatch(/^'/);
  });

  test('keeps numbers as numbers, Hangul as it is, and quotes what needs quotes', () => {
    expect(
      csvOf([
        ['팀', 'score'],
        ['홍길동, 김', -12],
        ['a "b"', 700],
      ]),
    ).toBe('\ufeff팀,score\r\n"홍길동, 김",-12\r\n"a ""b""",700\r\n');
  });
});
