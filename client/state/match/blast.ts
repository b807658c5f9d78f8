import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Blast, blastOf } from '../../../shared/view/blast/blast.ts';
import { seenWorld } from '../../../shared/view/blast/seen.ts';
import type { Start } from '../../../shared/view/blast/start.ts';
import { exists, splitRef } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import type { Layer } from './layers.ts';

/** What could fall from where one looks, while that layer is shown. */
export interface BlastLook {
  /** What the pointer is on: it is asked of where nothing is selected. */
  readonly pointed: Signal<RowRef | null>;
  /** A credential or a datastore that is asked of in place of what is selected; it ends with that selection. */
  readonly besides: Signal<{ readonly start: Start; readonly beside: RowRef | null } | null>;
  readonly start: ReadonlySignal<Start | null>;
  readonly now: ReadonlySignal<Blast | null>;
}

/** What it follows. */
interface Looked {
  readonly view: ReadonlySignal<BlueView | null>;
  readonly selection: ReadonlySignal<RowRef | null>;
  readonly layer: ReadonlySignal<Layer>;
}

const KINDS: Readonly<Record<string, Start['kind']>> = { vms: 'vm', hosts: 'host', zones: 'zone' };

/** What can be somebody's, by its reference; `null`: that can not. */
function startAt(view: BlueView, ref: RowRef | null): Start | null {
  if (ref === null || !exists(view, ref)) return null;
  const { table, id } = splitRef(ref);
  const kind = KINDS[table];
  return kind === undefined ? null : { kind, id };
}

export function createBlast({ view, selection, layer }: Looked): BlastLook {
  const pointed: BlastLook['pointed'] = signal(null);
  const besides: BlastLook['besides'] = signal(null);
  const shown = computed(() => (layer.value === 'trust' ? view.value : null));
  // The same start is the same object: a tick alone begins nothing anew.
  let last: Start | null = null;
  const start = computed(() => {
    const now = shown.value;
    const wanted = now === null ? null : wantedIn(now);
    if (wanted?.kind !== last?.kind || wanted?.id !== last?.id) last = wanted;
    return last;
  });
  const wantedIn = (now: BlueView): Start | null => {
    const chosen = besides.value;
    if (chosen !== null && chosen.beside === selection.value) return chosen.start;
    return startAt(now, selection.value ?? pointed.value);
  };
  const seen = computed(() =>
    start.value === null || shown.value === null ? null : seenWorld(shown.value),
  );
  const now = computed(() =>
    start.value === null || shown.value === null || seen.value === null
      ? null
      : blastOf(shown.value, start.value, seen.value),
  );
  return { pointed, besides, start, now };
}
