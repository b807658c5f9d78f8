import { type ShareLevel, UNLIMITED } from '../../world/machine/vm.ts';
import { limited, shareOf } from '../sharing.ts';

/** What a guest asks its host for, in cycles of a tick, and what was settled about it. */
export interface Claim {
  readonly asks: number;
  /** Permille of what there is that it may have at the most. */
  readonly limit: number;
  /** Whether what it asks for comes first. */
  readonly reserved: boolean;
  readonly shares: ShareLevel;
}

/** Permille by which a guest's want counts where there is not enough for all. */
const WEIGHT: Readonly<Record<ShareLevel, number>> = { low: 500, normal: 1000, high: 2000 };

/** What a guest can ask for under its limit. */
export const capOf = ({ asks, limit }: Pick<Claim, 'asks' | 'limit'>, there: number): number =>
  limit === UNLIMITED ? asks : limited(asks, there, limit);

const isPlain = ({ limit, reserved, shares }: Claim): boolean =>
  limit === UNLIMITED && !reserved && shares === 'normal';

/**
 * What each guest gets of a host's cycles (rules W1, R3 to R5): none more than its limit; what is reserved
 * first; the rest by want and shares, and what one cannot use is the others'. In whole numbers, which add
 * up to no more than there is.
 */
export function divide(claims: readonly Claim[], there: number): number[] {
  const caps = claims.map((claim) => capOf(claim, there));
  const wanted = sum(caps);
  if (wanted <= there || claims.every(isPlain)) {
    return caps.map((cap) => shareOf(cap, wanted, there));
  }
  const first = caps.map((cap, i) => (claims[i]?.reserved === true ? cap : 0));
  const promised = sum(first);
  const given = first.map((cap) => shareOf(cap, promised, there));
  return byShares(claims, caps, given, there - sum(given));
}

/** Hands the rest out by want and shares, until there is none, or nobody who could use it. */
function byShares(
  claims: readonly Claim[],
  caps: readonly number[],
  given: number[],
  rest: number,
): number[] {
  let left = rest;
  for (;;) {
    const open = caps.flatMap((cap, i) => (cap > (given[i] ?? 0) ? [i] : []));
    const weights = open.map((i) => {
      const level = claims[i]?.shares ?? 'normal';
      return Math.trunc(((caps[i] ?? 0) * WEIGHT[level]) / 1000);
    });
    const whole = sum(weights);
    if (open.length === 0 || whole === 0 || left <= 0) return given;
    let handed = 0;
    let filled = false;
    open.forEach((i, at) => {
      const lacks = (caps[i] ?? 0) - (given[i] ?? 0);
      const part = Math.trunc(((weights[at] ?? 0) * left) / whole);
      const more = Math.min(lacks, part);
      filled ||= more === lacks;
      given[i] = (given[i] ?? 0) + more;
      handed += more;
    });
    left -= handed;
    if (!filled || handed === 0) return given;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
