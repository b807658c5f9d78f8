import type { ReadonlySignal } from '@preact/signals';
import type { Texts } from '../shared/world/words.ts';
import type { App } from './app-context.ts';
import type { Waiting } from './net/patience.ts';
import type { TabWatch } from './net/tab-watch.ts';
import { createKeptMatches } from './solo/kept-matches.ts';
import type { GamePorts } from './state/match/game.ts';
import { createKeySettings } from './state/page/key-settings.ts';
import { createLanguage } from './state/page/language.ts';
import { createLeaving } from './state/page/leaving.ts';
import { createRouter, type RouterWindow } from './state/page/router.ts';
import { createSessions, type SessionShelves } from './state/page/sessions.ts';
import { createTheme, type Wish } from './state/page/theme.ts';

/** What a page is made of: all that comes from its browser. */
export interface AppPorts extends GamePorts, Waiting {
  readonly page: RouterWindow;
  /** The path that the game lies under, with a stroke at both ends; alone on its host `/`. */
  readonly base: string;
  readonly shelves: SessionShelves;
  readonly tabs: TabWatch;
  /** The browser's languages, the preferred first, and whether it asks for a light page. */
  readonly languages: readonly string[];
  readonly light: Wish;
  /** What can be said at once, and everything. */
  readonly first: Texts;
  readonly fetchAll: () => Promise<Texts>;
  /** Something that the shelves are given will be gone with the page. */
  readonly forgets: ReadonlySignal<boolean>;
  readonly draw: () => number;
}

/** Everything that one page shares. Nothing is shown yet. */
export function createApp(ports: AppPorts): App {
  const { shelves } = ports;
  const router = createRouter(ports.page, ports.base);
  const keptMatches = createKeptMatches(shelves.browser);
  const sessions = createSessions(ports, shelves, ports.tabs, keptMatches);
  return {
    router,
    words: createLanguage(ports.first, ports.fetchAll, shelves.browser, ports.languages),
    theme: createTheme(shelves.browser, ports.light),
    sessions,
    leaving: createLeaving(router, sessions.game),
    keys: createKeySettings(shelves.browser),
    keptMatches,
    shelf: shelves.browser,
    tabShelf: shelves.tab,
    timers: ports,
    waiting: ports,
    forgets: ports.forgets,
    draw: ports.draw,
  };
}
