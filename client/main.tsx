import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import './style/tokens.css';
import './style/base.css';
import './style/parts.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { first } from '../shared/text/first.ts';
import { Root } from './app.tsx';
import { type App, AppContext } from './app-context.ts';
import { createTabWatch, openTabChannel } from './net/tab-watch.ts';
import { catchFocus } from './parts/focus.ts';
import { SafetyNet } from './parts/safety-net.tsx';
import { createKeptMatches } from './solo/kept-matches.ts';
import { createKeySettings } from './state/page/key-settings.ts';
import { createLanguage } from './state/page/language.ts';
import { createLeaving, wouldLose } from './state/page/leaving.ts';
import { createRouter } from './state/page/router.ts';
import { createSessions } from './state/page/sessions.ts';
import { openShelf } from './storage.ts';

const shelf = openShelf(() => window.localStorage);
const tabShelf = openShelf(() => window.sessionStorage);

const after = (ms: number, run: () => void): void => void setTimeout(run, ms);

const router = createRouter(window);
const keptMatches = createKeptMatches(shelf);
const sessions = createSessions(
  {
    now: () => performance.now(),
    every: (ms, run) => {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
    after,
  },
  { tab: tabShelf, browser: shelf },
  createTabWatch(openTabChannel(), after),
  keptMatches,
);

const app: App = {
  router,
  words: createLanguage(
    first,
    () => import('../shared/text/catalogue.ts').then((module) => module.catalogue),
    shelf,
    navigator.languages,
  ),
  sessions,
  leaving: createLeaving(router, sessions.game),
  keys: createKeySettings(shelf),
  keptMatches,
  shelf,
  tabShelf,
  draw: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
};

addEventListener('beforeunload', (event) => {
  if (wouldLose(sessions.game.peek())) event.preventDefault();
});

// The page's own language tells screen readers how to speak, and browsers how to break lines.
effect(() => {
  document.documentElement.lang = app.words.language.value;
});

const place = document.getElementById('app');
if (place === null) throw new Error('the page has no place for the app');
place.replaceChildren();
catchFocus(place);
render(
  <AppContext value={app}>
    <SafetyNet>
      <Root />
    </SafetyNet>
  </AppContext>,
  place,
);
