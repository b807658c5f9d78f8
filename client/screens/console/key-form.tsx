import { useSignal } from '@preact/signals';
import { useApp } from '../../app-context.ts';
import { Go } from '../../parts/go.tsx';
import type { DeskName } from '../../state/desk/desk-keys.ts';
import { readKey } from '../../state/page/router.ts';

interface KeyFormProps {
  readonly as: DeskName;
  readonly code: string;
  /** A key was tried, and it opened nothing. */
  readonly wrong: boolean;
}

/** For whoever comes to a desk without its key: what it is, and where to put it. */
export function KeyForm({ as, code, wrong }: KeyFormProps) {
  const { words, router } = useApp();
  const text = useSignal('');
  const unfit = useSignal(false);
  const say = words.say;
  return (
    <main class="message">
      <form
        class="card key-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const key = readKey(text.value);
          unfit.value = key === null;
          if (key !== null) router.swap({ name: as, code, key });
        }}
      >
        <h1>{say(wrong ? 'ui.console.wrongTitle' : 'ui.console.keyTitle')}</h1>
        <p>{say('ui.console.keyBody', { code })}</p>
        <div class="field">
          <label for="desk-key">{say('ui.console.keyField')}</label>
          <input
            id="desk-key"
            class="input"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-invalid={unfit.value}
            aria-describedby="desk-key-note"
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
              unfit.value = false;
            }}
          />
        </div>
        <p id="desk-key-note" class="form-note" aria-live="polite">
          {unfit.value && say('ui.console.keyUnfit')}
        </p>
        <button type="submit" class="button primary wide">
          {say('ui.console.keyGo')}
        </button>
      </form>
      <div class="message-ways">
        <Go to={{ name: 'join', code }} class="button quiet">
          {say('ui.console.asPlayer')}
        </Go>
        <Go to={{ name: 'landing' }} class="button quiet">
          {say('ui.common.home')}
        </Go>
      </div>
    </main>
  );
}
