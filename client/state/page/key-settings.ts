import { type ReadonlySignal, signal } from '@preact/signals';
import type { Shelf } from '../../storage.ts';
import { KEY_MODES, type KeyMode } from './pressed.ts';

const KEY = 'hyperward/keys';

/** How keys that also write something are used: some people speak to their computer. */
export interface KeySettings {
  readonly mode: ReadonlySignal<KeyMode>;
  choose(mode: KeyMode): void;
}

export function createKeySettings(shelf: Shelf): KeySettings {
  const saved = shelf.getItem(KEY);
  const mode = signal<KeyMode>(KEY_MODES.find((known) => known === saved) ?? 'plain');
  return {
    mode,
    choose: (next) => {
      mode.value = next;
      shelf.setItem(KEY, next);
    },
  };
}
