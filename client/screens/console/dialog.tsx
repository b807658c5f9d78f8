import type { ComponentChildren } from 'preact';
import { useApp } from '../../app-context.ts';
import { Modal } from '../../parts/modal.tsx';

interface DialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** Something in front of the desk, shown as long as it is there. Esc closes it. */
export function Dialog({ title, close, wide = false, children }: DialogProps) {
  return (
    <Modal class={`desk-dialog${wide ? ' wide' : ''}`} title={title} close={close}>
      {children}
    </Modal>
  );
}

interface ConfirmProps {
  readonly title: string;
  readonly body: string;
  /** On the button that does it. */
  readonly action: string;
  readonly act: () => void;
  readonly close: () => void;
}

/** Asks once more before something that cannot be undone. */
export function Confirm({ title, body, action, act, close }: ConfirmProps) {
  const { say } = useApp().words;
  return (
    <Dialog title={title} close={close}>
      <p class="soft">{body}</p>
      <div class="dialog-foot">
        <button type="button" class="button quiet" onClick={close}>
          {say('ui.console.cancel')}
        </button>
        <button
          type="button"
          class="button danger"
          onClick={() => {
            close();
            act();
          }}
        >
          {action}
        </button>
      </div>
    </Dialog>
  );
}
