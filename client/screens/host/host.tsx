import './host.css';
import { useSignal } from '@preact/signals';
import { DEFAULT_SESSION, type SessionSettings } from '../../../shared/protocol/settings.ts';
import { useApp } from '../../app-context.ts';
import { Forgets } from '../../parts/forgets.tsx';
import { PageTop } from '../../parts/page/page-top.tsx';
import { TroubleNote } from '../../parts/waiting.tsx';
import { refusalText } from '../../state/match/wording.ts';
import { useClassOpening } from './opening.ts';
import { SettingsForm } from './settings-form.tsx';

/** Opens a class: the settings can wait, the button cannot be missed. */
export function Host() {
  const { words } = useApp();
  const settings = useSignal<SessionSettings>(DEFAULT_SESSION);
  const refused = useSignal('');
  const { busy, trouble, retry, open } = useClassOpening();
  const say = words.say;

  const submit = async (): Promise<void> => {
    refused.value = '';
    const refusal = await open(settings.peek());
    if (refusal === null) return;
    refused.value =
      'outdated' in refusal ? say('ui.host.outdated') : refusalText(say, refusal.refusal, null);
  };

  return (
    <div class="page host">
      <PageTop />
      <main class="host-main">
        <form
          class="host-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy.value) void submit();
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
