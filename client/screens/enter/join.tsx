import './enter.css';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app-context.ts';
import { firstNickname, keepNickname, NicknameField } from '../../parts/nickname-field.tsx';
import { readNickname } from '../../state/nickname.ts';
import { refusalText } from '../../state/wording.ts';
import { EnterFrame } from './enter-frame.tsx';

/** The way into a session by its code: a nickname, and one press. */
export function Join({ code }: { code: string }) {
  const app = useApp();
  const { words, router, sessions } = app;
  const name = useSignal(firstNickname(app));
  const busy = useSignal(false);
  const trouble = useSignal<string | null>(null);

  const join = async (): Promise<void> => {
    const nickname = readNickname(name.value);
    if (nickname === null) {
      trouble.value = words.say('ui.common.nicknameUnfit');
      return;
    }
    busy.value = true;
    trouble.value = null;
    const reply = await sessions.enter({ kind: 'join', code, nickname });
    busy.value = false;
    if (!reply.ok) {
      trouble.value = refusalText(words.say, reply.refusal, null);
      return;
    }
    keepNickname(app, nickname);
    // Going back from the lobby should not offer to join once more.
    router.swap({ name: 'session', code: reply.value.session.code });
  };

  return (
    <EnterFrame
      title={words.say('ui.enter.joinTitle', { code })}
      body={words.say('ui.enter.joinBody')}
      action={words.say(busy.value ? 'ui.enter.joining' : 'ui.enter.joinGo')}
      busy={busy.value}
      trouble={trouble.value}
      onSubmit={join}
    >
      <NicknameField value={name} invalid={trouble.value !== null} />
    </EnterFrame>
  );
}
