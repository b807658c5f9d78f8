import { describe, expect, test } from 'vitest';
import {
  createRouter,
  parseRoute,
  pathOf,
  type Route,
  type RouterWindow,
  readCode,
} from '../../client/state/router.ts';

/** A window with a real list of addresses behind it, as a browser keeps one. */
function openWindow(path: string): RouterWindow & { back(): void; readonly path: string } {
  const [pathname = '/', query = ''] = path.split('?');
  const entries = [{ pathname, search: query === '' ? '' : `?${query}` }];
  const listeners: (() => void)[] = [];
  const go = (url: string | URL | null | undefined, replace: boolean): void => {
    const [to = '/', search = ''] = String(url).split('?');
    if (replace) entries.pop();
    entries.push({ pathname: to, search: search === '' ? '' : `?${search}` });
  };
  const last = () => entries.at(-1) ?? { pathname: '/', search: '' };
  return {
    get location() {
      return last();
    },
    get path() {
      return `${last().pathname}${last().search}`;
    },
    history: {
      pushState: (_data, _title, url) => go(url, false),
      replaceState: (_data, _title, url) => go(url, true),
    },
    addEventListener: (_type, listener) => void listeners.push(listener),
    back: () => {
      entries.pop();
      for (const listener of listeners) listener();
    },
  };
}

describe('addresses', () => {
  const routes: readonly Route[] = [
    { name: 'landing' },
    { name: 'join', code: 'K73QMA' },
    { name: 'solo' },
    { name: 'solo', scenario: 'three-tenants' },
    { name: 'host' },
    { name: 'session', code: 'K73QMA' },
  ];
  test.each(routes)('$name leads there and back', (route) => {
    expect(parseRoute(pathOf(route))).toEqual(route);
  });

  test('a debrief is shared by its own address', () => {
    expect(parseRoute('/s/K73QMA/debrief')).toEqual({ name: 'session', code: 'K73QMA' });
  });

  test.each([
    '/x',
    '/j',
    '/j/short',
    '/j/K73QM0',
    '/solo/more',
    '/solo/first-shift/more',
    '/s/K73QMA/other',
  ])('%s is nowhere', (path) => expect(parseRoute(path)).toEqual({ name: 'nowhere' }));
});

test('a code may be typed small, with spaces or hyphens; letters that mislead are none', () => {
  expect(readCode(' k73-qm a ')).toBe('K73QMA');
  expect(readCode('K73QMO')).toBeNull();
  expect(readCode('K73QM')).toBeNull();
});

test('going on is undone by the back button, and switches in the query come along', () => {
  const page = openWindow('/?renderer=canvas');
  const router = createRouter(page);
  router.go({ name: 'solo' });
  expect(page.path).toBe('/solo?renderer=canvas');
  page.back();
  expect(router.route.value).toEqual({ name: 'landing' });
});

test('an address that is swapped is not gone back to', () => {
  const page = openWindow('/');
  const router = createRouter(page);
  router.go({ name: 'join', code: 'K73QMA' });
  router.swap({ name: 'session', code: 'K73QMA' });
  page.back();
  expect(router.route.value).toEqual({ name: 'landing' });
});
