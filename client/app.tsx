import { useEffect } from 'preact/hooks';
import { useApp } from './app-context.ts';
import { LeaveQuestion } from './parts/leave-question.tsx';
import { lazyScreen } from './parts/page/lazy-screen.tsx';
import { usePageTitle } from './parts/page/page-title.ts';
import { Landing } from './screens/landing/landing.tsx';
import { Nowhere } from './screens/nowhere.tsx';
import { DEFAULT_SCENARIO } from './state/page/scenario.ts';

const Lecture = lazyScreen(() => import('./screens/lecture/lecture.tsx').then((m) => m.Lecture));
const Join = lazyScreen(() => import('./screens/enter/join.tsx').then((m) => m.Join));
const Host = lazyScreen(() => import('./screens/host/host.tsx').then((m) => m.Host));
const Console = lazyScreen(() => import('./screens/console/console.tsx').then((m) => m.Console));
const Projector = lazyScreen(() =>
  import('./screens/projector/projector.tsx').then((m) => m.Projector),
);
const Solo = lazyScreen(() => import('./screens/solo.tsx').then((m) => m.Solo));
const Session = lazyScreen(() => import('./screens/session.tsx').then((m) => m.Session));

/** The screen that belongs to the address, and the question whether to leave it. */
export function Root() {
  usePageTitle();
  return (
    <>
      <Screen />
      <LeaveQuestion />
    </>
  );
}

function Screen() {
  const { router, sessions } = useApp();
  const route = router.route.value;
  const playing = route.name === 'solo' || route.name === 'session';
  // A game goes on only under its own address: the back button leaves the table, not the seat.
  useEffect(() => {
    if (!playing) sessions.putAway();
  }, [playing, sessions]);

  switch (route.name) {
    case 'landing':
      return <Landing />;
    case 'join':
      return <Join key={route.code} code={route.code} />;
    case 'host':
      return <Host />;
    case 'lecture':
      return <Lecture />;
    case 'console':
      return <Console key={route.code} route={route} />;
    case 'projector':
      return <Projector key={route.code} code={route.code} given={route.key} />;
    case 'solo':
      return <Solo scenario={route.scenario ?? DEFAULT_SCENARIO} seed={route.seed} />;
    case 'session':
      return <Session key={route.code} code={route.code} />;
    case 'nowhere':
      return <Nowhere />;
  }
}
