import { familyRows, spamNames, spamRows } from '../../server/cli/lab/fairness.ts';
import { playWith, runDefender, totalOf } from '../../server/cli/lab/matches.ts';
import { paceOf } from '../../server/cli/lab/pace.ts';
import { KEPT } from '../../shared/match/score.ts';
import { MIND_NAMES, type MindName } from '../../shared/world/people/attacker.ts';
import { boutOf, isAttacked, PAIRINGS, type Pairing, pairingOf, TEAM_PAIRINGS } from './bouts.ts';
import { heldOut } from './held-out.ts';
import { type Band, judge, matchesFor } from './sample.ts';

// The bands of the design ("Balance, measured by the lab"), as it writes them.
const IDLE_BELOW = 550;
const SPAM_MOST = 600;
const EXPERT: Band = { low: 90, high: 100 };
const NOVICE_FIRST: Band = { low: 80, high: 100 };
const NOVICE_CREW: Band = { low: 40, high: 65 };
const FAMILY_SHARE = 80;
const DECISIONS = { low: 4, high: 6 };
const HANDS = { low: 45, high: 70 };
const IDLE_SECONDS = 20;
const TELL_SECONDS: Readonly<Record<MindName, number>> = {
  opportunist: 55,
  crew: 44,
  persistent: 35,
};
/** By how much the first scenario tells who can play from who cannot, in points. */
const APART = 40;

/** One thing that was measured, and whether it is as the design wants it. */
interface Finding {
  readonly what: string;
  readonly found: string;
  readonly bound: string;
  readonly holds: boolean;
}

/** How much is played: `short` beside every change, or so many seeds a row to prove it. */
type Size = 'short' | number;
/** From so many seeds a row on, nobody is believed at the first look. */
const THOROUGH = 20;
/** A proof never looks at less than the test does. */
const seedsFor = (size: Size, short: number): number =>
  size === 'short' ? short : Math.max(size, short);

function idleLoses(pairing: Pairing, size: Size): Finding {
  const { lowest, highest } = runDefender(boutOf(pairing, 'idle', seedsFor(size, 8)), 'idle');
  return {
    what: `${pairing.title}: score of doing nothing`,
    found: `${lowest} to ${highest}`,
    bound: `< ${IDLE_BELOW}`,
    holds: highest < IDLE_BELOW,
  };
}

/** Percents of matches won: see `sample.ts` for how many are played. */
function wins(pairing: Pairing, defender: string, band: Band, size: Size): Finding {
  const seeds = heldOut(`${defender}: ${pairing.title}`, matchesFor(band));
  const won = (i: number): boolean => totalOf(playWith(pairing, defender, seeds[i] ?? 0)) >= KEPT;
  const { wins: count, matches, holds } = judge(band, won, size !== 'short' && size >= THOROUGH);
  return {
    what: `${pairing.title}: matches that the ${defender} wins`,
    found: `${count} of ${matches}`,
    bound: band.high === 100 ? `≥ ${band.low} %` : `${band.low} to ${band.high} %`,
    holds,
  };
}

const expertWins = (pairing: Pairing, size: Size): Finding => wins(pairing, 'expert', EXPERT, size);

const noviceWinsFirst = (size: Size): Finding =>
  wins(pairingOf('first-shift', 'opportunist'), 'novice', NOVICE_FIRST, size);

const noviceAgainstCrew = (size: Size): Finding =>
  wins(pairingOf('three-tenants', 'crew'), 'novice', NOVICE_CREW, size);

/** The first scenario is worth playing again only if it shows who has learnt. */
const firstTellsApart = (size: Size): Finding[] =>
  tellsApart(pairingOf('first-shift', 'opportunist'), size);

/** Seeds after which two who lie well apart are believed to do so, and seeds in all. */
const APART_SEEDS = { look: 24, all: 80 };
const WELL_APART = 2 * APART;

/** A scenario is worth playing again only if it shows who has learnt. */
function tellsApart(pairing: Pairing, size: Size): Finding[] {
  const { seeds } = boutOf(pairing, 'apart', seedsFor(size, APART_SEEDS.all));
  if (size === 'short') {
    const look = new Scores(pairing, seeds.slice(0, APART_SEEDS.look));
    if (look.apart >= WELL_APART && look.quartersApart) return look.findings();
  }
  return new Scores(pairing, seeds).findings();
}

/** What a novice and an expert reach on the same seeds. */
class Scores {
  readonly #title: string;
  readonly #novice: readonly number[];
  readonly #expert: readonly number[];

  constructor(pairing: Pairing, seeds: readonly number[]) {
    const sorted = (defender: string): number[] =>
      seeds.map((seed) => totalOf(playWith(pairing, defender, seed))).sort((a, b) => a - b);
    this.#title = pairing.title;
    [this.#novice, this.#expert] = [sorted('novice'), sorted('expert')];
  }

  /** By how much the expert's mean is above the novice's. */
  get apart(): number {
    return Math.round(mean(this.#expert) - mean(this.#novice));
  }

  get quartersApart(): boolean {
    return at(this.#novice, 0.75) < at(this.#expert, 0.25);
  }

  findings(): Finding[] {
    return [
      {
        what: `${this.#title}: mean of the expert over the novice’s`,
        found: `${this.apart} (${Math.round(mean(this.#expert))} and ${Math.round(mean(this.#novice))})`,
        bound: `≥ ${APART}`,
        holds: this.apart >= APART,
      },
      {
        what: `${this.#title}: the novice’s upper quarter and the expert’s lower`,
        found: `${at(this.#novice, 0.75)} and ${at(this.#expert, 0.25)}`,
        bound: 'apart',
        holds: this.quartersApart,
      },
    ];
  }
}

const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;

/** What that part of some scores, from the lowest, does not exceed. */
const at = (of: readonly number[], part: number): number =>
  of[Math.trunc((of.length - 1) * part)] ?? 0;

/** How many commands are tried alone beside a change: others for each commit. */
const ALONE = 14;

/** No command alone is a defence. */
function spamIsNone(pairing: Pairing, size: Size): Finding {
  const all = spamNames(pairing.scenario);
  const drawn = new Set(heldOut('alone', ALONE).map((seed) => all[seed % all.length] ?? ''));
  const names = size === 'short' ? [...drawn] : all;
  const [best] = spamRows(boutOf(pairing, 'spam', seedsFor(size, 1)), names);
  return {
    what: `${pairing.title}: highest score by one command alone`,
    found: best ? `${best.highest}, ${best.defender.replace('spam:', '')}` : 'none',
    bound: `≤ ${SPAM_MOST}`,
    holds: best !== undefined && best.highest <= SPAM_MOST,
  };
}

/**
 * From so many harms in so many matches on, a share well above the bound is believed; else it is that of
 * all that there is time for.
 */
const ENOUGH_HARMS = 10;
const LEAST_MATCHES = 6;
const MOST_MATCHES = 60;
const WELL_ABOVE = 90;

/** Leaving a family of defence out costs harm, and harm of that family. */
function familiesMatter(pairing: Pairing, size: Size): Finding[] {
  const least = seedsFor(size, LEAST_MATCHES);
  const bout = boutOf(pairing, 'families', seedsFor(size, MOST_MATCHES));
  const believed = size === 'short' ? WELL_ABOVE : 100;
  return familyRows(
    bout,
    ({ harms, share }, matches) =>
      harms >= ENOUGH_HARMS && matches >= least && share !== null && share >= believed,
  ).map((row) => ({
    what: `${pairing.title}: harm without ${row.family}`,
    found: `${row.harmWith} → ${row.harmWithout}, ${row.share ?? '-'} % its own`,
    bound: `more, ≥ ${FAMILY_SHARE} %`,
    holds: row.harmWithout > row.harmWith && row.share !== null && row.share >= FAMILY_SHARE,
  }));
}

/** Everyone who could have seen it has time to. */
function tellsInTime(pairing: Pairing & { readonly level: MindName }, size: Size): Finding {
  const { tellToBite } = paceOf(boutOf(pairing, 'tell', seedsFor(size, 6)), 'idle');
  const least = TELL_SECONDS[pairing.level];
  return {
    what: `${pairing.title}: first tell before the bite, s`,
    found: String(tellToBite ?? 'no harm'),
    bound: `≥ ${least}`,
    holds: tellToBite !== null && tellToBite >= least,
  };
}

/** A team has enough to do, and not too much. */
function paceIsRight(pairing: Pairing, size: Size): Finding[] {
  const found = paceOf(boutOf(pairing, 'pace', seedsFor(size, 6)), 'expert');
  const between = (what: string, value: number, { low, high }: typeof HANDS): Finding => ({
    what: `${pairing.title}: ${what}`,
    found: String(value),
    bound: `${low} to ${high}`,
    holds: value >= low && value <= high,
  });
  return [
    between('decisions of a player in a minute', found.decisions, DECISIONS),
    between('hands at work, %', found.handsBusy, HANDS),
    between('longest with nothing to do, s', found.longestIdle, { low: 0, high: IDLE_SECONDS }),
  ];
}

/** The files of tests in which measures are taken. */
type Part = 'expert' | 'families' | 'novice';

/** A part of what the design says of fairness. */
export interface Measure {
  readonly part: Part;
  readonly title: string;
  /** Taken by `prove` alone: beside every change another is taken that is more likely to be missed. */
  readonly long: boolean;
  take(size: Size): Finding[];
}

const measure = (
  part: Part,
  title: string,
  take: (size: Size) => Finding | Finding[],
  long = false,
): Measure => ({ part, title, long, take: (size) => [take(size)].flat() });

/** Everything that the design says of fairness, each part by itself. */
export const MEASURES: readonly Measure[] = [
  ...PAIRINGS.flatMap((pairing) => {
    const of = (
      part: Part,
      what: string,
      take: (size: Size) => Finding | Finding[],
      long = false,
    ) => measure(part, `${pairing.title}: ${what}`, take, long);
    const always = [
      of('expert', 'doing nothing loses', (size) => idleLoses(pairing, size)),
      of('expert', 'the expert keeps the contract', (size) => expertWins(pairing, size)),
    ];
    if (!isAttacked(pairing)) {
      return [
        ...always,
        of('novice', 'the novice does less well than the expert', (size) =>
          tellsApart(pairing, size),
        ),
      ];
    }
    return [
      ...always,
      of('expert', 'who watches is told before it bites', (size) => tellsInTime(pairing, size)),
      of(
        'families',
        'leaving a family of defence out costs harm of that family',
        (size) => familiesMatter(pairing, size),
        // The fewer harms there are, the sooner one of another family tips the share.
        pairing.level !== MIND_NAMES[0],
      ),
    ];
  }),
  ...TEAM_PAIRINGS.flatMap((pairing) => [
    measure(
      'expert',
      `${pairing.title}: a team has its hands half full, and enough to decide`,
      (size) => paceIsRight(pairing, size),
    ),
    measure(
      'novice',
      `${pairing.title}: no command alone is a defence`,
      (size) => spamIsNone(pairing, size),
      // A defence comes furthest against who looks least far.
      pairing.level !== MIND_NAMES[0],
    ),
  ]),
  measure('novice', 'the novice wins a first shift', noviceWinsFirst),
  measure('novice', 'the novice does less well in a first shift than the expert', firstTellsApart),
  measure('novice', 'the novice wins half of its matches against the crew', noviceAgainstCrew),
];
