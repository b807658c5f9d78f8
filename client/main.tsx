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
import { SafetyNet } from './parts/safety-net.tsx';
import { createLanguage } from './state/page/language.ts';
import { createRouter } from './state/page/router.ts';
import { createSessions } from './state/page/sessions.ts';
import { createTheme } from './state/page/theme.ts';
import { openShelf } from './storage.ts';

const shelf = openShelf(() => window.localStorage);
const tabShelf = openShelf(() => window.sessionStorage);

const after = (ms: number, run: () => void): void => void setTimeout(run, ms);

const app: App = {
  router: createRouter(window, new URL('.', document.baseURI).pathname),
  words: createLanguage(
    first,
    () => import('../shared/text/catalogue.ts').then((module) => module.catalogue),
    shelf,
    navigator.languages,
  ),
  theme: createTheme(shelf, matchMedia('(prefers-color-scheme: light)')),
  sessions: createSessions(
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
  ),
  shelf,
  tabShelf,
  draw: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
};

// The page's own language tells screen readers how to speak, and browsers how to break lines.
effect(() => {
  document.documentElement.lang = app.words.language.value;
});
// And its theme how to colour it, down to the browser's own edge around it.
effect(() => {
  const page = document.documentElement;
  page.dataset.theme = app.theme.theme.value;
  const edge = document.querySelector<HTMLMetaElement>('meta[name="theme-color"]');
  if (edge !== null) edge.content = getComputedStyle(page).backgroundColor;
});

const place = document.getElementById('app');
if (place === null) throw new Error('the page has no place for the app');
place.replaceChildren();
render(
  <AppContext value={app}>
    <SafetyNet>
      <Root />
    </SafetyNet>
  </AppContext>,
  place,
);
