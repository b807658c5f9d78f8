import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { SessionSettings } from '../../../shared/protocol/settings.ts';
import { useApp } from '../../app-context.ts';
import { type Opened, openSession } from '../../net/desk-link.ts';
import { loadPart } from '../../net/load.ts';
import { openSocketPort } from '../../net/socket-port.ts';
import type { Trouble } from '../../net/trouble.ts';
import { rememberKey } from '../../state/desk/desk-keys.ts';

/** A class that is being opened from this page. */
export interface ClassOpening {
  readonly busy: ReadonlySignal<boolean>;
  /** What is wrong while it waits, as far as it is known. */
  readonly trouble: ReadonlySignal<Trouble | null>;
  /** Tries at once, once there is a line to try. */
  readonly retry: ReadonlySignal<(() => void) | undefined>;
  /** Opens it and goes on to its desk; answers what stood in the way, or `null`. */
  open(settings: SessionSettings): Promise<Exclude<Opened, { readonly ok: true }> | null>;
}

/**
 * Opens a class, however long that takes. Whoever leaves the page meanwhile is not led back: a class
 * that was asked for already is opened all the same, and stands among one's own on the first page.
 */
export function useClassOpening(): ClassOpening {
  const { router, shelf, waiting } = useApp();
  const busy = useSignal(false);
  const trouble = useSignal<Trouble | null>(null);
  const retry = useSignal<(() => void) | undefined>(undefined);
  const isGone = useRef(false);
  const stop = useRef<() => void>(() => {});
  useEffect(
    () => () => {
      isGone.current = true;
      stop.current();
    },
    [],
  );

  const hear = (told: Trouble | null): void => {
    if (!isGone.current) trouble.value = told;
  };

  const open: ClassOpening['open'] = async (settings) => {
    busy.value = true;
    const loading = loadPart(openSocketPort, waiting, hear);
    stop.current = loading.stop;
    const opening = openSession(await loading.result, settings, waiting, hear);
    stop.current = opening.stop;
    retry.value = opening.retry;
    const made = await opening.opened;
    retry.value = undefined;
    busy.value = false;
    if (!made.ok) return made;
    const { code, instructor, projector } = made.value;
    rememberKey(shelf, 'console', code, instructor);
    rememberKey(shelf, 'projector', code, projector);
    // Going back from the desk leads to where one came from, and not to a second class.
    if (!isGone.current) router.swap({ name: 'console', code, key: instructor });
    return null;
  };

  return { busy, trouble, retry, open };
}
