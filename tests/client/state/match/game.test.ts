import { expect, test } from 'vitest';
import { sessionWith } from '../../support/class-fixture.ts';
import { soloGame } from '../../support/solo-game.ts';

test('the first frame is a whole view, and each beat brings it further', () => {
  const { game, beat } = soloGame();
  expect(game.view.value?.tables.hosts.filter((row) => row !== null)).toHaveLength(2);
  for (let i = 0; i < 40; i += 1) beat();
  expect(game.match.value?.phase).toBe('prepare');
  expect(game.view.value?.tick).toBeGreaterThan(20);
});

test('a frame that does not follow asks for the whole view, and that puts it right', () => {
  const { game, beat, syncs, events } = soloGame();
  for (let i = 0; i < 30; i += 1) beat();
  const before = game.view.value;
  events.frame(new Uint8Array([1, 2, 3]));
  expect(syncs).toEqual([-1]);
  expect(game.view.value).toEqual(before);
});

test('what is selected is looked at, and its options come at once though time stands still', () => {
  const { game } = soloGame();
  game.setPace({ paused: true, speed: 1 });
  game.select('hosts/1');
  expect(game.seat.value?.looking).toBe('hosts/1');
  expect(game.seat.value?.options.map(({ command }) => command)).toContain('scrub-frames');
  expect(game.pace.value.paused).toBe(true);
});

test('a selected request marks the frames that its first host would hand out', () => {
  const { game, beat } = soloGame();
  for (let i = 0; i < 40; i += 1) beat();
  const request = game.view.value?.tables.requests.find((row) => row?.kind === 'create');
  game.select(`requests/${request?.id ?? 0}`);
  expect(game.offered.value).toHaveLength(request?.frames ?? -1);
  const second = game.seat.value?.options[1] ?? null;
  const first = game.offered.value;
  game.considered.value = second;
  expect(game.offered.value).not.toEqual(first);
  game.select(null);
  expect(game.offered.value).toEqual([]);
});

test('what was bet is forgotten with its match', () => {
  const { game, events } = soloGame();
  game.bets.lay('device', 1);
  expect(game.bets.of('device')).toBe(1);
  events.session(sessionWith([], { phase: 'lobby' }));
  expect(game.bets.of('device')).toBeNull();
});

test('what stands before the match holds time, however much of it, and gives back the pace there was', () => {
  const { game } = soloGame();
  game.setPace({ paused: false, speed: 2 });
  const [briefing, question] = [game.hold(), game.hold()];
  expect(game.pace.value).toEqual({ paused: true, speed: 2 });
  briefing();
  briefing();
  expect(game.held.value).toBe(true);
  question();
  expect(game.held.value).toBe(false);
  expect(game.pace.value).toEqual({ paused: false, speed: 2 });
  // Whoever had paused it before finds it paused.
  game.setPace({ paused: true, speed: 2 });
  game.hold()();
  expect(game.pace.value.paused).toBe(true);
});
