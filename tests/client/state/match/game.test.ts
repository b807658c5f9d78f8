import { expect, test } from 'vitest';
import { isRedRef, type Link, type LinkEvents } from '../../../../client/net/link.ts';
import { createSoloHost } from '../../../../client/solo/host.ts';
import type { FromWorker, ToWorker } from '../../../../client/solo/messages.ts';
import { createGame, type Game } from '../../../../client/state/match/game.ts';
import { Authority } from '../../../../shared/authority/authority.ts';
import { scenarios } from '../../../../shared/course/scenarios/registry.ts';

interface Table {
  readonly game: Game;
  readonly syncs: number[];
  /** Runs the match's next tick. */
  readonly beat: () => void;
  readonly send: (message: ToWorker) => void;
  readonly events: LinkEvents;
}

/** A game on a real authority, with the worker's own code and time by hand. */
function play(): Table {
  const scenario = Object.values(scenarios)[0];
  if (scenario === undefined) throw new Error('there is no scenario');
  const syncs: number[] = [];
  let due: (() => void) | null = null;
  let events: LinkEvents | null = null;
  const post = (message: FromWorker): void => {
    if (message.kind === 'beat') {
      if (message.frame !== null) events?.frame(message.frame);
      if (message.seat !== null) events?.seat(message.seat);
    }
    if (message.kind === 'pace') events?.pace(message.pace);
    if (message.kind === 'failed') throw new Error(message.message);
  };
  const take = createSoloHost({
    open: (_name, seed) => new Authority({ scenario, seed }),
    post,
    after: (_ms, run) => {
      due = run;
      return () => {
        due = null;
      };
    },
  });
  const ports = { now: () => 0, every: () => () => {}, after: () => {} };
  const game = createGame(ports, { kind: 'alone' }, (given): Link => {
    events = given;
    return {
      order: () => new Promise(() => {}),
      look: (subject) => {
        if (subject === null || !isRedRef(subject)) take({ kind: 'look', subject });
      },
      sync: (tick) => {
        syncs.push(tick);
        take({ kind: 'sync', tick });
      },
      takeBack: () => {},
      leave: () => Promise.resolve(),
      close: () => {},
      team: null,
      again: null,
      setPace: (pace) => take({ kind: 'pace', pace }),
    };
  });
  const beat = (): void => due?.();
  if (events === null) throw new Error('no events');
  return { game, syncs, beat, send: take, events };
}

test('the first frame is a whole view, and each beat brings it further', () => {
  const { game, beat, send } = play();
  send({ kind: 'open', scenario: null, seed: 7 });
  expect(game.view.value?.tables.hosts.filter((row) => row !== null)).toHaveLength(2);
  for (let i = 0; i < 40; i += 1) beat();
  expect(game.match.value?.phase).toBe('prepare');
  expect(game.view.value?.tick).toBeGreaterThan(20);
});

test('a frame that does not follow asks for the whole view, and that puts it right', () => {
  const { game, beat, send, syncs, events } = play();
  send({ kind: 'open', scenario: null, seed: 7 });
  for (let i = 0; i < 30; i += 1) beat();
  const before = game.view.value;
  events.frame(new Uint8Array([1, 2, 3]));
  expect(syncs).toEqual([-1]);
  expect(game.view.value).toEqual(before);
});

test('what is selected is looked at, and its options come at once though time stands still', () => {
  const { game, send } = play();
  send({ kind: 'open', scenario: null, seed: 7 });
  game.setPace({ paused: true, speed: 1 });
  game.select('hosts/1');
  expect(game.seat.value?.looking).toBe('hosts/1');
  expect(game.seat.value?.options.map(({ command }) => command)).toContain('scrub-frames');
  expect(game.pace.value.paused).toBe(true);
});

test('a selected request marks the frames that its first host would hand out', () => {
  const { game, beat, send } = play();
  send({ kind: 'open', scenario: null, seed: 7 });
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
