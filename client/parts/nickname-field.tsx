import type { Signal } from '@preact/signals';
import { useApp } from '../app-context.ts';
import { nicknameOf } from '../state/page/nickname.ts';

const KEY = 'hyperward/nickname';

/** The nickname used last in this browser, or a friendly new one. */
export function firstNickname(app: ReturnType<typeof useApp>): string {
  return app.shelf.getItem(KEY) ?? nicknameOf(app.words.language.peek(), app.draw());
}

export function keepNickname(app: ReturnType<typeof useApp>, nickname: string): void {
  app.shelf.setItem(KEY, nickname);
}

export function NicknameField({ value, invalid }: { value: Signal<string>; invalid: boolean }) {
  const { words, draw } = useApp();
  return (
    <div class="field">
      <label for="nickname">{words.say('ui.common.nickname')}</label>
      <div class="field-row">
        <input
          id="nickname"
          class="input"
          autocomplete="off"
          spellcheck={false}
          maxLength={64}
          aria-describedby="nickname-hint"
          aria-invalid={invalid}
          value={value.value}
          onInput={(event) => {
            value.value = event.currentTarget.value;
          }}
        />
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            value.value = nicknameOf(words.language.peek(), draw());
          }}
        >
          {words.say('ui.common.another')}
        </button>
      </div>
      <p id="nickname-hint" class="hint">
        {words.say('ui.common.nicknameHint')}
      </p>
    </div>
  );
}
