import { type ReadonlySignal, signal } from '@preact/signals';
import type { Input } from '../../shared/match/input.ts';
import { RULES_VERSION } from '../../shared/world/world.ts';
import { type KeptMatch, type KeptMatches, readKept, type SoloMatch } from './kept-matches.ts';

/** Writes down one match alone while it is played, so that it can be gone on with. */
export interface Keeper {
  /** What was kept of it before; `null`: it begins. */
  readonly found: KeptMatch | null;
  /** Whether a reload would come back to it. */
  readonly safe: ReadonlySignal<boolean>;
  /** An order was given: some tick to come takes it in. */
  ordered(order: KeptMatch['waiting'][number]): void;
  /** A tick has passed, with what it took in. */
  passed(tick: number, inputs: readonly Input[], over: boolean): void;
  setSpeed(speed: number): void;
  /** Writes what is not yet written: the page may go at any moment. */
  flush(): void;
  /**
   * Another tab goes on with it: what that has not written already is, and nothing from then on.
   * @returns the match as far as it was played here
   */
  giveWay(): KeptMatch;
  /** It cannot be run again: coming back to it would only fail once more. */
  drop(): void;
}

/** Ticks after which it is written although nothing was ordered: the moment is part of what is kept. */
const EVERY = 10;

/**
 * @param handed by another tab that played it until now: the browser's storage may bring what that wrote
 *   last only a moment later
 */
export function createKeeper(
  matches: KeptMatches,
  match: SoloMatch,
  handed: unknown = null,
): Keeper {
  const stored = matches.find(match);
  const given = readKept(handed, match);
  const found = given !== null && given.tick >= (stored?.tick ?? 0) ? given : stored;
  const journal: [number, readonly Input[]][] = (found?.journal ?? []).map(([tick, inputs]) => [
    tick,
    inputs,
  ]);
  let now = { tick: found?.tick ?? 0, over: found?.over ?? false, speed: found?.speed ?? 1 };
  let waiting = found?.waiting ?? [];
  let written = now.tick;
  let ended = false;
  const safe = signal(true);

  const asItStands = (): KeptMatch => ({
    ...match,
    ...now,
    rules: RULES_VERSION,
    waiting,
    journal,
  });
  const write = (): void => {
    if (ended) return;
    written = now.tick;
    safe.value = matches.keep(asItStands());
  };
  return {
    found,
    safe,
    ordered: (order) => {
      waiting = [...waiting, order];
      write();
    },
    passed: (tick, inputs, over) => {
      now = { ...now, tick, over };
      if (inputs.length > 0) journal.push([tick, inputs]);
      waiting = waiting.filter(
        ({ n }) => !inputs.some((input) => input.kind === 'order' && input.n === n),
      );
      if (inputs.length > 0 || over || tick - written >= EVERY) write();
    },
    setSpeed: (speed) => {
      now = { ...now, speed };
    },
    flush: () => {
      if (now.tick > written) write();
    },
    giveWay: () => {
      // A tab that slept hears of it late: then the other has come further.
      if (now.tick > (matches.find(match)?.tick ?? -1)) write();
      ended = true;
      return asItStands();
    },
    drop: () => {
      ended = true;
      matches.drop(match);
    },
  };
}

/** The journal up to the tick that was reached, which may be later than its last row. */
export function journalOf({ tick, journal }: KeptMatch): KeptMatch['journal'] {
  return journal.some(([at]) => at === tick) ? journal : [...journal, [tick, []]];
}

/** The first number for an order that none of the journal has. */
export function nextOrder({ journal, waiting }: KeptMatch): number {
  const numbers = journal.flatMap(([, inputs]) =>
    inputs.map((input) => (input.kind === 'order' ? input.n : 0)),
  );
  return Math.max(0, ...numbers, ...waiting.map(({ n }) => n)) + 1;
}
