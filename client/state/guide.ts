import type { BlueView } from '../../shared/view/view.ts';
import type { RowRef } from '../../shared/world/fact.ts';
import { offerOf } from './offered.ts';
import { dirtyFree, rowOf, rowsOf, splitRef } from './rows.ts';

/** One hint for the first actions, and what it is about. */
export type Hint =
  | { readonly kind: 'open'; readonly request: number }
  | { readonly kind: 'choose'; readonly request: number }
  | { readonly kind: 'dirty'; readonly request: number }
  | { readonly kind: 'residue'; readonly host: number; readonly frames: number }
  | { readonly kind: 'scrub'; readonly host: number };

/** What a player has done at least once: hints for it are over. */
export interface Learnt {
  readonly created: boolean;
  readonly scrubbed: boolean;
}

export const NOTHING_LEARNT: Learnt = { created: false, scrubbed: false };

/** What the view shows to have been done, added to what was known before. */
export function learn(before: Learnt, view: BlueView): Learnt {
  const jobs = rowsOf(view, 'jobs');
  const created = before.created || jobs.some((job) => job.command === 'create-vm');
  const scrubbed = before.scrubbed || jobs.some((job) => job.command === 'scrub-frames');
  return created === before.created && scrubbed === before.scrubbed
    ? before
    : { created, scrubbed };
}

/** The hint that fits what is to be seen now, or none. Nothing here is a script: only the view. */
export function hintFor(view: BlueView, selection: RowRef | null, learnt: Learnt): Hint | null {
  if (rowOf(view, 'match', 1)?.phase === 'over') return null;
  const { table, id } = splitRef(selection ?? '');
  if (!learnt.scrubbed && table === 'hosts') {
    const host = rowOf(view, 'hosts', id);
    if (host !== null && dirtyFree(view, host).length > 0) return { kind: 'scrub', host: id };
  }
  if (!learnt.created) {
    const waiting = rowsOf(view, 'requests').filter(
      (request) => request.kind === 'create' && request.state === 'open',
    );
    if (table === 'requests' && waiting.some((request) => request.id === id)) {
      const dirty = rowsOf(view, 'hosts').some((host) => {
        const offer = offerOf(view, { request: id, host: host.id });
        return offer !== null && !offer.harmless;
      });
      return { kind: dirty ? 'dirty' : 'choose', request: id };
    }
    const first = waiting[0];
    if (first !== undefined) return { kind: 'open', request: first.id };
  }
  if (learnt.scrubbed) return null;
  for (const host of rowsOf(view, 'hosts')) {
    const frames = dirtyFree(view, host).length;
    if (frames > 0) return { kind: 'residue', host: host.id, frames };
  }
  return null;
}
