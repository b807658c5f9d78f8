import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, capOf, divide } from '../../../../shared/mechanics/pool/divide.ts';
import { SHARE_LEVELS, UNLIMITED } from '../../../../shared/world/machine/vm.ts';

const claim = (asks: number, over: Partial<Claim> = {}): Claim => ({
  asks,
  limit: UNLIMITED,
  reserved: false,
  shares: 'normal',
  ...over,
});

describe('how a host’s cycles are shared out', () => {
  test('W1 by what is wanted, where nothing was settled', () => {
    expect(divide([claim(300), claim(600)], 1000)).toEqual([300, 600]);
    expect(divide([claim(300), claim(600)], 450)).toEqual([150, 300]);
    expect(divide([], 450)).toEqual([]);
  });

  test('R3 none gets more than its limit, however much is left', () => {
    expect(divide([claim(900, { limit: 250 }), claim(100)], 1000)).toEqual([250, 100]);
    // What the limit leaves goes to whoever can use it.
    expect(divide([claim(9000, { limit: 250 }), claim(900)], 1000)).toEqual([217, 782]);
  });

  test('R4 what is reserved comes first', () => {
    expect(divide([claim(9000), claim(300, { reserved: true })], 1000)).toEqual([700, 300]);
    // Of more than there is each gets its part.
    const two = [claim(600, { reserved: true }), claim(1200, { reserved: true })];
    expect(divide([...two, claim(500)], 900)).toEqual([300, 600, 0]);
  });

  test('R5 shares count where there is not enough for all, and there only', () => {
    const high = claim(400, { shares: 'high' });
    expect(divide([high, claim(400)], 600)).toEqual([400, 200]);
    expect(divide([claim(400, { shares: 'low' }), claim(400)], 600)).toEqual([200, 400]);
    expect(divide([high, claim(400)], 900)).toEqual([400, 400]);
  });

  test('R3 R4 R5 whole numbers, no more than there is, and to nobody more than they may have', () => {
    const any = fc.record({
      asks: fc.nat(40_000_000),
      limit: fc.integer({ min: 1, max: UNLIMITED }),
      reserved: fc.boolean(),
      shares: fc.constantFrom(...SHARE_LEVELS),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), fc.nat(5_000_000), (claims, there) => {
        const given = divide(claims, there);
        expect(given.every(Number.isSafeInteger)).toBe(true);
        expect(given.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(there);
        given.forEach((one, i) => {
          const own = claims[i];
          if (own) expect(one).toBeLessThanOrEqual(capOf(own, there));
        });
      }),
    );
  });
});
