import './enter.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../app-context.ts';
import type { Entry } from '../../net/socket-link.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { Logo } from '../../parts/logo.tsx';
import { firstNickname, keepNickname, NicknameField } from '../../parts/nickname-field.tsx';
import { readNickname } from '../../state/nickname.ts';
import { refusalText } from '../../state/wording.ts';

interface EnterFrameProps {
  readonly title: string;
  readonly body: string;
  /** On the button, and while it is being done. */
  readonly action: string;
  readonly doing: string;
  /** How one comes in, under that nickname. */
  readonly entry: (nickname: string) => Entry;
  /** Further things to choose. */
  readonly children?: ComponentChildren;
}

/** The way to a seat, in an open session or a new one: a nickname, and one press. */
export function EnterFrame({ title, body, action, doing, entry, children }: EnterFrameProps) {
  const app = useApp();
  const { words, router, sessions } = app;
  const name = useSignal(firstNickname(app));
  const busy = useSignal(false);
  const trouble = useSignal<string | null>(null);

  const enter = async (): Promise<void> => {
    const nickname = readNickname(name.value);
    if (nickname === null) {
      trouble.value = words.say('ui.common.nicknameUnfit');
      return;
    }
    busy.value = true;
    trouble.value = null;
    const reply = await sessions.enter(entry(nickname));
    busy.value = false;
    if (!reply.ok) {
      trouble.value = refusalText(words.say, reply.refusal, null);
      return;
    }
    keepNickname(app, nickname);
    // Going back from the lobby should not offer to come in once more.
    router.swap({ name: 'session', code: reply.value.session.code });
  };

  return (
    <div class="page">
      <header class="page-top">
        <Logo />
        <LanguageSwitch />
      </header>
      <main class="enter">
        <form
          class="card enter-card"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy.value) void enter();
          }}
        >
          <h1>{title}</h1>
          <p class="soft">{body}</p>
          <NicknameField value={name} invalid={trouble.value !== null} />
          {children}
          <p class="form-note" aria-live="polite">
            {trouble.value}
          </p>
          <button type="submit" class="button primary wide" aria-disabled={busy.value}>
            {busy.value ? doing : action}
          </button>
        </form>
        <p class="hint">{words.say('ui.landing.private')}</p>
      </main>
    </div>
  );
}
