import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { remembered } from '../../../shared/world/remembered.ts';

interface One {
  a: number;
  b: number;
}

const bench = () => {
  let asked = 0;
  const sum = remembered<One, One, number>(
    (row, beside) => {
      asked += 1;
      return row.a * 1000 + row.b * 100 + beside.a * 10 + beside.b;
    },
    { a: ({ a }) => a, b: ({ b }) => b },
    { a: ({ a }) => a, b: ({ b }) => b },
  );
  return { sum, asked: () => asked };
};

describe('what is remembered of two rows', () => {
  test('is worked out once as long as nothing changes', () => {
    const { sum, asked } = bench();
    const row = { a: 1, b: 2 };
    const beside = { a: 3, b: 4 };
    expect([sum(row, beside), sum(row, beside), sum(row, beside)]).toEqual([1234, 1234, 1234]);
    expect(asked()).toBe(1);
  });

  test('is what would be worked out, whichever field of whichever row changes, or which row it is', () => {
    const { sum } = bench();
    const rows: One[] = [
      { a: 1, b: 2 },
      { a: 5, b: 6 },
    ];
    const step = fc.record({
      row: fc.nat(1),
      field: fc.constantFrom('a' as const, 'b' as const),
      value: fc.nat(9),
      of: fc.nat(1),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const right = steps.map(({ row, field, value, of }) => {
          rows[row]![field] = value;
          const [own, beside] = [rows[of]!, rows[1 - of]!];
          return sum(own, beside) === own.a * 1000 + own.b * 100 + beside.a * 10 + beside.b;
        });
        expect(right).toEqual(steps.map(() => true));
      }),
    );
  });
});
