import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { GameContext, useGame } from '../game-context.ts';
import { Arriving } from '../parts/arriving.tsx';
import { Go } from '../parts/go.tsx';
import { lazyScreen } from '../parts/page/lazy-screen.tsx';
import { Wait } from '../parts/waiting.tsx';
import { Knocking, Unplaced } from './lobby/knocking.tsx';
import { Lobby } from './lobby/lobby.tsx';
import { StatusGate } from './status-gate.tsx';

const Match = lazyScreen(() => import('./match/match.tsx').then((m) => m.Match));
const RedPage = lazyScreen(() => import('./red/red-page.tsx').then((m) => m.RedPage));
const Debrief = lazyScreen(() => import('./debrief/debrief.tsx').then((m) => m.Debrief));

/** One session: its lobby, its match or its debrief. A reload comes back to the same seat. */
export function Session({ code }: { code: string }) {
  const { router, sessions } = useApp();
  const game = sessions.game.value;
  const here = game !== null && !game.solo && (game.session.value?.code ?? code) === code;

  useEffect(() => {
    if (here) return;
    let gone = false;
    const toDoor = (): void => {
      if (!gone) router.swap({ name: 'join', code });
    };
    void sessions.own(code).then(async (entry) => {
      if (gone) return;
      if (entry === null) toDoor();
      else if (!(await sessions.enter(entry)).ok) toDoor();
    });
    return () => {
      gone = true;
    };
    // Only on coming here: what happens to the seat later is told by its status.
  }, [code]);

  if (!here) return <Coming />;
  return (
    <GameContext value={game}>
      <StatusGate>
        <Phase />
      </StatusGate>
    </GameContext>
  );
}

/** The class is over: what was debriefed can still be read. */
function Over() {
  const { words } = useApp();
  const { session, debrief, me } = useGame();
  const t = (key: string, values = {}) => words.say(`ui.status.${key}`, values);
  if (debrief.value === null) {
    // Whoever has a place in a match that is kept is about to be sent its debrief.
    if (me.value !== null && me.value.placeKey !== 0) return <Arriving />;
    return (
      <main class="message">
        <h1>{t('over')}</h1>
        <p>{t('overBody')}</p>
        <Go to={{ name: 'landing' }} class="button primary">
          {words.say('ui.common.home')}
        </Go>
      </main>
    );
  }
  return (
    <>
      <p class="over-note" role="status">
        {t('overNote', { hours: session.value?.retentionHours ?? 0 })}
      </p>
      <Debrief />
    </>
  );
}

/** Before there is a seat to show. */
function Coming() {
  const { words, sessions } = useApp();
  return (
    <Wait
      text={words.say('ui.status.connecting')}
      trouble={sessions.trouble.value}
      again={sessions.retry.value ?? undefined}
    />
  );
}

function Phase() {
  const { session, times, me, side } = useGame();
  const phase = session.value?.phase;
  const mine = me.value;
  if (phase === undefined || mine === null) return <Arriving />;
  if (mine.presence === 'waiting') return <Knocking />;
  switch (phase) {
    case 'lobby':
      return <Lobby />;
    case 'live':
      if (times.value?.phase === 'over') return <Debrief />;
      if (mine.team === 0) return <Unplaced />;
      return side.value === 'red' ? <RedPage /> : <Match />;
    case 'debrief':
      return <Debrief />;
    case 'closed':
      return <Over />;
  }
}
