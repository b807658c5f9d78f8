import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { Leave } from '../parts/leave.tsx';
import { Modal } from '../parts/modal.tsx';

/** What there is to know, in front of the match: two columns, and the way out of it. */
export function Sheet(props: {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}) {
  const { title, close, children } = props;
  const { words } = useApp();
  return (
    <Modal class="sheet" title={title} close={close} holds={useGame()}>
      <div class="sheet-columns">{children}</div>
      <div class="sheet-foot">
        <Leave />
        <button type="button" class="button primary" data-first onClick={close}>
          {words.say('ui.common.close')}
        </button>
      </div>
    </Modal>
  );
}

/** Keys that write something: how these are pressed can be chosen. */
const WRITING = /^[A-Z0-9/?– ]+$/;

/** Keys as they are to be pressed, and the path of the text that says what each does. */
export function KeyList({ keys }: { keys: readonly (readonly [key: string, does: string])[] }) {
  const { words, keys: settings } = useApp();
  const mode = settings.mode.value;
  const shown = keys.filter(([key]) => mode !== 'off' || !WRITING.test(key));
  return (
    <dl class="keys">
      {shown.map(([key, does]) => (
        <div key={does}>
          <dt>
            {mode === 'alt' && WRITING.test(key) && <kbd>Alt</kbd>}
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
