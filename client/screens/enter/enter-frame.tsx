import type { ComponentChildren } from 'preact';
import { useApp } from '../../app-context.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { Logo } from '../../parts/logo.tsx';

interface EnterFrameProps {
  readonly title: string;
  readonly body: string;
  readonly action: string;
  readonly busy: boolean;
  /** Why it did not work, in words. */
  readonly trouble: string | null;
  readonly onSubmit: () => Promise<void>;
  readonly children: ComponentChildren;
}

/** What joining a session and opening one look like. */
export function EnterFrame(props: EnterFrameProps) {
  const { words } = useApp();
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
            if (!props.busy) void props.onSubmit();
          }}
        >
          <h1>{props.title}</h1>
          <p class="soft">{props.body}</p>
          {props.children}
          <p class="form-note" aria-live="polite">
            {props.trouble}
          </p>
          <button type="submit" class="button primary wide" aria-disabled={props.busy}>
            {props.action}
          </button>
        </form>
        <p class="hint">{words.say('ui.landing.private')}</p>
      </main>
    </div>
  );
}
