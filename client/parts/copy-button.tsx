import { useSignal } from '@preact/signals';
import { useApp } from '../app-context.ts';

const SHOWN_MS = 2000;

/** Over plain http, as on a class's own network, browsers have no clipboard: the old way is left. */
async function copy(text: string): Promise<boolean> {
  if (navigator.clipboard !== undefined) {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (done) return true;
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'unseen';
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}

/** Copies a text; where the browser does not let it, says that it is to be copied by hand. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { say } = useApp().words;
  const said = useSignal<'copied' | 'copyByHand' | null>(null);
  return (
    <button
      type="button"
      class="button quiet"
      onClick={() => {
        void copy(text).then((done) => {
          said.value = done ? 'copied' : 'copyByHand';
          setTimeout(() => {
            said.value = null;
          }, SHOWN_MS);
        });
      }}
    >
      <span aria-live="polite">{said.value === null ? label : say(`ui.common.${said.value}`)}</span>
    </button>
  );
}
