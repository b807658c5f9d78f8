import './enter.css';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app-context.ts';
import { firstNickname, keepNickname, NicknameField } from '../../parts/nickname-field.tsx';
import { readNickname } from '../../state/nickname.ts';
import { DEFAULT_SCENARIO } from '../../state/scenario.ts';
import { refusalText } from '../../state/wording.ts';
import { EnterFrame } from './enter-frame.tsx';

/** Opens a session: whoever does it hosts it and has its first seat. */
export function OpenClass() {
  const app = useApp();
  const { words, router, sessions } = app;
  const name = useSignal(firstNickname(app));
  const busy = useSignal(false);
  const trouble = useSignal<string | null>(null);

  const open = async (): Promise<void> => {
    const nickname = readNickname(name.value);
    if (nickname === null) {
      trouble.value = words.say('ui.common.nicknameUnfit');
      return;
    }
    busy.value = true;
    trouble.value = null;
    const reply = await sessions.enter({ kind: 'create', nickname, scenario: DEFAULT_SCENARIO });
    busy.value = false;
    if (!reply.ok) {
      trouble.value = refusalText(words.say, reply.refusal, null);
      return;
    }
    keepNickname(app, nickname);
    router.swap({ name: 'session', code: reply.value.session.code });
  };

  return (
    <EnterFrame
      title={words.say('ui.enter.hostTitle')}
      body={words.say('ui.enter.hostBody')}
      action={words.say(busy.value ? 'ui.enter.opening' : 'ui.enter.hostGo')}
      busy={busy.value}
      trouble={trouble.value}
      onSubmit={open}
    >
      <NicknameField value={name} invalid={trouble.value !== null} />
    </EnterFrame>
  );
}
