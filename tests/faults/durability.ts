import type { BlueView } from '../../shared/view/view.ts';
import type { Given } from './classmate.ts';
import { digestOf, hashOf, type Kept, rerun } from './rerun.ts';

/** What one player was told, and what they had said. */
export interface Told {
  readonly place: number;
  readonly given: readonly Given[];
  readonly seen: readonly BlueView[];
}

/**
 * Holds what players were told against what the store has: every answered order is there once, at the
 * tick that was named, and every view is the one to which the journal leads.
 * @returns what is not so, one sentence each
 */
export function compare(kept: Kept, mates: readonly Told[]): string[] {
  const faults: string[] = [];
  const again = rerun(kept);
  // One that comes again when its answer is long forgotten is written down again, and refused.
  const taken = new Map<string, { readonly tick: number; readonly order: string }>();
  for (const { tick, inputs } of kept.rows) {
    for (const input of inputs) {
      if (input.kind !== 'order') continue;
      const key = `${input.seat}:${input.n}`;
      const order = JSON.stringify([input.command, input.args]);
      if (!taken.has(key)) taken.set(key, { tick, order });
    }
  }
  for (const key of again.repeated) faults.push(`order ${key} is in the journal once more`);
  for (const mate of mates) {
    for (const { n, command, args, reply } of mate.given) {
      if (reply === null) continue;
      const found = taken.get(`${mate.place}:${n}`);
      const order = JSON.stringify([command, args]);
      if (reply.ok) {
        if (found?.tick !== reply.value.tick || found.order !== order) {
          const where = found ? `tick ${found.tick} as ${found.order}` : 'nowhere';
          faults.push(`order ${mate.place}:${n} of tick ${reply.value.tick} is ${where}`);
        }
      } else if (/^(protocol\.internal|session\.(?!paused))/.test(reply.refusal.code)) {
        faults.push(`order ${mate.place}:${n} was answered ${reply.refusal.code}`);
      }
    }
    for (const view of mate.seen) {
      if (view.tick > again.tick) {
        faults.push(`tick ${view.tick} was seen and ${again.tick} was the last that was kept`);
      } else if (again.views.get(view.tick) !== digestOf(view)) {
        faults.push(`tick ${view.tick} was seen as the journal does not lead to it`);
      }
    }
  }
  return faults;
}

/**
 * The match as a server held it when it ended must be the one that its journal makes from the
 * beginning.
 * @returns what is not so, one sentence each
 */
export function compareState(kept: Kept): string[] {
  const last = hashOf(kept);
  if (last === null) return ['no state was kept'];
  const { hash } = rerun(kept);
  return [
    ...(last.tick === kept.rows.length ? [] : [`the last state is of tick ${last.tick}`]),
    ...(hash === last.hash ? [] : [`the match of tick ${last.tick} is not that of its journal`]),
  ];
}
