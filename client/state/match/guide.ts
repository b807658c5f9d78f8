import { answersTo, playable, remedyOf } from '../../../shared/commands/answers.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import { drifted } from '../../../shared/view/network/drift.ts';
import { dirtyFree, rowOf, rowsOf, splitRef } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { causeOf } from '../../../shared/world/alert.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { offerOf } from './offered.ts';

/** One hint for the first actions, and what it is about. */
export type Hint =
  | { readonly kind: 'open'; readonly request: number }
  | { readonly kind: 'choose'; readonly request: number }
  | { readonly kind: 'dirty'; readonly request: number }
  | { readonly kind: 'residue'; readonly host: number; readonly frames: number }
  | { readonly kind: 'scrub'; readonly host: number }
  | { readonly kind: 'drift'; readonly host: number }
  | { readonly kind: 'push'; readonly host: number }
  | { readonly kind: 'alert'; readonly alert: number }
  | { readonly kind: 'advisory'; readonly advisory: number };

/** What a player has done at least once: hints for it are over. */
export interface Learnt {
  readonly created: boolean;
  readonly scrubbed: boolean;
  readonly pushed: boolean;
  readonly answered: boolean;
  readonly patched: boolean;
}

export const NOTHING_LEARNT: Learnt = {
  created: false,
  scrubbed: false,
  pushed: false,
  answered: false,
  patched: false,
};

/** The lesson that a job is proof of. */
const LESSONS: Readonly<Record<string, keyof Learnt>> = {
  'create-vm': 'created',
  'scrub-frames': 'scrubbed',
  'push-policy': 'pushed',
  'investigate-vm': 'answered',
  'quarantine-vm': 'answered',
  'patch-host': 'patched',
  'patch-guest': 'patched',
};

/** What the view shows to have been done, added to what was known before. */
export function learn(before: Learnt, view: BlueView): Learnt {
  let after = before;
  const take = (lesson: keyof Learnt): void => {
    if (!after[lesson]) after = { ...after, [lesson]: true };
  };
  for (const { command } of rowsOf(view, 'jobs')) {
    const lesson = LESSONS[command];
    if (lesson !== undefined) take(lesson);
  }
  if (rowsOf(view, 'alerts').some((alert) => alert.state === 'acknowledged')) take('answered');
  return after;
}

/** The hint that fits what is to be seen now, or none. Nothing here is a script: only the view. */
export function hintFor(view: BlueView, selection: RowRef | null, learnt: Learnt): Hint | null {
  const match = rowOf(view, 'match', 1);
  if (match?.phase === 'over') return null;
  const canPush = !learnt.pushed && playable(match, 'push-policy');
  const { table, id } = splitRef(selection ?? '');
  const host = table === 'hosts' ? rowOf(view, 'hosts', id) : null;
  if (host !== null && !learnt.scrubbed && handedOn(view, host) > 0)
    return { kind: 'scrub', host: id };
  if (host !== null && canPush && drifted(view, id)) return { kind: 'push', host: id };
  // The first thing that happens is a request: until it is there, there is time to look around.
  if (!learnt.created && rowsOf(view, 'requests').length === 0) return null;
  const tenants = learnt.created ? null : toTenants(view, table, id);
  if (tenants !== null) return tenants;
  const dirty = learnt.scrubbed ? null : toResidue(view);
  if (dirty !== null) return dirty;
  const alert = rowsOf(view, 'alerts').find((row) =>
    answersTo(view, row).some(({ kind }) => kind === 'investigate'),
  );
  if (!learnt.answered && alert !== undefined) return { kind: 'alert', alert: alert.id };
  const stale = canPush ? rowsOf(view, 'hosts').find((row) => drifted(view, row.id)) : undefined;
  if (stale !== undefined) return { kind: 'drift', host: stale.id };
  return learnt.patched ? null : toAdvisory(view);
}

function toTenants(view: BlueView, table: string, id: number): Hint | null {
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
  return first === undefined ? null : { kind: 'open', request: first.id };
}

/** Free frames whose data the next VM would be given: none where frames are cleared as they are allocated. */
const handedOn = (view: BlueView, host: HostRow): number =>
  host.scrub === 'on-allocate' ? 0 : dirtyFree(view, host).length;

function toResidue(view: BlueView): Hint | null {
  for (const host of rowsOf(view, 'hosts')) {
    const frames = handedOn(view, host);
    if (frames > 0) return { kind: 'residue', host: host.id, frames };
  }
  return null;
}

function toAdvisory(view: BlueView): Hint | null {
  const open = rowsOf(view, 'advisories').find((advisory) => {
    return remedyOf(view, advisory) !== null;
  });
  return open === undefined ? null : { kind: 'advisory', advisory: open.id };
}

/** The order that a hint leads to once its place is selected, or ''. */
export function hintedCommand(hint: Hint | null): string {
  if (hint?.kind === 'scrub') return 'scrub-frames';
  return hint?.kind === 'push' ? 'push-policy' : '';
}

/** Where a hint leads: what is to be selected, and the card that is to be opened; `null`: one is there. */
export function leadOf(view: BlueView, hint: Hint): { ref: RowRef | null; card: string } | null {
  switch (hint.kind) {
    case 'open':
      return { ref: `requests/${hint.request}`, card: '' };
    case 'residue':
    case 'drift':
      return { ref: `hosts/${hint.host}`, card: '' };
    case 'alert': {
      const alert = rowOf(view, 'alerts', hint.alert);
      return alert && { ref: null, card: `alert/${causeOf(alert)}` };
    }
    case 'advisory': {
      const advisory = rowOf(view, 'advisories', hint.advisory);
      const ref = advisory && (remedyOf(view, advisory)?.at ?? null);
      return { ref, card: `advisory/${hint.advisory}` };
    }
    default:
      return null;
  }
}
