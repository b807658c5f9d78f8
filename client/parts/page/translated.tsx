import type { ReadonlySignal } from '@preact/signals';
import { useApp } from '../../app-context.ts';

/** Said when a browser translates the page all the same: what is on it may be old or wrong. */
export function Translated({ is }: { is: ReadonlySignal<boolean> }) {
  const { say } = useApp().words;
  if (!is.value) return null;
  return (
    <div class="strip attention translated" role="alert">
      <p>{say('ui.status.translated')}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {say('ui.status.reload')}
      </button>
    </div>
  );
}
