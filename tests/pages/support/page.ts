import { signal } from '@preact/signals';
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished } from 'vitest';
import { Root } from '../../../client/app.tsx';
import { type App, AppContext } from '../../../client/app-context.ts';
import { createApp } from '../../../client/create-app.ts';
import { createTabWatch } from '../../../client/net/tab-watch.ts';
import { forgetfulShelf } from '../../../client/storage.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import type { Language } from '../../../shared/world/words.ts';
import type { HandTimer } from '../../client/support/hand-timer.ts';
// What pages fetch when it is first shown is here from the start: the tests' time is theirs.
import '../../../client/screens/console/console.tsx';
import '../../../client/screens/debrief/debrief.tsx';
import '../../../client/screens/enter/join.tsx';
import '../../../client/screens/match/match.tsx';
import '../../../client/screens/projector/projector.tsx';
import '../../../client/screens/red/red-page.tsx';
import '../../../client/screens/session.tsx';

/** The whole client from its root, as a browser has it, in a part of the document of its own. */
export interface Page {
  readonly app: App;
  readonly place: HTMLElement;
  /** Lets what has come in be shown. */
  settle(): Promise<void>;
  /** Speaks that language, and has rendered everything in it. */
  speak(language: Language): Promise<void>;
  /** Does something as a person would, and has rendered what follows. */
  do(act: () => void): Promise<void>;
}

/**
 * Opens an address in a page that remembers nothing. It leaves with the test.
 * @param address the path, and a key after `#`
 * @param drawn what it draws for nicknames and seeds
 * @param timer by which time passes on it
 */
export async function openPage(address: string, drawn: number, timer: HandTimer): Promise<Page> {
  const [pathname = '/', key] = address.split('#');
  const app = createApp({
    page: {
      location: {
        origin: location.origin,
        pathname,
        search: '',
        hash: key === undefined ? '' : `#${key}`,
      },
      history: { pushState: () => {}, replaceState: () => {}, back: () => {} },
      addEventListener: () => {},
    },
    base: '/',
    shelves: { tab: forgetfulShelf(), browser: forgetfulShelf() },
    tabs: createTabWatch(null, timer.after),
    languages: ['ko'],
    light: matchMedia('(prefers-color-scheme: light)'),
    first: catalogue,
    fetchAll: () => Promise.resolve(catalogue),
    now: timer.now,
    every: timer.every,
    after: timer.after,
    online: timer.online,
    forgets: signal(true),
    draw: () => drawn,
  });
  const place = document.createElement('div');
  document.body.append(place);
  onTestFinished(() => {
    render(null, place);
    app.sessions.putAway();
    place.remove();
  });
  await act(() => render(h(AppContext, { value: app, children: h(Root, {}) }), place));
  const settle = (): Promise<void> =>
    act(() => new Promise<void>((resolve) => void setImmediate(resolve)));
  return {
    app,
    place,
    settle,
    speak: async (language) => {
      await act(() => app.words.choose(language));
      await settle();
    },
    do: async (perform) => {
      await act(perform);
      await settle();
    },
  };
}
