import './host.css';
import { useSignal } from '@preact/signals';
import { DEFAULT_SESSION, type SessionSettings } from '../../../shared/protocol/settings.ts';
import { useApp } from '../../app-context.ts';
import { openSession } from '../../net/desk-link.ts';
import { loadPart } from '../../net/load.ts';
import { openSocketPort } from '../../net/socket-port.ts';
import type { Trouble } from '../../net/trouble.ts';
import { Forgets } from '../../parts/forgets.tsx';
import { Logo } from '../../parts/page/logo.tsx';
import { PageSettings } from '../../parts/page/page-settings.tsx';
import { TroubleNote } from '../../parts/waiting.tsx';
import { rememberKey } from '../../state/desk/desk-keys.ts';
import { refusalText } from '../../state/match/wording.ts';
import { SettingsForm } from './settings-form.tsx';

/** Opens a class: the settings can wait, the button cannot be missed. */
export function Host() {
  const { words, router, shelf, waiting } = useApp();
  const settings = useSignal<SessionSettings>(DEFAULT_SESSION);
  const busy = useSignal(false);
  const refused = useSignal('');
  const trouble = useSignal<Trouble | null>(null);
  const retry = useSignal<(() => void) | undefined>(undefined);
  const say = words.say;

  const open = async (): Promise<void> => {
    busy.value = true;
    refused.value = '';
    const hear = (told: Trouble | null): void => {
      trouble.value = told;
    };
    const socket = await loadPart(openSocketPort, waiting, hear).result;
    const opening = openSession(socket, settings.peek(), waiting, hear);
    retry.value = opening.retry;
    const made = await opening.opened;
    retry.value = undefined;
    busy.value = false;
    if (!made.ok) {
      refused.value =
        'outdated' in made ? say('ui.host.outdated') : refusalText(say, made.refusal, null);
      return;
    }
    const { code, instructor, projector } = made.value;
    rememberKey(shelf, 'console', code, instructor);
    rememberKey(shelf, 'projector', code, projector);
    // Going back from the desk leads to where one came from, and not to a second class.
    router.swap({ name: 'console', code, key: instructor });
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
          <div class="form-note" aria-live="polite">
            {refused.value}
            {trouble.value !== null && <TroubleNote trouble={trouble.value} again={retry.value} />}
          </div>
          <Forgets what="desk" />
          <SettingsForm value={settings} />
        </form>
      </main>
    </div>
  );
}
