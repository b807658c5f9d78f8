import '../../style/console.css';
import './board.css';
import './dialog.css';
import './side/side.css';
import { useEffect } from 'preact/hooks';
import type { Side } from '../../../shared/world/people/seat.ts';
import { useApp } from '../../app-context.ts';
import { Go } from '../../parts/go.tsx';
import type { Route } from '../../state/page/router.ts';
import { DeskBar } from './desk-bar.tsx';
import { useDesk, useDeskState } from './desk-context.ts';
import { DeskGate } from './desk-gate.tsx';
import { Erase } from './erase.tsx';
import { LobbyBoard } from './lobby-board.tsx';
import { Results } from './results.tsx';
import { ClassPanel } from './side/class-panel.tsx';
import { HistoryPanel } from './side/history-panel.tsx';
import { InjectPanel } from './side/inject-panel.tsx';
import { LessonPanel } from './side/lesson-panel.tsx';
import { MomentsFeed } from './side/moments-feed.tsx';
import { TeamGrid } from './team-grid.tsx';
import { WorldScreen } from './world-screen.tsx';

type ConsoleRoute = Extract<Route, { name: 'console' }>;

/** The instructor's desk, under its own address and with its own key. */
export function Console({ route }: { route: ConsoleRoute }) {
  return (
    <DeskGate as="console" code={route.code} given={route.key}>
      <Open route={route} />
    </DeskGate>
  );
}

function Open({ route }: { route: ConsoleRoute }) {
  const { router } = useApp();
  const desk = useDesk();
  const { session } = useDeskState();
  const { phase } = session;
  const { world = 0, eyes = 'blue' } = route;
  const watchable = phase === 'live' || phase === 'debrief';
  const wanted = watchable && session.teams.some((team) => team.world === world) ? world : 0;
  // A report is about the whole world: there are no eyes to choose between.
  const through: Side = phase === 'debrief' ? 'blue' : eyes;

  useEffect(() => {
    if (wanted === 0) desk.unwatch();
    else desk.watch(wanted, through);
  }, [desk, wanted, through]);

  if (phase === 'closed') return <Closed />;
  const keyed = route.key === undefined ? {} : { key: route.key };
  const all: Route = { name: 'console', code: route.code, ...keyed };
  const open = (next: number): void => router.go({ ...all, world: next, eyes: 'blue' });
  const back = (): void => router.go(all);
  if (wanted !== 0) {
    return (
      <div class="desk">
        <DeskBar />
        <WorldScreen
          world={wanted}
          eyes={through}
          look={(next) => router.swap({ ...all, world: wanted, eyes: next })}
          back={back}
        />
      </div>
    );
  }
  return (
    <div class="desk">
      <DeskBar />
      <div class="desk-body">
        <main class="desk-main">
          {phase === 'lobby' && <LobbyBoard />}
          {phase === 'live' && <TeamGrid open={open} />}
          {phase === 'debrief' && <Results open={open} />}
        </main>
        <Aside live={phase === 'live'} lobby={phase === 'lobby'} />
      </div>
    </div>
  );
}

function Aside({ live, lobby }: { live: boolean; lobby: boolean }) {
  const { say } = useApp().words;
  return (
    <aside class="desk-side" aria-label={say('ui.console.title')}>
      {!lobby && <MomentsFeed />}
      {live && <InjectPanel />}
      <ClassPanel />
      <LessonPanel />
      <HistoryPanel />
    </aside>
  );
}

function Closed() {
  const { say } = useApp().words;
  const { retentionHours } = useDeskState().session;
  return (
    <main class="message">
      <h1>{say('ui.console.closedTitle')}</h1>
      <p>{say('ui.console.closedBody', { hours: retentionHours })}</p>
      <div class="message-ways">
        <Go to={{ name: 'host' }} class="button primary">
          {say('ui.console.openAnother')}
        </Go>
        <Go to={{ name: 'landing' }} class="button quiet">
          {say('ui.common.home')}
        </Go>
        <Erase />
      </div>
    </main>
  );
}
