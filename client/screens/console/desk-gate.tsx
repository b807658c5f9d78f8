import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { useApp } from '../../app-context.ts';
import { loadPart } from '../../net/load.ts';
import { openSocketPort } from '../../net/socket-port.ts';
import type { Trouble } from '../../net/trouble.ts';
import { TroubleNote, Wait } from '../../parts/waiting.tsx';
import type { Desk } from '../../state/desk/desk.ts';
import { type DeskName, forgetKey, recallKey, rememberKey } from '../../state/desk/desk-keys.ts';
import { refusalText } from '../../state/match/wording.ts';
import { DeskContext } from './desk-context.ts';
import { DeskWays } from './desk-ways.tsx';
import { KeyForm } from './key-form.tsx';
import { openDesk } from './open-desk.ts';

interface DeskGateProps {
  readonly as: DeskName;
  readonly code: string;
  /** The key in the address; without one, this browser may remember it. */
  readonly given: string | undefined;
  readonly children: ComponentChildren;
}

/** Shows a desk as long as there is one to show, and says plainly what is wrong otherwise. */
export function DeskGate({ as, code, given, children }: DeskGateProps) {
  const { shelf, words, timers, waiting } = useApp();
  const opened = useSignal<Desk | null>(null);
  const attempt = useSignal(0);
  const trouble = useSignal<Trouble | null>(null);
  const key = given ?? recallKey(shelf, as, code);

  useEffect(() => {
    if (key === null) return;
    let gone = false;
    let mine: Desk | null = null;
    const part = loadPart(openSocketPort, waiting, (told) => {
      trouble.value = told;
    });
    void part.result.then((socket) => {
      if (gone) return;
      mine = openDesk({ as, code, key }, socket, timers, waiting);
      opened.value = mine;
    });
    return () => {
      gone = true;
      part.stop();
      opened.value = null;
      mine?.close();
    };
  }, [as, code, key, attempt.value, opened]);

  const desk = opened.value;
  const status = desk?.status.value ?? { kind: 'connecting' as const };
  useEffect(() => {
    if (key === null) return;
    if (status.kind === 'online') rememberKey(shelf, as, code, key);
    if (status.kind === 'refused' && status.refusal.code === 'session.wrong-key') {
      forgetKey(shelf, as, code);
    }
  }, [status.kind]);

  if (key === null) return <KeyForm as={as} code={code} wrong={false} />;
  if (status.kind === 'refused') {
    return (
      <Refused as={as} code={code} refusal={status.refusal} retry={() => (attempt.value += 1)} />
    );
  }
  if (status.kind === 'outdated') {
    return (
      <main class="message">
        <h1>{words.say('ui.status.outdated')}</h1>
        <p>{words.say('ui.status.outdatedBody')}</p>
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {words.say('ui.status.reload')}
        </button>
      </main>
    );
  }
  const known = desk !== null && (desk.state.value !== null || desk.shown.value !== null);
  const wrong = 'trouble' in status ? status.trouble : null;
  if (!known) {
    return (
      <Wait
        text={words.say(as === 'console' ? 'ui.console.opening' : 'ui.projector.opening')}
        trouble={wrong ?? trouble.value}
        again={desk?.retry}
      />
    );
  }
  const dropped = status.kind === 'dropped';
  return (
    <DeskContext value={desk}>
      {children}
      <div class={dropped ? 'strip attention' : 'unseen'} role="status">
        {dropped ? words.say('ui.console.dropped') : ''}
        {dropped && wrong && <TroubleNote trouble={wrong} again={desk.retry} />}
      </div>
    </DeskContext>
  );
}

interface RefusedProps {
  readonly as: DeskName;
  readonly code: string;
  readonly refusal: Refusal;
  readonly retry: () => void;
}

function Refused({ as, code, refusal, retry }: RefusedProps) {
  const { say } = useApp().words;
  switch (refusal.code) {
    case 'session.wrong-key':
      return <KeyForm as={as} code={code} wrong={true} />;
    case 'session.unknown':
      return (
        <main class="message">
          <h1>{say('ui.console.unknownTitle')}</h1>
          <p>{say('ui.console.unknownBody', { code })}</p>
          <DeskWays />
        </main>
      );
    default:
      return (
        <main class="message">
          <h1>{refusalText(say, refusal, null)}</h1>
          <button type="button" class="button primary" onClick={retry}>
            {say('ui.common.retry')}
          </button>
        </main>
      );
  }
}
