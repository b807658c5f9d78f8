import type { CardRow, Chip, KnownVmRow, StrikeRow } from '../../../shared/view/red/red-rows.ts';
import { TICKS_PER_SECOND } from '../../../shared/world/ids.ts';
import { actKey } from '../../../shared/world/people/known.ts';

/** What the attackers' screen is drawn from. */

/** Number of the internet among VMs. */
export const INTERNET = 0;

/**
 * What is known of a card as a whole. `ready`: all it takes is true. `open`: something of it is not
 * known. `shut`: something of it is false.
 */
type Standing = 'ready' | 'open' | 'shut';
export const STANDINGS = ['ready', 'open', 'shut'] as const satisfies readonly Standing[];

export function standingOf({ needs }: Pick<CardRow, 'needs'>): Standing {
  if (needs.some(({ chip }) => chip === 'false')) return 'shut';
  return needs.some(({ chip }) => chip === 'unknown') ? 'open' : 'ready';
}

/** What brings most comes first. */
const WORTH = [
  'host',
  'loot',
  'outage',
  'ring',
  'vm',
  'frames',
  'notes',
] as const satisfies readonly CardRow['gain'][];

const unknowns = ({ needs }: CardRow): number =>
  needs.filter(({ chip }) => chip === 'unknown').length;

/**
 * The order of cards on the screen: the surest first, then what brings most, then what least is
 * unknown about, then the quickest. Equal ones stay as they came, so that nothing moves for nothing.
 */
export function cardOrder(cards: readonly CardRow[]): readonly CardRow[] {
  return [...cards].sort(
    (a, b) =>
      STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b)) ||
      WORTH.indexOf(a.gain) - WORTH.indexOf(b.gain) ||
      unknowns(a) - unknowns(b) ||
      a.fast - b.fast ||
      a.id - b.id,
  );
}

/** Cards that have to do with a VM: done to it, or from it. 0: all cards. */
export function cardsAbout(cards: readonly CardRow[], knownVm: number): readonly CardRow[] {
  if (knownVm === 0) return cards;
  return cards.filter(({ args }) => args.vm === knownVm || args.from === knownVm);
}

/** What of a card is under way already, however it is done, or `null`. */
export function strikeOf(card: CardRow, strikes: readonly StrikeRow[]): StrikeRow | null {
  const key = actKey(card.attack, card.args);
  return strikes.find(({ attack, args }) => actKey(attack, args) === key) ?? null;
}

/** How far a thing under way has come at a tick: 0 to 1. */
export function progressOf(strike: Pick<StrikeRow, 'startedAt' | 'endsAt'>, tick: number): number {
  const length = Math.max(1, strike.endsAt - strike.startedAt);
  return Math.min(1, Math.max(0, (tick - strike.startedAt) / length));
}

/** Whole seconds of so many ticks, rounded up. */
export const secondsOf = (ticks: number): number => Math.ceil(ticks / TICKS_PER_SECOND);

/** The text of a chip's truth, below `ui.red`. */
const CHIP_WORDS = {
  true: 'chipTrue',
  false: 'chipFalse',
  unknown: 'chipUnknown',
} as const satisfies Record<Chip, string>;

export const chipWord = (chip: Chip): string => `ui.red.${CHIP_WORDS[chip]}`;

/** Its sign: told apart by shape alone. */
const CHIP_SIGNS = { true: '✓', false: '✗', unknown: '?' } as const satisfies Record<Chip, string>;

export const chipSign = (chip: Chip): string => CHIP_SIGNS[chip];

const DEPTHS = {
  none: 'inNone',
  user: 'inUser',
  root: 'inRoot',
  kernel: 'inKernel',
} as const satisfies Record<KnownVmRow['ring'], string>;

/** Text of how far in they are, below `ui.red`. */
export function depthWord({ ring }: Pick<KnownVmRow, 'ring'>): string {
  return DEPTHS[ring];
}

/** Whether they run code there now. */
export const isInside = ({ ring, power }: Pick<KnownVmRow, 'ring' | 'power'>): boolean =>
  ring !== 'none' && power === 'running';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Where something stands, in any one unit. */
export interface Standpoint {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** The nearest in that direction, what lies straight ahead before what lies aside; `null`: none. */
export function neighbour(
  spots: readonly Standpoint[],
  from: number,
  direction: Direction,
): number | null {
  const here = spots.find(({ id }) => id === from);
  if (here === undefined) return spots[0]?.id ?? null;
  let best: { readonly id: number; readonly cost: number } | null = null;
  for (const spot of spots) {
    const dx = spot.x - here.x;
    const dy = spot.y - here.y;
    const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction];
    const aside = Math.abs(direction === 'left' || direction === 'right' ? dy : dx);
    if (ahead <= 0) continue;
    const cost = ahead + 3 * aside;
    if (best === null || cost < best.cost) best = { id: spot.id, cost };
  }
  return best?.id ?? null;
}
