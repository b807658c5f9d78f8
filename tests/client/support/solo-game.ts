import { signal } from '@preact/signals';
import { isRedRef, type Link, type LinkEvents } from '../../../client/net/link.ts';
import { createSoloHost } from '../../../client/solo/host.ts';
import type { FromWorker, ToWorker } from '../../../client/solo/messages.ts';
import { createGame, type Game } from '../../../client/state/match/game.ts';
import type { Shelf } from '../../../client/storage.ts';
import { Authority } from '../../../shared/authority/authority.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';

const SCENARIO = 'first-shift';

interface SoloWish {
  readonly ticks?: number;
  readonly safe?: boolean;
  readonly over?: boolean;
  readonly seed?: number;
  readonly tab?: Shelf;
}

interface SoloTable {
  readonly game: Game;
  readonly syncs: number[];
  /** Runs the match's next tick. */
  readonly beat: () => void;
  readonly send: (message: ToWorker) => void;
  readonly events: LinkEvents;
}

/**
 * A game on a real authority, with the worker's own code and time by hand: after so many ticks, or
 * `over` within a few.
 */
export function soloGame({
  ticks = 0,
  safe = true,
  over = false,
  seed = 7,
  tab,
}: SoloWish = {}): SoloTable {
  const solo = { scenario: SCENARIO, seed };
  const scenario = scenarios[SCENARIO];
  if (scenario === undefined) throw new Error('there is no such scenario');
  const syncs: number[] = [];
  const pace = { paused: false, speed: 1 };
  const ends: { events: LinkEvents | null; due: (() => void) | null } = { events: null, due: null };
  const post = (message: FromWorker): void => {
    if (message.kind === 'beat') {
      if (message.frame !== null) ends.events?.frame(message.frame);
      if (message.seat !== null) ends.events?.seat(message.seat);
    }
    if (message.kind === 'pace') ends.events?.pace(message.pace);
    if (message.kind === 'failed') throw new Error(message.message);
  };
  const take = createSoloHost({
    open: (_name, seed) => {
      const authority = new Authority({ scenario, seed });
      if (over) authority.submit({ kind: 'time', liveFrom: 2, overAt: 3 });
      return authority;
    },
    post,
    after: (_ms, run) => {
      ends.due = run;
      return () => {
        ends.due = null;
      };
    },
  });
  const ports = { now: () => 0, every: () => () => {}, after: () => {}, ...(tab && { tab }) };
  const game = createGame(ports, { kind: 'alone' }, (given): Link => {
    ends.events = given;
    return {
      order: () => new Promise(() => {}),
      look: (subject) => {
        if (subject === null || !isRedRef(subject)) take({ kind: 'look', subject });
      },
      sync: (tick) => {
        syncs.push(tick);
        take({ kind: 'sync', tick });
      },
      retry: () => {},
      takeBack: () => {},
      leave: () => Promise.resolve(),
      close: () => {},
      team: null,
      alone: {
        ...solo,
        safe: signal(safe),
        pace,
        setPace: (next) => take({ kind: 'pace', pace: next }),
        restart: () => {},
        again: () => {},
        giveWay: () => {},
      },
    };
  });
  const { events } = ends;
  if (events === null) throw new Error('no events');
  events.status({ kind: 'online' });
  take({ kind: 'open', ...solo, journal: null, pace });
  for (let i = 0; i < ticks; i += 1) ends.due?.();
  return { game, syncs, beat: () => ends.due?.(), send: take, events };
}
