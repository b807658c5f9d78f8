import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { pressedKey } from '../state/page/pressed.ts';

function isTyping(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLInputElement && !['range', 'radio', 'checkbox'].includes(target.type)) ||
    target instanceof HTMLTextAreaElement
  );
}

/**
 * The keys of a screen. None of them works while something is typed or a dialog is open.
 * @param run whether the key meant something
 * @param first before the keys of what lies around it, which then do not hear of it
 */
export function useKeys(run: (key: string, event: KeyboardEvent) => boolean, first = false): void {
  const { keys } = useApp();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const key = pressedKey(event, keys.mode.peek());
      if (key === '' || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') !== null || !run(key, event)) return;
      event.preventDefault();
      if (first) event.stopPropagation();
    };
    document.addEventListener('keydown', press, { capture: first });
    return () => document.removeEventListener('keydown', press, { capture: first });
  });
}
