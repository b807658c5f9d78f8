import { describe, expect, test } from 'vitest';
import {
  addressOf,
  createRouter,
  parseRoute,
  type Route,
  type RouterWindow,
  readKey,
} from '../../../../client/state/page/router.ts';
import { readCode } from '../../../../shared/protocol/code.ts';

/** A window with a real list of addresses behind it, as a browser keeps one. */
function openWindow(path: string): RouterWindow & { back(): void; readonly path: string } {
  const entry = (url: string) => {
    const { origin, pathname, search, hash } = new URL(url, 'http://here');
    return { origin, pathname, search, hash };
  };
  const entries = [entry(path)];
  const listeners: (() => void)[] = [];
  const go = (url: string | URL | null | undefined, replace: boolean): void => {
    if (replace) entries.pop();
    entries.push(entry(String(url)));
  };
  const last = () => entries.at(-1) ?? entry('/');
  const back = (): void => {
    entries.pop();
    for (const listener of listeners) listener();
  };
  return {
    get location() {
      return last();
    },
    get path() {
      return `${last().pathname}${last().search}${last().hash}`;
    },
    history: {
      back,
      pushState: (_data, _title, url) => go(url, false),
      replaceState: (_data, _title, url) => go(url, true),
    },
    addEventListener: (_type, listener) => void listeners.push(listener),
    back,
  };
}

const KEY = 'abcdefghijklmnopqrstuv-_0123';

describe('addresses', () => {
  const routes: readonly Route[] = [
    { name: 'landing' },
    { name: 'join', code: 'K73QMA' },
    { name: 'solo' },
    { name: 'solo', scenario: 'three-tenants' },
    { name: 'solo', scenario: 'first-shift', seed: 4711 },
    { name: 'solo', seed: 1 },
    { name: 'host' },
    { name: 'lecture' },
    { name: 'session', code: 'K73QMA' },
    { name: 'join', code: 'K73QMA', ticket: 'a1-B2_c3' },
    { name: 'console', code: 'K73QMA' },
    { name: 'console', code: 'K73QMA', key: KEY },
    { name: 'console', code: 'K73QMA', key: KEY, world: 2, eyes: 'blue' },
    { name: 'console', code: 'K73QMA', world: 12, eyes: 'red' },
    { name: 'projector', code: 'K73QMA', key: KEY },
  ];
  test.each(routes)('$name leads there and back', (route) => {
    const { pathname, search, hash } = new URL(addressOf(route, ''), 'http://here');
    expect(parseRoute(pathname, search, hash)).toEqual(route);
  });

  test('a key is in the fragment alone: what a server is asked for has none', () => {
    const { pathname, search } = new URL(
      addressOf({ name: 'console', code: 'K73QMA', key: KEY }, '?renderer=canvas'),
      'http://here',
    );
    expect(`${pathname}${search}`).toBe('/host/K73QMA?renderer=canvas');
  });

  test('a fragment or a ticket that cannot be one is left out', () => {
    expect(parseRoute('/host/K73QMA', '', '#short')).toEqual({ name: 'console', code: 'K73QMA' });
    expect(parseRoute('/j/K73QMA', '?t=a%20b')).toEqual({ name: 'join', code: 'K73QMA' });
    expect(parseRoute('/j/K73QMA', `?t=${'x'.repeat(33)}`)).toEqual({
      name: 'join',
      code: 'K73QMA',
    });
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
    '/host/K73QM0',
    '/host/K73QMA/more',
    '/host/K73QMA/world',
    '/host/K73QMA/world/0',
    '/host/K73QMA/world/13',
    '/host/K73QMA/world/1/green',
    '/host/K73QMA/world/1/red/more',
    '/projector',
    '/projector/K73QMA/more',
  ])('%s is nowhere', (path) => expect(parseRoute(path)).toEqual({ name: 'nowhere' }));
});

test('a code in an address is read as one that is typed, and a broken address harms nothing', () => {
  expect(parseRoute(`/j/${encodeURIComponent('ㅏ73-ㅂㅡㅁ')}`)).toEqual({
    name: 'join',
    code: 'K73QMA',
  });
  expect(parseRoute('/j/%E0%A4%A')).toEqual({ name: 'nowhere' });
});

describe('below a path of its own', () => {
  const BASE = '/games/hyperward/';

  test('an address is read and written with it, and a link leads back', () => {
    const page = openWindow(`${BASE}j/K73QMA?t=a1b2`);
    const router = createRouter(page, BASE);
    expect(router.route.value).toEqual({ name: 'join', code: 'K73QMA', ticket: 'a1b2' });
    router.go({ name: 'landing' });
    expect(page.path).toBe(BASE);
    expect(router.address({ name: 'host' })).toBe(`${BASE}host`);
    const link = router.link({ name: 'join', code: 'K73QMA' });
    expect(link).toBe(`http://here${BASE}j/K73QMA`);
    expect(readCode(link)).toBe('K73QMA');
  });

  test('without its last stroke it is the first page', () => {
    const router = createRouter(openWindow('/games/hyperward'), BASE);
    expect(router.route.value).toEqual({ name: 'landing' });
  });

  test('a link can name another host, and leaves the switches of this page out', () => {
    const router = createRouter(openWindow(`${BASE}?renderer=canvas`), BASE);
    expect(
      router.link({ name: 'join', code: 'K73QMA', ticket: 'a1' }, 'http://10.0.0.7:8080'),
    ).toBe(`http://10.0.0.7:8080${BASE}j/K73QMA?t=a1`);
  });
});

test('going on is undone by the back button, and switches in the query come along', () => {
  const page = openWindow('/?renderer=canvas');
  const router = createRouter(page, '/');
  router.go({ name: 'solo' });
  expect(page.path).toBe('/solo?renderer=canvas');
  page.back();
  expect(router.route.value).toEqual({ name: 'landing' });
});

test('an address that is swapped is not gone back to', () => {
  const page = openWindow('/');
  const router = createRouter(page, '/');
  router.go({ name: 'join', code: 'K73QMA' });
  router.swap({ name: 'session', code: 'K73QMA' });
  page.back();
  expect(router.route.value).toEqual({ name: 'landing' });
});

test('a key may be pasted alone or with the address around it', () => {
  expect(readKey(` ${KEY} `)).toBe(KEY);
  expect(readKey(`http://here/host/K73QMA#${KEY}`)).toBe(KEY);
  expect(readKey('http://here/host/K73QMA')).toBeNull();
});

test('the ticket of a projected code does not come along once one is in', () => {
  const page = openWindow('/j/K73QMA?renderer=canvas&t=a1b2');
  const router = createRouter(page, '/');
  expect(router.route.value).toEqual({ name: 'join', code: 'K73QMA', ticket: 'a1b2' });
  router.swap({ name: 'session', code: 'K73QMA' });
  expect(page.path).toBe('/s/K73QMA?renderer=canvas');
});

test('an opened desk has its key in the address, and going back from it leads to where it was opened', () => {
  const page = openWindow('/host');
  const router = createRouter(page, '/');
  router.go({ name: 'console', code: 'K73QMA', key: KEY });
  expect(page.path).toBe(`/host/K73QMA#${KEY}`);
  page.back();
  expect(router.route.value).toEqual({ name: 'host' });
});

test('the seed of a match is in its address, and does not come along to another page', () => {
  const page = openWindow('/solo/first-shift?seed=4711&renderer=canvas');
  const router = createRouter(page, '/');
  expect(router.route.value).toEqual({ name: 'solo', scenario: 'first-shift', seed: 4711 });
  router.go({ name: 'landing' });
  expect(page.path).toBe('/?renderer=canvas');
  for (const unfit of ['0', '-3', '1.5', 'x', '', '99999999999']) {
    expect(parseRoute('/solo', `?seed=${unfit}`)).toEqual({ name: 'solo' });
  }
});

test.each(['by a link', 'by the back button'] as const)(
  'what is guarded is left %s only when that was meant',
  (way) => {
    const page = openWindow('/');
    const router = createRouter(page, '/');
    const solo: Route = { name: 'solo', scenario: 'first-shift', seed: 7 };
    router.go(solo);
    let goOn: (() => void) | null = null;
    const leave = (): void => {
      if (way === 'by a link') router.go({ name: 'landing' });
      else page.back();
    };
    router.guard = (to, after) => {
      expect(to).toEqual({ name: 'landing' });
      goOn = after;
      return true;
    };
    for (let times = 0; times < 3; times += 1) {
      leave();
      expect(router.route.value).toEqual(solo);
      expect(page.path).toBe('/solo/first-shift?seed=7');
    }
    (goOn as (() => void) | null)?.();
    expect(router.route.value).toEqual({ name: 'landing' });
    expect(page.path).toBe('/');
    // Having been meant once, it is asked the next time all the same.
    router.guard = null;
    router.go(solo);
    router.guard = () => true;
    leave();
    expect(router.route.value).toEqual(solo);
  },
);
