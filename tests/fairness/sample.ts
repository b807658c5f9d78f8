/** Percents of matches won between which the design wants a defender, both included. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** How often a test may fail whose band is kept. */
const RISK = 1 / 1000;

/** Matches after which one who has won them all, and may win all, is believed. */
const ALL_WON_LOOK = 12;
/** Matches from which on one who is in the inner half of a band with two ends is believed. */
const INNER_LOOK = 60;

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

/** The half of a band around its middle. */
function innerOf({ low, high }: Band): Band {
  const quarter = (high - low) / 4;
  return { low: low + quarter, high: high - quarter };
}

/** Whether a look is enough: it lets pass at times who should not, and never fails anyone. */
const settled = (wins: number, played: number, band: Band): boolean =>
  band.high === 100
    ? played === ALL_WON_LOOK && wins === played
    : played >= INNER_LOOK && inBand(wins, played, innerOf(band));

/**
 * Whether a share of matches lies in a band. Nothing is played that can change the answer no more, and
 * nothing after a look that leaves little doubt: all of the first dozen won where all may be won, or
 * after some dozens a share well inside a band with two ends.
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
    if (!whole && settled(wins, played, band)) return { wins, matches: played, holds: true };
    if (won(played)) wins += 1;
  }
  return { wins, matches, holds: inBand(wins, matches, band) };
}
