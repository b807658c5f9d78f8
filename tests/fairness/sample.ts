/** Percents of matches won between which the design wants a defender, both included. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** How often a test may fail whose band is kept. */
const RISK = 1 / 1000;

/** Matches after which one who has won them all, and may win all, is believed. */
const FIRST_LOOK = 12;

const inBand = (wins: number, matches: number, { low, high }: Band): boolean =>
  wins * 100 >= low * matches && wins * 100 <= high * matches;

/** How often someone who in truth wins so many percent of matches is found outside a band. */
export function riskOf(matches: number, percent: number, band: Band): number {
  const share = percent / 100;
  let risk = 0;
  let chance = (1 - share) ** matches;
  for (let wins = 0; wins <= matches; wins += 1) {
    if (!inBand(wins, matches, band)) risk += chance;
    chance *= ((matches - wins) / (wins + 1)) * (share / (1 - share));
  }
  return risk;
}

/**
 * As many matches as it takes: one who wins in truth in the middle of the band fails less than once
 * in a thousand runs. From 40 to 65 % that is 170 matches; from 90 % up, where the middle is 95 %, it
 * is 210; from 80 % up it is 100.
 */
export function matchesFor(band: Band): number {
  const middle = (band.low + band.high) / 2;
  for (let matches = 10; ; matches += 10) {
    if (riskOf(matches, middle, band) < RISK) return matches;
  }
}

export interface Found {
  readonly wins: number;
  readonly matches: number;
  readonly holds: boolean;
}

/**
 * Whether a share of matches lies in a band. Nothing is played that can change the answer no more;
 * and who wins each of the first few, where all may be won, needs no further look: that lets pass at
 * times who should not, and never fails who should pass.
 * @param won plays the match of that number, from 0
 * @param whole takes no first look: for the long run
 */
export function judge(band: Band, won: (match: number) => boolean, whole = false): Found {
  const matches = matchesFor(band);
  let wins = 0;
  for (let played = 0; played < matches; played += 1) {
    const most = wins + matches - played;
    if (most * 100 < band.low * matches || wins * 100 > band.high * matches) {
      return { wins, matches: played, holds: false };
    }
    const settled = !whole && played === FIRST_LOOK && wins === played;
    if (settled && band.high === 100) return { wins, matches: played, holds: true };
    if (won(played)) wins += 1;
  }
  return { wins, matches, holds: inBand(wins, matches, band) };
}
