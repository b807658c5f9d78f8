import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { Noticed } from '../panels/talk/notices.tsx';
import { Strips } from '../panels/talk/strips.tsx';

/** Shows the game as long as there is one to show, and says plainly what is wrong otherwise. */
export function StatusGate({ children }: { children: ComponentChildren }) {
  const { words, router, sessions } = useApp();
  const { status, session, link } = useGame();
  const now = status.value;
  const t = (key: string) => words.say(`ui.status.${key}`);
  const reload = { action: t('reload'), act: () => location.reload() };
  const home = {
    action: words.say('ui.common.home'),
    act: () => {
      sessions.putAway();
      router.go({ name: 'landing' });
    },
  };
  const joinAgain = {
    action: t('rejoin'),
    act: () => {
      const code = session.peek()?.code;
      sessions.putAway();
      router.swap(code === undefined ? { name: 'landing' } : { name: 'join', code });
    },
  };
  switch (now.kind) {
    case 'connecting':
    case 'online':
    case 'dropped':
      return (
        <Noticed>
          {children}
          <Strips />
        </Noticed>
      );
    case 'elsewhere':
      return (
        <Trouble
          title={t(link.alone === null ? 'elsewhere' : 'goneOn')}
          body={t(link.alone === null ? 'elsewhereBody' : 'goneOnBody')}
          action={t('takeBack')}
          act={() => link.takeBack()}
        />
      );
    case 'removed':
      return <Trouble title={t('removed')} body={t('removedBody')} {...joinAgain} />;
    case 'outdated':
      return <Trouble title={t('outdated')} body={t('outdatedBody')} {...reload} />;
    case 'lost':
      if (now.refusal.code === 'session.seat-moved') {
        return (
          <Trouble title={t('moved')} body={t('movedBody')} {...joinAgain} action={t('toRejoin')} />
        );
      }
      return <Trouble title={t('lost')} body={t('lostBody')} {...joinAgain} />;
    case 'broken':
      return <Trouble title={t('broken')} body={t('brokenBody')} {...reload} />;
    case 'closed':
      return <Trouble title={t('closed')} body={t('closedBody')} {...home} />;
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
