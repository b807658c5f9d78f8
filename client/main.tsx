import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import './style/tokens.css';
import './style/base.css';
import './style/parts.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { first } from '../shared/text/first.ts';
import { Root } from './app.tsx';
import { type App, AppContext } from './app-context.ts';
import { createTabWatch, openTabChannel } from './net/tab-watch.ts';
import { SafetyNet } from './parts/safety-net.tsx';
import { Translated } from './parts/translated.tsx';
import { keepOwnWords } from './parts/untranslated.ts';
import { createLanguage } from './state/page/language.ts';
import { createRouter } from './state/page/router.ts';
import { createSessions } from './state/page/sessions.ts';
import { openShelf } from './storage.ts';

const forgets = signal(false);
const forget = (): void => {
  forgets.value = true;
};
const shelf = openShelf(() => window.localStorage, forget);
const tabShelf = openShelf(() => window.sessionStorage, forget);

const after = (ms: number, run: () => void): void => void setTimeout(run, ms);
const waiting = { after, online: () => navigator.onLine };

const app: App = {
  router: createRouter(window, new URL('.', document.baseURI).pathname),
  words: createLanguage(
    first,
    () => import('../shared/text/catalogue.ts').then((module) => module.catalogue),
    shelf,
    navigator.languages,
  ),
  sessions: createSessions(
    {
      now: () => performance.now(),
      every: (ms, run) => {
        const timer = setInterval(run, ms);
        return () => clearInterval(timer);
      },
      ...waiting,
    },
    { tab: tabShelf, browser: shelf },
    createTabWatch(openTabChannel(), after),
  ),
  shelf,
  tabShelf,
  waiting,
  forgets,
  draw: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
};

// The page's own language tells screen readers how to speak, and browsers how to break lines.
effect(() => {
  document.documentElement.lang = app.words.language.value;
});

const place = document.getElementById('app');
if (place === null) throw new Error('the page has no place for the app');
place.replaceChildren();
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
