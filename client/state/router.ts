import { type ReadonlySignal, signal } from '@preact/signals';
import { CODE_ALPHABET, CODE_LENGTH } from '../../shared/protocol/limits.ts';
import { readScenario, type ScenarioId } from './scenario.ts';

/** Every address of the game. */
export type Route =
  | { readonly name: 'landing' }
  | { readonly name: 'join'; readonly code: string }
  /** Without a scenario the first one is played. */
  | { readonly name: 'solo'; readonly scenario?: ScenarioId }
  | { readonly name: 'host' }
  /** Lobby, match and debrief of one session: its phase decides which. */
  | { readonly name: 'session'; readonly code: string }
  | { readonly name: 'nowhere' };

/** A code as people type it (small letters, spaces, hyphens), as it is kept; `null` if it is none. */
export function readCode(text: string): string | null {
  const code = text.toUpperCase().replaceAll(/[\s-]/g, '');
  const fits = code.length === CODE_LENGTH && [...code].every((c) => CODE_ALPHABET.includes(c));
  return fits ? code : null;
}

export function parseRoute(path: string): Route {
  const parts = path.split('/').filter((part) => part !== '');
  const [first, second] = parts;
  if (first === undefined) return { name: 'landing' };
  if (first === 'solo' && parts.length <= 2) {
    const scenario = readScenario(second);
    if (second === undefined) return { name: 'solo' };
    return scenario === null ? { name: 'nowhere' } : { name: 'solo', scenario };
  }
  if (first === 'host' && parts.length === 1) return { name: 'host' };
  const code = second === undefined ? null : readCode(second);
  if (first === 'j' && code !== null && parts.length === 2) return { name: 'join', code };
  // `/s/…/debrief` is a link people share afterwards; the phase of the session leads there.
  if (first === 's' && code !== null && (parts.length === 2 || parts[2] === 'debrief')) {
    return { name: 'session', code };
  }
  return { name: 'nowhere' };
}

export function pathOf(route: Route): string {
  switch (route.name) {
    case 'landing':
    case 'nowhere':
      return '/';
    case 'join':
      return `/j/${route.code}`;
    case 'solo':
      return route.scenario === undefined ? '/solo' : `/solo/${route.scenario}`;
    case 'host':
      return '/host';
    case 'session':
      return `/s/${route.code}`;
  }
}

export interface Router {
  readonly route: ReadonlySignal<Route>;
  /** Goes on: the browser's back button returns. */
  go(route: Route): void;
  /** Takes the place of the present address. */
  swap(route: Route): void;
}

/** What of the window a router needs. */
export interface RouterWindow {
  readonly location: { readonly pathname: string; readonly search: string };
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  addEventListener(type: 'popstate', listener: () => void): void;
}

export function createRouter(page: RouterWindow): Router {
  const route = signal(parseRoute(page.location.pathname));
  page.addEventListener('popstate', () => {
    route.value = parseRoute(page.location.pathname);
  });
  // The query holds switches of the whole page (`?renderer=canvas`), so it comes along.
  const address = (to: Route): string => `${pathOf(to)}${page.location.search}`;
  return {
    route,
    go: (to) => {
      page.history.pushState(null, '', address(to));
      route.value = to;
    },
    swap: (to) => {
      page.history.replaceState(null, '', address(to));
      route.value = to;
    },
  };
}
