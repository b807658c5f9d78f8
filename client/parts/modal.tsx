import '../style/modal.css';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Game } from '../state/match/game.ts';
import { landFocus } from './focus.ts';

interface ModalProps {
  readonly class: string;
  readonly title: ComponentChildren;
  /** Esc was pressed; the one who shows it takes it away. */
  readonly close: () => void;
  /** Alone, the match waits while this is read. */
  readonly holds?: Game | null;
  readonly children: ComponentChildren;
}

/**
 * Something in front of the page, shown as long as it is there. The hand is in it: at what is marked
 * `data-first`, or at the first that there is; afterwards it is where it was.
 */
export function Modal({ class: kind, title, close, holds = null, children }: ModalProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const name = useId();
  useLayoutEffect(() => {
    const dialog = sheet.current;
    if (dialog === null) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      dialog.close();
      landFocus();
    };
  }, []);
  useLayoutEffect(() => holds?.hold(), [holds]);
  return (
    <dialog
      ref={sheet}
      class={`modal ${kind}`}
      aria-labelledby={name}
      // Told a moment later, also of one that was taken away: by then another may stand there.
      onClose={() => sheet.current !== null && close()}
    >
      <h2 id={name}>{title}</h2>
      {children}
    </dialog>
  );
}
