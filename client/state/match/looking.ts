import { computed, effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { RosterEntry, SessionState } from '../../../shared/protocol/server.ts';
import { exists, splitRef } from '../../../shared/view/reading.ts';
import { redRow } from '../../../shared/view/red/red-reading.ts';
import type { RedTeamView } from '../../../shared/view/red/red-team.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { Side } from '../../../shared/world/people/seat.ts';
import { isRedRef, type Link, type Subject } from '../../net/link.ts';
import { LAYERS, type Layer } from './layers.ts';

/** What of a tab's storage it uses. */
export type Notes = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'hyperward/looking';

/** Where a tab looked in its match: one at a time. */
interface Looking {
  readonly match: string;
  readonly layer: Layer;
  readonly looked: Subject | null;
}

/** What of a game it goes by. */
interface Looker {
  readonly link: Pick<Link, 'alone'>;
  readonly session: ReadonlySignal<SessionState | null>;
  readonly me: ReadonlySignal<RosterEntry | null>;
  readonly side: ReadonlySignal<Side>;
  readonly view: ReadonlySignal<BlueView | null>;
  readonly red: ReadonlySignal<RedTeamView | null>;
  readonly layer: Signal<Layer>;
  readonly looked: ReadonlySignal<Subject | null>;
  select(ref: Subject | null): void;
}

/**
 * Keeps what is selected and which layer is shown over a reload of the tab, and puts it back once the
 * match is there. The answer lets go of it.
 */
export function keepLooking(game: Looker, shelf: Notes): () => void {
  // Of what changes with every tick only these two are followed.
  const match = computed(() => matchOf(game));
  const shown = computed(() => isShown(game));
  let known: string | null = null;
  return effect(() => {
    const [layer, looked] = [game.layer.value, game.looked.value];
    if (match.value === null || !shown.value) return;
    if (known !== match.value) {
      known = match.value;
      if (putBack(game, read(shelf), known)) return;
    }
    const now: Looking = { match: known, layer, looked };
    shelf.setItem(KEY, JSON.stringify(now));
  });
}

/** Whether anything of it is otherwise now, which is then kept in turn. */
function putBack(game: Looker, kept: Looking | null, match: string): boolean {
  if (kept?.match !== match) return false;
  const [layer, looked] = [game.layer.peek(), game.looked.peek()];
  game.layer.value = kept.layer;
  if (looked === null && kept.looked !== null && isThere(game, kept.looked)) {
    game.select(kept.looked);
  }
  return game.layer.peek() !== layer || game.looked.peek() !== looked;
}

/** A match that begins anew is looked at anew. */
export function forgetLooking(shelf: Notes): void {
  shelf.removeItem(KEY);
}

/** Which match it is, the same after a reload; `null`: none yet. */
function matchOf({ link, session, me }: Looker): string | null {
  if (link.alone !== null) return `${link.alone.scenario}/${link.alone.seed}`;
  const [now, place] = [session.value, me.value?.placeKey ?? 0];
  return now === null || place === 0 ? null : `${now.code}/${now.half}/${place}`;
}

const isShown = ({ side, view, red }: Looker): boolean =>
  (side.value === 'red' ? red : view).value !== null;

function isThere({ side, view, red }: Looker, subject: Subject): boolean {
  const theirs = isRedRef(subject);
  if (theirs !== (side.peek() === 'red')) return false;
  if (theirs) {
    const { table, id } = splitRef(subject);
    return redRow(red.peek(), table === 'cards' ? 'cards' : 'knownVms', id) !== null;
  }
  const now = view.peek();
  return now !== null && exists(now, subject);
}

function read(shelf: Notes): Looking | null {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(KEY) ?? 'null');
    return isLooking(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isLooking(value: unknown): value is Looking {
  if (typeof value !== 'object' || value === null) return false;
  const { match, layer, looked } = value as Partial<Record<keyof Looking, unknown>>;
  return (
    typeof match === 'string' &&
    LAYERS.some((name) => name === layer) &&
    (looked === null || typeof looked === 'string')
  );
}
