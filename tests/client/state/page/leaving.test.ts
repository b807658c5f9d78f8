import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Game } from '../../../../client/state/match/game.ts';
import { createLeaving, wouldLose } from '../../../../client/state/page/leaving.ts';
import type { Route, Router } from '../../../../client/state/page/router.ts';
import { soloGame } from '../../support/solo-game.ts';

const SOLO: Route = { name: 'solo', scenario: 'first-shift', seed: 7 };

/** A page with this game on it, and what became of its going elsewhere. */
function openPage(game: Game | null) {
  const route = signal<Route>(SOLO);
  const router: Router = {
    route,
    guard: null,
    go: (to) => {
      const arrive = (): void => {
        route.value = to;
      };
      if (router.guard?.(to, arrive) !== true) arrive();
    },
    swap: () => {},
    address: () => '/',
    link: () => '/',
  };
  const game$ = signal(game);
  return { router, route, game: game$, leaving: createLeaving(router, game$) };
}

test('a running match is left only after a question; staying leaves everything as it is', () => {
  const { router, route, leaving } = openPage(soloGame({ ticks: 40 }).game);
  router.go({ name: 'landing' });
  expect(leaving.asked.value?.kind).toBe('away');
  leaving.stay();
  expect(leaving.asked.value).toBeNull();
  expect(route.value).toEqual(SOLO);
  router.go({ name: 'landing' });
  leaving.leave();
  expect(leaving.asked.value).toBeNull();
  expect(route.value).toEqual({ name: 'landing' });
});

test('nothing is asked where nothing runs: no game, and a match that is over', () => {
  for (const game of [null, soloGame({ ticks: 9, over: true }).game]) {
    const { router, route, leaving } = openPage(game);
    router.go({ name: 'landing' });
    expect(leaving.asked.value).toBeNull();
    expect(route.value).toEqual({ name: 'landing' });
  }
});

test('an edited fragment is no leaving', () => {
  const { router, leaving } = openPage(soloGame({ ticks: 40 }).game);
  router.go({ ...SOLO });
  expect(leaving.asked.value).toBeNull();
});

test('a seat of a class is given up only after a question, wherever one stands', () => {
  const { leaving } = openPage(null);
  let given = 0;
  const goOn = (): void => {
    given += 1;
  };
  leaving.ask({ kind: 'seat', goOn });
  expect(given).toBe(0);
  leaving.leave();
  expect(given).toBe(1);
});

test('the browser itself warns only where something would be lost', () => {
  expect(wouldLose(soloGame({ ticks: 40, safe: true }).game)).toBe(false);
  expect(wouldLose(soloGame({ ticks: 40, safe: false }).game)).toBe(true);
  expect(wouldLose(soloGame({ ticks: 9, over: true, safe: false }).game)).toBe(false);
  expect(wouldLose(null)).toBe(false);
});
