import { attacks } from '../../attacks/registry.ts';
import { causesOf } from '../../world/causes.ts';
import type { EventOf, GameEvent } from '../../world/history.ts';
import type { Seq, Tick } from '../../world/ids.ts';
import type { Missed } from '../operations.ts';

/** An attack that was carried through and came to nothing. */
export interface Attempt {
  readonly act: EventOf<'act'>;
  /** When it came to nothing. */
  readonly tick: Tick;
  /** The precondition that was missing; '' when what it was about was no longer there. */
  readonly need: string;
}

/** Gains of what is an attack, and no look around and nothing that a tenant may do anyway. */
const HOSTILE: ReadonlySet<string> = new Set(['loot', 'host', 'ring']);

function isHostile(id: string): boolean {
  const attack = attacks.get(id);
  return attack !== undefined && (attack.family !== null || HOSTILE.has(attack.brings));
}

/** Every hostile act that came to nothing, in order. */
export function attemptsIn(history: readonly GameEvent[]): Attempt[] {
  return history.flatMap((event) => {
    if (event.kind !== 'act-ended' || event.data.outcome !== 'needs-unmet') return [];
    const act = history[(event.causes[0] ?? 0) - 1];
    if (act?.kind !== 'act' || !isHostile(act.data.attack)) return [];
    return [{ act, tick: event.tick, need: event.data.need ?? '' }];
  });
}

/**
 * The events that made the missing precondition missing, the newest first: those behind the facts that
 * the strikes read, or what took away what it was about.
 */
export function behind(
  history: readonly GameEvent[],
  { act, tick, need }: Attempt,
  missed: readonly Missed[],
): GameEvent[] {
  const stamps = missed
    .filter((one) => one.act === act.seq && one.need === need)
    .flatMap((one) => one.stamps);
  const seqs: readonly Seq[] = need === '' ? takenAway(history, act, tick) : stamps;
  return [...new Set(seqs)].flatMap((seq) => history[seq - 1] ?? []).sort((a, b) => b.seq - a.seq);
}

/** The orders of defenders without which one of those events could not have been, the newest first. */
export function ordersBehind(
  history: readonly GameEvent[],
  events: readonly GameEvent[],
): EventOf<'order'>[] {
  const found = new Map<Seq, EventOf<'order'>>();
  for (const event of events) {
    for (const cause of causesOf(history, event)) {
      if (cause.kind === 'order' && cause.actor.kind === 'seat') found.set(cause.seq, cause);
    }
  }
  return [...found.values()].filter(isDefence).sort((a, b) => b.seq - a.seq);
}

/** An order of the defenders' own accord: what answers a tenant's request is service. */
export const isDefence = ({ subjects }: EventOf<'order'>): boolean =>
  !subjects.some((subject) => subject.startsWith('requests/'));

const TAKES_AWAY: ReadonlySet<string> = new Set(['evicted', 'vm-destroyed', 'vm-reverted']);

/** What last ended a foothold, or a VM, while the act was under way. */
function takenAway(history: readonly GameEvent[], act: EventOf<'act'>, until: Tick): Seq[] {
  const ended = history
    .slice(act.seq)
    .filter(({ kind, tick }) => tick <= until && TAKES_AWAY.has(kind));
  const last = ended.at(-1)?.tick;
  return ended.filter(({ tick }) => tick === last).map(({ seq }) => seq);
}
