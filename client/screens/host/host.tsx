import './host.css';
import { useSignal } from '@preact/signals';
import { DEFAULT_SESSION, type SessionSettings } from '../../../shared/protocol/settings.ts';
import { useApp } from '../../app-context.ts';
import { openSession } from '../../net/desk-link.ts';
import { openSocketPort } from '../../net/socket-port.ts';
import { Logo } from '../../parts/logo.tsx';
import { PageSettings } from '../../parts/page-settings.tsx';
import { rememberKey } from '../../state/desk/desk-keys.ts';
import { refusalText } from '../../state/match/wording.ts';
import { SettingsForm } from './settings-form.tsx';

/** Opens a class: the settings can wait, the button cannot be missed. */
export function Host() {
  const { words, router, shelf } = useApp();
  const settings = useSignal<SessionSettings>(DEFAULT_SESSION);
  const busy = useSignal(false);
  const trouble = useSignal('');
  const say = words.say;

  const open = async (): Promise<void> => {
    busy.value = true;
    trouble.value = '';
    const made = await openSession(await openSocketPort(), settings.peek());
    busy.value = false;
    if (!made.ok) {
      trouble.value =
        'outdated' in made ? say('ui.host.outdated') : refusalText(say, made.refusal, null);
      return;
    }
    const { code, instructor, projector } = made.value;
    rememberKey(shelf, 'console', code, instructor);
    rememberKey(shelf, 'projector', code, projector);
    router.go({ name: 'console', code, key: instructor });
  };

  return (
    <div class="page host">
      <header class="page-top">
        <Logo />
        <PageSettings />
      </header>
      <main class="host-main">
        <form
          class="host-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy.value) void open();
          }}
        >
          <div class="host-head">
            <div>
              <h1>{say('ui.host.title')}</h1>
              <p class="soft">{say('ui.host.body')}</p>
            </div>
            <button type="submit" class="button primary large" aria-disabled={busy.value}>
              {say(busy.value ? 'ui.host.opening' : 'ui.host.open')}
            </button>
          </div>
          <p class="form-note" aria-live="polite">
            {trouble.value}
          </p>
          <SettingsForm value={settings} />
        </form>
      </main>
    </div>
  );
}
