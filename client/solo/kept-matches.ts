import type { MatchRecord } from '../../shared/match/match.ts';
import { RULES_VERSION } from '../../shared/world/world.ts';
import type { OutgoingOrder } from '../net/outbox.ts';
import type { Shelf } from '../storage.ts';

type Ordered = Pick<OutgoingOrder, 'n' | 'command' | 'args'>;

/** Which match alone: the same two give the same circumstances. */
export interface SoloMatch {
  readonly scenario: string;
  readonly seed: number;
}

/** What a list of kept matches tells of one. */
export interface KeptLine extends SoloMatch {
  /** The rules that it was played by: it runs again under no others. */
  readonly rules: number;
  readonly tick: number;
  readonly over: boolean;
}

/** A match alone as far as it was played: run again from this, it stands at the same moment. */
export interface KeptMatch extends KeptLine {
  readonly speed: number;
  /** Orders that no tick has taken in yet: given while time stood still. */
  readonly waiting: readonly Ordered[];
  readonly journal: MatchRecord['journal'];
}

/** Matches alone that a browser keeps, each by its journal. */
export interface KeptMatches {
  /** The one that was played last. */
  latest(): KeptLine | null;
  find(match: SoloMatch): KeptMatch | null;
  /** Whether it is now kept for good. */
  keep(match: KeptMatch): boolean;
  drop(match: SoloMatch): void;
}

/** So many are kept: one for each scenario and a few to read again. A journal has some 20 kB. */
const KEPT = 6;
const LIST = 'hyperward/solo';

const keyOf = ({ scenario, seed }: SoloMatch): string => `${LIST}/${scenario}/${seed}`;
const isSame = (a: SoloMatch, b: SoloMatch): boolean => keyOf(a) === keyOf(b);

/** By what tabs of a browser tell each other which of them plays it. */
export const tabToken = (match: SoloMatch): string => keyOf(match);

/** Whether it can be run again by this page. */
export const isOfTheseRules = ({ rules }: KeptLine): boolean => rules === RULES_VERSION;

export function createKeptMatches(shelf: Shelf): KeptMatches {
  const list = (): readonly KeptLine[] => {
    const lines = read(shelf, LIST);
    return Array.isArray(lines) ? lines.filter(isLine) : [];
  };
  const forget = (lines: readonly KeptLine[]): void => {
    for (const line of lines) shelf.removeItem(keyOf(line));
  };
  const write = (match: KeptMatch, others: readonly KeptLine[]): boolean => {
    const { rules, scenario, seed, tick, over } = match;
    shelf.setItem(keyOf(match), JSON.stringify(match));
    shelf.setItem(LIST, JSON.stringify([{ rules, scenario, seed, tick, over }, ...others]));
    return shelf.forgets !== true;
  };
  return {
    latest: () => list()[0] ?? null,
    find: (match) => asMatch(read(shelf, keyOf(match)), match),
    keep: (match) => {
      const others = list().filter((line) => !isSame(line, match));
      forget(others.slice(KEPT - 1));
      if (write(match, others.slice(0, KEPT - 1))) return true;
      // Full: what is being played matters more than what was.
      forget(others);
      return write(match, []);
    },
    drop: (match) => {
      shelf.removeItem(keyOf(match));
      const left = list().filter((line) => !isSame(line, match));
      if (left.length === 0) shelf.removeItem(LIST);
      else shelf.setItem(LIST, JSON.stringify(left));
    },
  };
}

/** A match as another tab hands it over; `null` when it is none, or none that this page can run again. */
export function readKept(handed: unknown, match: SoloMatch): KeptMatch | null {
  const kept = asMatch(handed, match);
  return kept !== null && isOfTheseRules(kept) ? kept : null;
}

const asMatch = (value: unknown, match: SoloMatch): KeptMatch | null =>
  isLine(value) && isMatch(value) && isSame(value, match) ? value : null;

function read(shelf: Shelf, name: string): unknown {
  try {
    return JSON.parse(shelf.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

function isLine(value: unknown): value is KeptLine {
  if (typeof value !== 'object' || value === null) return false;
  const { scenario, ...numbers } = value as Partial<Record<keyof KeptLine, unknown>>;
  const { seed, rules, tick, over } = numbers;
  return (
    typeof scenario === 'string' &&
    typeof over === 'boolean' &&
    [seed, rules, tick].every((number) => Number.isSafeInteger(number))
  );
}

/** Only its outer form: what the journal says is found out by running it again. */
function isMatch(line: KeptLine): line is KeptMatch {
  const { speed, waiting, journal } = line as Partial<Record<keyof KeptMatch, unknown>>;
  return typeof speed === 'number' && Array.isArray(waiting) && Array.isArray(journal);
}
