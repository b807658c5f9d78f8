import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import './style/tokens.css';
import './style/base.css';
import './style/parts.css';
import './style/legend.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { first } from '../shared/text/first.ts';
import { Root } from './app.tsx';
import { AppContext } from './app-context.ts';
import { createApp } from './create-app.ts';
import { createTabWatch, openTabChannel } from './net/tab-watch.ts';
import { catchFocus } from './parts/focus.ts';
import { SafetyNet } from './parts/page/safety-net.tsx';
import { Translated } from './parts/page/translated.tsx';
import { keepOwnWords } from './parts/page/untranslated.ts';
import { wouldLose } from './state/page/leaving.ts';
import { openShelf } from './storage.ts';

const forgets = signal(false);
const forget = (): void => {
  forgets.value = true;
};

const after = (ms: number, run: () => void): void => void setTimeout(run, ms);

const app = createApp({
  page: window,
  base: new URL('.', document.baseURI).pathname,
  shelves: {
    tab: openShelf(() => window.sessionStorage, forget),
    browser: openShelf(() => window.localStorage, forget),
  },
  tabs: createTabWatch(openTabChannel(), after),
  languages: navigator.languages,
  light: matchMedia('(prefers-color-scheme: light)'),
  first,
  fetchAll: () => import('../shared/text/catalogue.ts').then((module) => module.catalogue),
  now: () => performance.now(),
  every: (ms, run) => {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
  after,
  online: () => navigator.onLine,
  forgets,
  draw: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
});

addEventListener('beforeunload', (event) => {
  if (wouldLose(app.sessions.game.peek())) event.preventDefault();
});

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
catchFocus(place);
const translated = signal(false);
keepOwnWords(place, () => {
  translated.value = true;
});
render(
  <AppContext value={app}>
    <SafetyNet>
      <Root />
      <Translated is={translated} />
    </SafetyNet>
  </AppContext>,
  place,
);
