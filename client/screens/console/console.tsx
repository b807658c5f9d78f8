import '../../style/console.css';
import './board.css';
import './dialog.css';
import './side/side.css';
import { useEffect } from 'preact/hooks';
import type { Side } from '../../../shared/world/people/seat.ts';
import { useApp } from '../../app-context.ts';
import type { Route } from '../../state/page/router.ts';
import { CloseClass, Closed, Deleted } from './closing.tsx';
import { DeskBar } from './desk-bar.tsx';
import { useDesk, useDeskState } from './desk-context.ts';
import { DeskGate } from './desk-gate.tsx';
import { LessonBegin, LessonStrip } from './lesson.tsx';
import { LobbyBoard } from './lobby/lobby-board.tsx';
import { Results } from './results.tsx';
import { ClassPanel } from './side/class-panel.tsx';
import { HistoryPanel } from './side/history-panel.tsx';
import { InjectPanel } from './side/inject-panel.tsx';
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
  const { session, worlds } = useDeskState();
  const { phase } = session;
  const { world = 0, eyes = 'blue' } = route;
  const over = phase === 'debrief' || phase === 'closed';
  const watchable = phase === 'live' || over;
  const wanted = watchable && session.teams.some((team) => team.world === world) ? world : 0;
  // A report is about the whole world: there are no eyes to choose between.
  const through: Side = over ? 'blue' : eyes;

  useEffect(() => {
    if (wanted === 0) desk.unwatch();
    else desk.watch(wanted, through);
  }, [desk, wanted, through]);

  if (phase === 'closed' && session.retentionHours === 0) return <Deleted />;
  const keyed = route.key === undefined ? {} : { key: route.key };
  const all: Route = { name: 'console', code: route.code, ...keyed };
  const open = (next: number): void => router.go({ ...all, world: next, eyes: 'blue' });
  const back = (): void => router.go(all);
  if (wanted !== 0) {
    return (
      <div class="desk">
        <DeskBar world={wanted} />
        <LessonStrip />
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
      {phase !== 'closed' && <LessonStrip />}
      <div class="desk-body">
        <main class="desk-main">
          {phase === 'lobby' && <LobbyBoard />}
          {phase === 'live' && <TeamGrid open={open} />}
          {phase === 'closed' && <Closed />}
          {over && worlds.length > 0 && <Results open={open} />}
        </main>
        <Aside />
      </div>
    </div>
  );
}

function Aside() {
  const { say } = useApp().words;
  const { phase } = useDeskState().session;
  const open = phase !== 'closed';
  return (
    <aside class="desk-side" aria-label={say('ui.console.title')}>
      {phase !== 'lobby' && <MomentsFeed />}
      {phase === 'live' && <InjectPanel />}
      {open && <ClassPanel />}
      {open && <LessonBegin />}
      <HistoryPanel />
      {open && phase !== 'live' && <CloseClass />}
    </aside>
  );
}
