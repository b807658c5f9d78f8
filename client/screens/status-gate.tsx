import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { clockOf } from '../state/wording.ts';

/** Shows the game as long as there is one to show, and says plainly what is wrong otherwise. */
export function StatusGate({ children }: { children: ComponentChildren }) {
  const { words, router, sessions } = useApp();
  const { status, session, link } = useGame();
  const now = status.value;
  const t = (key: string) => words.say(`ui.status.${key}`);
  switch (now.kind) {
    case 'connecting':
    case 'online':
    case 'dropped':
      return (
        <>
          {children}
          <ConnectionStrip />
        </>
      );
    case 'elsewhere':
      return (
        <Trouble
          title={t('elsewhere')}
          body={t('elsewhereBody')}
          action={t('takeBack')}
          act={() => link.takeBack()}
        />
      );
    case 'outdated':
      return (
        <Trouble
          title={t('outdated')}
          body={t('outdatedBody')}
          action={t('reload')}
          act={() => location.reload()}
        />
      );
    case 'lost': {
      const code = session.value?.code;
      const rejoin = (): void =>
        router.swap(code === undefined ? { name: 'landing' } : { name: 'join', code });
      return <Trouble title={t('lost')} body={t('lostBody')} action={t('rejoin')} act={rejoin} />;
    }
    case 'broken':
      return (
        <Trouble
          title={t('broken')}
          body={t('brokenBody')}
          action={t('reload')}
          act={() => location.reload()}
        />
      );
    case 'closed':
      return (
        <Trouble
          title={t('closed')}
          body={t('lostBody')}
          action={words.say('ui.common.home')}
          act={() => {
            sessions.putAway();
            router.go({ name: 'landing' });
          }}
        />
      );
  }
}

function Trouble(props: { title: string; body: string; action: string; act: () => void }) {
  return (
    <main class="message">
      <h1>{props.title}</h1>
      <p>{props.body}</p>
      <button type="button" class="button primary" onClick={props.act}>
        {props.action}
      </button>
    </main>
  );
}

const BACK_SHOWN_MS = 6000;

/** A lost connection, and what happened meanwhile once it is back. */
function ConnectionStrip() {
  const { words } = useApp();
  const { status, view } = useGame();
  const lostAt = useSignal<number | null>(null);
  const missed = useSignal<number | null>(null);
  const kind = status.value.kind;
  useEffect(() => {
    if (kind === 'dropped') lostAt.value = view.peek()?.tick ?? null;
    if (kind !== 'online' || lostAt.peek() === null) return;
    // The frames that were missed follow the seat; a moment later the view is up to date.
    const before = lostAt.peek() ?? 0;
    lostAt.value = null;
    const look = setTimeout(() => {
      missed.value = (view.peek()?.tick ?? before) - before;
    }, 400);
    const hide = setTimeout(() => {
      missed.value = null;
    }, BACK_SHOWN_MS);
    return () => {
      clearTimeout(look);
      clearTimeout(hide);
    };
  }, [kind]);

  const text =
    kind === 'dropped'
      ? words.say('ui.status.dropped')
      : missed.value !== null
        ? words.say('ui.status.back', { time: clockOf(missed.value) })
        : '';
  return (
    <div
      class={text === '' ? 'unseen' : `strip${kind === 'dropped' ? ' attention' : ''}`}
      role="status"
    >
      {text}
    </div>
  );
}
