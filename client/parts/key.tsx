import { useApp } from '../app-context.ts';
import type { KeyMode } from '../state/page/pressed.ts';

/** A key as it has to be pressed: alone, with Alt, or not at all. */
const shownIn = (mode: KeyMode, name: string): string | null =>
  name.length > 1 || mode === 'plain' ? name : mode === 'alt' ? `Alt ${name}` : null;

/** The key of something that can be pressed; `aria-keyshortcuts` on it says the same. */
export function Key({ name }: { name: string }) {
  const shown = shownIn(useApp().keys.mode.value, name);
  return (
    shown !== null && (
      <span class="key" aria-hidden="true">
        {shown}
      </span>
    )
  );
}

/** What `aria-keyshortcuts` says of something that has this key. */
export function useShortcut(): (name: string) => string | undefined {
  const mode = useApp().keys.mode.value;
  return (name) => (name === '' ? undefined : shownIn(mode, name)?.replace(' ', '+'));
}
