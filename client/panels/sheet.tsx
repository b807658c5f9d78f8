import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Leave } from '../parts/leave.tsx';

/** What there is to know, in front of the match: two columns, and the way out of it. */
export function Sheet(props: {
  readonly open: Signal<boolean>;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const { open, title, children } = props;
  const { words } = useApp();
  const sheet = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => {
    const dialog = sheet.current;
    if (dialog === null || dialog.open === open.value) return;
    if (open.value) dialog.showModal();
    else dialog.close();
  }, [open.value]);
  const close = (): void => {
    open.value = false;
  };
  return (
    <dialog ref={sheet} class="sheet" aria-labelledby={name} onClose={close}>
      <h2 id={name}>{title}</h2>
      <div class="sheet-columns">{children}</div>
      <div class="sheet-foot">
        <Leave />
        <button type="button" class="button primary" onClick={close}>
          {words.say('ui.common.close')}
        </button>
      </div>
    </dialog>
  );
}

/** Keys, and the path of the text that says what each does. */
export function KeyList({ keys }: { keys: readonly (readonly [key: string, does: string])[] }) {
  const { words } = useApp();
  return (
    <dl class="keys">
      {keys.map(([key, does]) => (
        <div key={does}>
          <dt>
            {key.split(' ').map((part) => (
              <kbd key={part}>{part}</kbd>
            ))}
          </dt>
          <dd>{words.say(does)}</dd>
        </div>
      ))}
    </dl>
  );
}
