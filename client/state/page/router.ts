import { type ReadonlySignal, signal } from '@preact/signals';
import { readCode } from '../../../shared/protocol/code.ts';
import { TEAMS_PER_SESSION } from '../../../shared/protocol/limits.ts';
import type { Side } from '../../../shared/world/people/seat.ts';
import { readScenario } from './scenario.ts';

/** Every address of the game. */
export type Route =
  | { readonly name: 'landing' }
  /** The ticket is what a projected QR code carries for a short while. */
  | { readonly name: 'join'; readonly code: string; readonly ticket?: string }
  /** Without a scenario the first one is played, without a seed a new match of it. */
  | { readonly name: 'solo'; readonly scenario?: string; readonly seed?: number }
  | { readonly name: 'host' }
  /** The lecture, section by section, and where each is played. */
  | { readonly name: 'lecture' }
  /**
   * The instructor's desk and the projected page. The key stands in the fragment of the address, which
   * browsers never send to a server; without it, this browser may still remember it.
   */
  | {
      readonly name: 'console';
      readonly code: string;
      readonly key?: string;
      /** The world that is looked into, and whether with the attackers' eyes. */
      readonly world?: number;
      readonly eyes?: Side;
    }
  | { readonly name: 'projector'; readonly code: string; readonly key?: string }
  /** Lobby, match and debrief of one session: its phase decides which. */
  | { readonly name: 'session'; readonly code: string }
  | { readonly name: 'nowhere' };

/** A key to a desk, as it comes out of an address or is pasted; `null` if it is none. */
export function readKey(text: string): string | null {
  const key = text.trim().replace(/^.*#/, '');
  return /^[A-Za-z0-9_-]{22,64}$/.test(key) ? key : null;
}

const TICKET = 't';
const SEED = 'seed';

/** A seed as it is typed or stands in an address; `null` if it is none. */
export function readSeed(text: string | null): number | null {
  const digits = text?.trim() ?? '';
  const seed = Number(digits);
  return /^\d{1,10}$/.test(digits) && seed > 0 ? seed : null;
}

/** @param search with its `?`, @param fragment with its `#`, as the browser keeps them. */
export function parseRoute(path: string, search = '', fragment = ''): Route {
  const parts = path.split('/').filter((part) => part !== '');
  const [first, second] = parts;
  if (first === undefined) return { name: 'landing' };
  if (first === 'solo' && parts.length <= 2) {
    const scenario = readScenario(second);
    const seed = readSeed(new URLSearchParams(search).get(SEED));
    const chosen = seed === null ? {} : { seed };
    if (second === undefined) return { name: 'solo', ...chosen };
    return scenario === null ? { name: 'nowhere' } : { name: 'solo', scenario, ...chosen };
  }
  if (first === 'host' && parts.length === 1) return { name: 'host' };
  if (first === 'lecture' && parts.length === 1) return { name: 'lecture' };
  const code = second === undefined ? null : readCode(decoded(second));
  const key = readKey(fragment);
  const keyed = code === null ? null : key === null ? { code } : { code, key };
  if (first === 'host' && keyed !== null) {
    const watch = readWatch(parts.slice(2));
    return watch === null ? { name: 'nowhere' } : { name: 'console', ...keyed, ...watch };
  }
  if (code !== null && keyed !== null && parts.length === 2) {
    if (first === 'projector') return { name: 'projector', ...keyed };
    if (first === 'j') {
      const ticket = new URLSearchParams(search).get(TICKET) ?? '';
      const known = /^[\w-]{1,32}$/.test(ticket);
      return known ? { name: 'join', code, ticket } : { name: 'join', code };
    }
  }
  // `/s/…/debrief` is a link people share afterwards; the phase of the session leads there.
  if (first === 's' && code !== null && (parts.length === 2 || parts[2] === 'debrief')) {
    return { name: 'session', code };
  }
  return { name: 'nowhere' };
}

/** A part of a path as it was typed; browsers write all but ASCII otherwise. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** `world/2`, and `world/2/red` for the attackers' eyes; nothing at all is all worlds. */
function readWatch(parts: readonly string[]): { world?: number; eyes?: Side } | null {
  if (parts.length === 0) return {};
  const [word, number = '', eyes = 'blue', ...more] = parts;
  const world = Number(number);
  const fits = /^\d+$/.test(number) && world >= 1 && world <= TEAMS_PER_SESSION;
  if (word !== 'world' || !fits || more.length > 0) return null;
  return eyes === 'blue' || eyes === 'red' ? { world, eyes } : null;
}

/** The path of an address, without its query and its fragment. */
function pathOf(route: Route): string {
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
    case 'lecture':
      return '/lecture';
    case 'console':
      return `/host/${route.code}${watchPath(route.world, route.eyes)}`;
    case 'projector':
      return `/projector/${route.code}`;
    case 'session':
      return `/s/${route.code}`;
  }
}

function watchPath(world: number | undefined, eyes: Side | undefined): string {
  return world === undefined ? '' : `/world/${world}${eyes === 'red' ? '/red' : ''}`;
}

/**
 * The whole address but its origin and what the game lies under. The present query holds switches of
 * the whole page (`?renderer=canvas`), so it comes along; a ticket is for joining alone, a seed for one
 * match.
 */
export function addressOf(route: Route, search: string): string {
  const query = new URLSearchParams(search);
  query.delete(TICKET);
  query.delete(SEED);
  if (route.name === 'join' && route.ticket !== undefined) query.set(TICKET, route.ticket);
  if (route.name === 'solo' && route.seed !== undefined) query.set(SEED, String(route.seed));
  const asked = query.toString();
  const key = route.name === 'console' || route.name === 'projector' ? (route.key ?? '') : '';
  return `${pathOf(route)}${asked === '' ? '' : `?${asked}`}${key === '' ? '' : `#${key}`}`;
}

export interface Router {
  readonly route: ReadonlySignal<Route>;
  /** Goes on: the browser's back button returns. */
  go(route: Route): void;
  /** Takes the place of the present address. */
  swap(route: Route): void;
  /** What leads there from this page: all of the address but its origin. */
  address(route: Route): string;
  /** What leads there from anywhere, at this origin or at another one of the same server. */
  link(route: Route, origin?: string): string;
  /**
   * Asked before the page goes elsewhere, by a link or by the browser's own buttons: `true` keeps it
   * here, and what was given goes there after all.
   */
  guard: ((to: Route, goOn: () => void) => boolean) | null;
}

/** What of the window a router needs. */
export interface RouterWindow {
  readonly location: {
    readonly origin: string;
    readonly pathname: string;
    readonly search: string;
    readonly hash: string;
  };
  readonly history: Pick<History, 'pushState' | 'replaceState' | 'back'>;
  addEventListener(type: 'popstate', listener: () => void): void;
}

/** @param base the path that the game lies under, with a stroke at both ends; alone on its host `/` */
export function createRouter(page: RouterWindow, base: string): Router {
  const read = (): Route => {
    const { pathname, search, hash } = page.location;
    const path = `${pathname}/`.startsWith(base) ? pathname.slice(base.length) : pathname;
    return parseRoute(path, search, hash);
  };
  const route = signal(read());
  const below = (path: string): string => `${base}${path.slice(1)}`;
  const address = (to: Route): string => below(addressOf(to, page.location.search));
  /** The address that the page is at, its query included: for coming back to it. */
  let here = address(route.peek());
  /** The next step of the browser has been agreed to. */
  let agreed = false;
  const arrive = (to: Route): void => {
    here = address(to);
    route.value = to;
  };
  // An edited fragment is told in the same way as the back button.
  page.addEventListener('popstate', () => {
    const to = read();
    const goOn = (): void => {
      agreed = true;
      page.history.back();
    };
    const stays = !agreed && router.guard?.(to, goOn) === true;
    agreed = false;
    // The browser has gone there already: one step more makes it stand where it stood.
    if (stays) page.history.pushState(null, '', here);
    else arrive(to);
  });
  const go = (to: Route): void => {
    page.history.pushState(null, '', address(to));
    arrive(to);
  };
  const router: Router = {
    route,
    guard: null,
    go: (to) => {
      if (router.guard?.(to, () => go(to)) !== true) go(to);
    },
    swap: (to) => {
      page.history.replaceState(null, '', address(to));
      arrive(to);
    },
    address,
    link: (to, origin = page.location.origin) => `${origin}${below(addressOf(to, ''))}`,
  };
  return router;
}
