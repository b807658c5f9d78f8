import type { GameEvent } from '../world/history.ts';
import type { AttackerId } from '../world/ids.ts';
import { emptyBook } from '../world/losses.ts';
import type { Scenario } from '../world/scenario/schema.ts';
import { find, rows } from '../world/table.ts';
import type { World } from '../world/world.ts';
import type { Input } from './input.ts';
import { createMatch, isOver, type Journal, type Match, stepMatch } from './match.ts';
import type { Missed } from './operations.ts';

/**
 * Who decides for the attackers in a re-run: their minds, free to think again, or the acts they are
 * recorded to have done, of which those that no longer make sense come to nothing.
 */
type Acts =
  | {
      readonly from: 'minds';
      /**
       * From this tick on no person attacks any more: what their seats ordered later is left out, and
       * the minds take over (rule A58). Nobody is taken away when it is left out.
       */
      readonly peopleUntil?: number;
    }
  | { readonly from: 'record'; readonly history: readonly GameEvent[] };

/** A match to run again. */
export interface Replay {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly journal: Journal;
  readonly acts: Acts;
  /** Further orders, each put in before the others of its tick. */
  readonly extra?: readonly { readonly tick: number; readonly input: Input }[];
  /** The last tick to run; the end of the match when left out. */
  readonly until?: number;
  /** Where to begin; the start of the match when left out. */
  readonly from?: Match;
}

/** Runs a match again from its inputs. */
export function replay({ scenario, seed, journal, acts, extra, until, from }: Replay): Match {
  const match = from ?? createMatch(scenario, seed);
  const recorded = acts.from === 'record' ? recordedActs(acts.history) : null;
  // What minds had decided by then is among what they are recorded to have done.
  if (recorded !== null) match.world.acts = [];
  while (!isOver(match) && (until === undefined || match.world.tick < until)) {
    const tick = match.world.tick + 1;
    const given = journal.get(tick) ?? [];
    const alone = acts.from === 'minds' && tick >= (acts.peopleUntil ?? Number.POSITIVE_INFINITY);
    const taken = alone ? withoutRedSeats(match, given) : given;
    const inputs = [
      ...(extra ?? []).flatMap((one) => (one.tick === tick ? [one.input] : [])),
      // An instructor's acts are among the recorded ones too: nothing is done twice.
      ...(recorded === null ? taken : taken.filter(({ kind }) => kind !== 'act')),
      ...(recorded?.get(tick) ?? []),
    ];
    stepMatch(match, inputs, { think: recorded === null, recorded: recorded !== null });
  }
  return match;
}

/** A tick's inputs without people who attack: whoever of them is there leaves, and nobody comes. */
function withoutRedSeats({ world }: Match, inputs: readonly Input[]): Input[] {
  const isRed = (seat: number, side = find(world.seats, seat)?.side): boolean => side === 'red';
  const kept = inputs.filter(
    (input) =>
      !(
        (input.kind === 'order' && isRed(input.seat)) ||
        (input.kind === 'seat' && isRed(input.seat, input.side))
      ),
  );
  const leave = [...rows(world.seats)]
    .filter(({ side, pilot }) => side === 'red' && pilot === 'human')
    .map(({ id }): Input => ({ kind: 'seat', seat: id, pilot: 'computer' }));
  return [...leave, ...kept];
}

/** What attackers are recorded to have done, as inputs by tick. */
export function recordedActs(history: readonly GameEvent[]): Map<number, Input[]> {
  const acts = new Map<number, Input[]>();
  for (const event of history) {
    if (event.kind !== 'act' || event.actor.kind !== 'attacker') continue;
    const list = acts.get(event.tick) ?? [];
    list.push({
      kind: 'act',
      attacker: event.actor.id as AttackerId,
      attack: event.data.attack,
      args: event.data.args,
      why: event.data.why,
      ...(event.data.seat === 0 ? {} : { seat: event.data.seat }),
      quiet: event.data.quiet,
    });
    acts.set(event.tick, list);
  }
  return acts;
}

/** Ticks between two worlds that are kept while a match is run again to be asked about. */
const KEEP_EVERY = 150;

/**
 * A match that has been run again with its worlds kept on the way, so that what-ifs need not begin
 * at the beginning.
 */
export class Kept {
  readonly match: Match;
  /** Every strike that came to nothing in it. */
  readonly missed: Missed[] = [];
  private readonly worlds: {
    readonly tick: number;
    readonly world: string;
    readonly events: number;
  }[] = [];

  constructor(scenario: Scenario, seed: number, journal: Journal) {
    const match = createMatch(scenario, seed);
    this.match = match;
    while (!isOver(match)) {
      const { world, history } = match;
      if (world.tick % KEEP_EVERY === 0) {
        this.worlds.push({
          tick: world.tick,
          world: JSON.stringify(world),
          events: history.length,
        });
      }
      const watcher = (missed: Missed): void => void this.missed.push(missed);
      stepMatch(match, journal.get(world.tick + 1) ?? [], { think: true, watcher });
    }
  }

  /** The worlds that were kept, in order: copies. */
  *copies(): Generator<World> {
    for (const { world } of this.worlds) yield JSON.parse(world) as World;
  }

  /** The match as it stood before that tick began, or a while earlier: a copy, to go on from. */
  before(tick: number): Match {
    const { scenario, seed, history } = this.match;
    let kept = this.worlds[0];
    for (const entry of this.worlds) if (entry.tick < tick) kept = entry;
    if (!kept) return createMatch(scenario, seed);
    const world = JSON.parse(kept.world) as World;
    return { scenario, seed, world, history: history.slice(0, kept.events), losses: emptyBook() };
  }
}
