import { expect, test } from 'vitest';
import { createSoloHost } from '../../../client/solo/host.ts';
import { createKeeper, journalOf, nextOrder } from '../../../client/solo/keeper.ts';
import {
  createKeptMatches,
  isOfTheseRules,
  type KeptMatches,
  type SoloMatch,
} from '../../../client/solo/kept-matches.ts';
import { type FromWorker, SOLO_SEAT, type ToWorker } from '../../../client/solo/messages.ts';
import { forgetfulShelf, openShelf, type Shelf } from '../../../client/storage.ts';
import { Authority } from '../../../shared/authority/authority.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { RULES_VERSION } from '../../../shared/world/world.ts';

const MATCH: SoloMatch = { scenario: 'first-shift', seed: 7 };

/** A browser's own storage, as the page opens it: what is put there is there after a reload. */
const lastingShelf = (most?: number): Shelf => openShelf(() => storage(most));

function storage(most = Number.POSITIVE_INFINITY): Shelf & { readonly size: () => number } {
  const kept = new Map<string, string>();
  const size = (): number => [...kept.values()].reduce((sum, text) => sum + text.length, 0);
  return {
    size,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (size() - (kept.get(key)?.length ?? 0) + value.length > most) throw new Error('full');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
}

interface Table {
  readonly authority: () => Authority;
  readonly beat: (times: number) => void;
  readonly order: (command: string, args: Record<string, number>) => number;
  readonly told: FromWorker['kind'][];
  readonly paused: () => boolean;
  readonly giveWay: () => unknown;
}

/** A page with a match alone: the worker's own code, and the journal as the page keeps it. */
function openPage(matches: KeptMatches, match = MATCH, handed: unknown = null): Table {
  const keeper = createKeeper(matches, match, handed);
  const { found } = keeper;
  const told: FromWorker['kind'][] = [];
  let authority: Authority | null = null;
  let due: (() => void) | null = null;
  let n = found === null ? 1 : nextOrder(found);
  const take: (message: ToWorker) => void = createSoloHost({
    open: (name, seed, journal) => {
      const scenario = scenarios[name];
      if (scenario === undefined) throw new Error(name);
      authority =
        journal === null
          ? new Authority({ scenario, seed })
          : Authority.restore({ scenario, seed }, null, journal);
      return authority;
    },
    post: (message) => {
      told.push(message.kind);
      if (message.kind === 'failed') throw new Error(message.message);
      if (message.kind === 'passed') keeper.passed(message.tick, message.inputs, message.over);
    },
    after: (_ms, run) => {
      due = run;
      return () => {
        due = null;
      };
    },
  });
  const pace = { paused: found !== null, speed: 1 };
  take({ kind: 'open', ...match, journal: found && journalOf(found), pace });
  const paused = (): boolean => due === null;
  for (const order of found?.waiting ?? []) take({ kind: 'order', ...order });
  return {
    told,
    paused,
    giveWay: keeper.giveWay,
    authority: () => {
      if (authority === null) throw new Error('nothing was opened');
      return authority;
    },
    beat: (times) => {
      if (paused()) take({ kind: 'pace', pace: { paused: false, speed: 1 } });
      for (let i = 0; i < times; i += 1) due?.();
    },
    order: (command, args) => {
      const order = { n, command, args };
      n += 1;
      keeper.ordered(order);
      take({ kind: 'order', ...order });
      return order.n;
    },
  };
}

test('a match that was left comes back to the same moment, and goes on as if nothing had been', () => {
  const matches = createKeptMatches(lastingShelf());
  const straight = openPage(createKeptMatches(lastingShelf()));
  const first = openPage(matches);
  for (const page of [straight, first]) {
    page.beat(60);
    page.order('scrub-frames', { host: 1 });
    page.beat(31);
    page.order('scrub-frames', { host: 2 });
    page.beat(1);
  }
  const second = openPage(matches);
  expect(second.paused()).toBe(true);
  expect(second.authority().tick).toBe(first.authority().tick);
  expect(second.authority().hash()).toEqual(first.authority().hash());
  expect(second.authority().projection).toEqual(first.authority().projection);
  for (const page of [straight, second]) {
    page.beat(200);
    page.order('scrub-frames', { host: 1 });
    page.beat(50);
  }
  expect(second.authority().hash()).toEqual(straight.authority().hash());
  expect(second.authority().record()).toEqual(straight.authority().record());
});

test('an order that was given while time stood still is not lost with the page', () => {
  const matches = createKeptMatches(lastingShelf());
  const first = openPage(matches);
  first.beat(20);
  const n = first.order('scrub-frames', { host: 1 });
  const second = openPage(matches);
  expect(second.authority().answered(SOLO_SEAT, n)).toBeNull();
  second.beat(1);
  expect(second.authority().answered(SOLO_SEAT, n)?.ok).toBe(true);
  // And its number is not given a second time.
  expect(second.order('scrub-frames', { host: 2 })).toBeGreaterThan(n);
});

test('a match that is over comes back to its debrief', () => {
  const matches = createKeptMatches(lastingShelf());
  const first = openPage(matches);
  first.beat(20);
  first.authority().submit({ kind: 'time', liveFrom: 25, overAt: 90 });
  first.beat(100);
  expect(first.authority().over).toBe(true);
  const second = openPage(matches);
  expect(second.authority().over).toBe(true);
  expect(second.told.filter((kind) => kind === 'debrief')).toHaveLength(2);
  expect(second.authority().outline()).toEqual(first.authority().outline());
  expect(matches.latest()).toMatchObject({ ...MATCH, over: true });
});

test('without storage it is played all the same, and said not to be kept', () => {
  const keeper = createKeeper(createKeptMatches(forgetfulShelf()), MATCH);
  keeper.passed(40, [], false);
  expect(keeper.safe.value).toBe(false);
  const lasting = createKeeper(createKeptMatches(lastingShelf()), MATCH);
  lasting.passed(40, [], false);
  expect(lasting.safe.value).toBe(true);
  const full = createKeeper(createKeptMatches(lastingShelf(10)), MATCH);
  full.passed(40, [], false);
  expect(full.safe.value).toBe(false);
});

test('of many matches the latest are kept; where there is no room, the one that is played', () => {
  const line = { rules: RULES_VERSION, tick: 5, over: false, speed: 1, waiting: [], journal: [] };
  const shelf = storage();
  const matches = createKeptMatches(openShelf(() => shelf));
  for (let seed = 1; seed <= 50; seed += 1)
    matches.keep({ ...line, scenario: 'first-shift', seed });
  const size = shelf.size();
  expect(matches.find({ scenario: 'first-shift', seed: 1 })).toBeNull();
  expect(matches.find({ scenario: 'first-shift', seed: 50 })).not.toBeNull();
  for (let seed = 51; seed <= 90; seed += 1) {
    matches.keep({ ...line, scenario: 'first-shift', seed });
  }
  expect(shelf.size()).toBe(size);

  const tight = createKeptMatches(lastingShelf(700));
  for (let seed = 1; seed <= 9; seed += 1) {
    expect(tight.keep({ ...line, scenario: 'first-shift', seed })).toBe(true);
  }
  expect(tight.latest()).toMatchObject({ seed: 9 });
});

test('a match of other rules is known as such, and what is no match at all is none', () => {
  const shelf = lastingShelf();
  const matches = createKeptMatches(shelf);
  const kept = { ...MATCH, tick: 5, over: false, speed: 1, waiting: [], journal: [] };
  matches.keep({ ...kept, rules: RULES_VERSION - 1 });
  const found = matches.find(MATCH);
  expect(found !== null && isOfTheseRules(found)).toBe(false);
  for (const text of ['', '{', '[]', '{"seed":7}', JSON.stringify({ ...kept, journal: 3 })]) {
    shelf.setItem('hyperward/solo/first-shift/7', text);
    expect(matches.find(MATCH)).toBeNull();
    shelf.setItem('hyperward/solo', text);
    expect(matches.latest()).toBeNull();
  }
});

test('what cannot be run again is dropped for good, whatever still comes of it', () => {
  const matches = createKeptMatches(lastingShelf());
  const keeper = createKeeper(matches, MATCH);
  keeper.passed(40, [], false);
  keeper.drop();
  keeper.passed(80, [], false);
  keeper.flush();
  expect(matches.find(MATCH)).toBeNull();
  expect(matches.latest()).toBeNull();
});

test('a tab that gives way has written all it had, and writes nothing over what the other makes of it', () => {
  const matches = createKeptMatches(lastingShelf());
  const first = createKeeper(matches, MATCH);
  first.passed(14, [], false);
  first.giveWay();
  expect(matches.find(MATCH)?.tick).toBe(14);
  const second = createKeeper(matches, MATCH);
  second.passed(30, [], false);
  first.ordered({ n: 1, command: 'scrub-frames', args: { host: 1 } });
  first.passed(60, [], true);
  first.flush();
  expect(matches.find(MATCH)).toMatchObject({ tick: 30, over: false, waiting: [] });
});

test('a match is handed over as it stands, though the other tab reads late what was stored', () => {
  const theirs = createKeptMatches(lastingShelf());
  const first = openPage(createKeptMatches(lastingShelf()));
  first.beat(33);
  first.order('scrub-frames', { host: 1 });
  first.beat(4);
  first.order('scrub-frames', { host: 2 });
  const handed: unknown = JSON.parse(JSON.stringify(first.giveWay()));
  // Nothing has come to the other tab's storage yet.
  const second = openPage(theirs, MATCH, handed);
  expect(second.paused()).toBe(true);
  expect(second.authority().hash()).toEqual(first.authority().hash());
  second.beat(1);
  first.beat(1);
  expect(second.authority().record()).toEqual(first.authority().record());
});

test('what is handed over is taken only if it is this match, of these rules, and further than what is kept', () => {
  const matches = createKeptMatches(lastingShelf());
  const kept = { ...MATCH, rules: RULES_VERSION, tick: 20, over: false, speed: 1 };
  const whole = { ...kept, waiting: [], journal: [] };
  const foundWith = (handed: unknown) => createKeeper(matches, MATCH, handed).found?.tick ?? null;
  expect(foundWith(whole)).toBe(20);
  for (const no of [null, 7, {}, kept, { ...whole, seed: 8 }, { ...whole, rules: 1 }]) {
    expect(foundWith(no)).toBeNull();
  }
  matches.keep({ ...whole, tick: 22 });
  expect(foundWith(whole)).toBe(22);
});

test('a tab that slept gives way late, and loses the other nothing', () => {
  const matches = createKeptMatches(lastingShelf());
  const first = createKeeper(matches, MATCH);
  first.passed(12, [], false);
  first.passed(15, [], false);
  const second = createKeeper(matches, MATCH);
  second.passed(22, [], false);
  first.giveWay();
  expect(matches.find(MATCH)?.tick).toBe(22);
});
