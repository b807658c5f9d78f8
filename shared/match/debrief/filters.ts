import type { GameEvent, MetNeed } from '../../world/history.ts';
import type { Seq } from '../../world/ids.ts';

/** Kinds of exits that filters against these needs are about. */
export const trapsIn = (needs: readonly MetNeed[]): ReadonlySet<unknown> =>
  new Set(needs.flatMap(({ counters }) => counters.flatMap(({ args }) => args.trap ?? [])));

/** Whether it is about a filter, or a decision at the trap desk, for exits of another kind. */
export const isBeside = (event: GameEvent, traps: ReadonlySet<unknown>): boolean =>
  (event.kind === 'filter-set' || event.kind === 'trap-decided') && !traps.has(event.data.trap);

/**
 * Since which event there is no filter in the way. All filters of a host or a VM are one fact: what last
 * changed it may have been a filter for something else, and then the one before it counts.
 */
export function unfilteredSince(
  history: readonly GameEvent[],
  need: MetNeed,
  stamp: Seq | 0,
): Seq | 0 {
  const last = history[stamp - 1];
  const traps = trapsIn([need]);
  if (last === undefined || traps.size === 0 || !isBeside(last, traps)) return stamp;
  const before = history
    .slice(0, stamp)
    .filter(
      (event) =>
        event.kind === last.kind &&
        !isBeside(event, traps) &&
        event.subjects.join() === last.subjects.join(),
    );
  return before.at(-1)?.seq ?? 0;
}
