import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { readCode } from '../../shared/protocol/code.ts';
import { CODE_LENGTH } from '../../shared/protocol/limits.ts';
import { useApp } from '../app-context.ts';
import type { Trouble } from '../net/trouble.ts';
import { findClass } from '../state/page/find-class.ts';
import { TroubleNote } from './waiting.tsx';

interface CodeFormProps {
  /** What stands in the field at first, and is known to be the code of no class. */
  readonly wrong?: string;
}

type Checked =
  | { readonly kind: 'open' }
  | { readonly kind: 'asking'; readonly trouble: Trouble | null }
  | { readonly kind: 'unfit' | 'unknown' };

/** A join code, however it is typed. It leads on only once the server knows a class by it. */
export function CodeForm({ wrong }: CodeFormProps) {
  const { words, router, waiting } = useApp();
  const text = useSignal(wrong ?? '');
  const checked = useSignal<Checked>(wrong === undefined ? { kind: 'open' } : { kind: 'unknown' });
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);
  const { kind } = checked.value;

  const check = (): void => {
    stop.current();
    const code = readCode(text.peek());
    if (code === null) {
      checked.value = { kind: 'unfit' };
      return;
    }
    checked.value = { kind: 'asking', trouble: null };
    const asked = findClass(code, waiting, (trouble) => {
      checked.value = { kind: 'asking', trouble };
    });
    stop.current = asked.stop;
    void asked.result.then((found) => {
      checked.value = { kind: found ? 'open' : 'unknown' };
      if (found) router.go({ name: 'join', code });
    });
  };
  const notes: Partial<Record<Checked['kind'], string>> = {
    unfit: words.say('ui.common.codeUnfit', { length: CODE_LENGTH }),
    unknown: words.say('ui.common.codeUnknown'),
    asking: words.say('ui.common.codeAsking'),
  };
  const trouble = checked.value.kind === 'asking' ? checked.value.trouble : null;
  return (
    <form
      class="code-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <input
        class="code-input"
        aria-label={words.say('ui.common.code')}
        aria-invalid={kind === 'unfit' || kind === 'unknown'}
        aria-describedby="code-note"
        placeholder={words.say('ui.common.code')}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        value={text.value}
        onInput={(event) => {
          stop.current();
          text.value = event.currentTarget.value;
          checked.value = { kind: 'open' };
        }}
      />
      <button type="submit" class="join-button">
        {words.say('ui.landing.join')}
      </button>
      <div id="code-note" class="form-note" aria-live="polite">
        {trouble === null ? notes[kind] : <TroubleNote trouble={trouble} again={check} />}
      </div>
    </form>
  );
}
