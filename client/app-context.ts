import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Waiting } from './net/patience.ts';
import type { KeptMatches } from './solo/kept-matches.ts';
import type { GamePorts } from './state/match/game.ts';
import type { KeySettings } from './state/page/key-settings.ts';
import type { LanguageState } from './state/page/language.ts';
import type { Leaving } from './state/page/leaving.ts';
import type { Router } from './state/page/router.ts';
import type { Sessions } from './state/page/sessions.ts';
import type { ThemeState } from './state/page/theme.ts';
import type { Shelf } from './storage.ts';

/** What the whole page shares. Made once in `create-app.ts`. */
export interface App {
  readonly router: Router;
  readonly words: LanguageState;
  readonly theme: ThemeState;
  readonly sessions: Sessions;
  readonly leaving: Leaving;
  readonly keys: KeySettings;
  /** Matches alone that can be gone on with. */
  readonly keptMatches: KeptMatches;
  /** Kept in this browser. */
  readonly shelf: Shelf;
  /** Kept in this tab. */
  readonly tabShelf: Shelf;
  /** How time goes by here. */
  readonly timers: GamePorts;
  /** What waiting for a server depends on. */
  readonly waiting: Waiting;
  /** Something that is kept in this browser or tab will be gone with the page. */
  readonly forgets: ReadonlySignal<boolean>;
  /** A whole number to choose by: nicknames and seeds. */
  readonly draw: () => number;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('outside the app');
  return app;
}
