import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MemoryStore } from '../../server/store/memory.ts';
import { openStore } from '../../server/store/open.ts';
import type { Place } from '../../server/store/sql/open.ts';
import type { JournalRow, Store } from '../../server/store/store.ts';
import type { Input } from '../../shared/match/input.ts';
import { act, checkpoint, emptyRow, match, report, row, seat, session } from './support/records.ts';
import { type LastingPlace, lastingPlaces, missesPostgres } from './support/store-places.ts';

/** Every store keeps to this; a further one is a further line. */
const stores: readonly (readonly [name: string, open: () => Promise<OpenStore>])[] = [
  ['memory', async () => ({ store: new MemoryStore(), leave: async () => undefined })],
  ['libsql in memory', async () => openAt({ url: null, file: null })],
  ...lastingPlaces.map(({ name, make }) => [name, async () => openIn(await make())] as const),
];

interface OpenStore {
  readonly store: Store;
  readonly leave: () => Promise<void>;
}

async function openAt(place: Place): Promise<OpenStore> {
  const store = await openStore(place);
  return { store, leave: () => store.close() };
}

async function openIn({ place, remove }: LastingPlace): Promise<OpenStore> {
  const { store, leave } = await openAt(place);
  return { store, leave: () => leave().finally(remove) };
}

/** What no column and no protocol may trip over. Lone surrogates are refused before they get here. */
const ODD = `'"\\\`; drop table seats; -- 홍길동 👩🏽‍💻🏴 \u0000 \u2028 \u200d é ${'한'.repeat(50)}`;

test('every store of this machine is tested here', () => {
  expect(missesPostgres, 'STORES=required, and PostgreSQL does not answer').toBe(false);
});

describe.each(stores)('a store (%s)', (_, open) => {
  let opened: OpenStore;
  let store: Store;

  beforeAll(async () => {
    opened = await open();
    store = opened.store;
  });
  afterAll(() => opened.leave());

  // One that knows a match, and nothing of the test before.
  beforeEach(async () => {
    for (const { id } of await store.sessions()) await store.deleteSession(id);
    await store.saveSession(session);
    await store.createMatch(match);
  });

  test('gives rows of a journal back by tick, from any tick on', async () => {
    await store.commit([row(1), row(2)], []);
    await store.commit([row(3)], []);
    expect(await store.journal('m1', 0)).toEqual([row(1), row(2), row(3)]);
    expect(await store.journal('m1', 2)).toEqual([row(3)]);
    expect(await store.journal('m1', 3)).toEqual([]);
    expect(await store.journal('m2', 0)).toEqual([]);
  });

  test('has the row of every tick, also those that took nothing in', async () => {
    await store.commit([emptyRow(1), emptyRow(2), row(3)], []);
    await store.commit([emptyRow(4)], []);
    await store.commit([emptyRow(5)], []);
    const all = [emptyRow(1), emptyRow(2), row(3), emptyRow(4), emptyRow(5)];
    expect(await store.journal('m1', 0)).toEqual(all);
    expect(await store.journal('m1', 3)).toEqual(all.slice(3));
  });

  test('takes a row that is tried again for the same row', async () => {
    await store.createMatch({ ...match, seed: 8 });
    await store.commit([row(1), emptyRow(2)], []);
    await store.commit([row(1), row(2), { ...row(1), inputs: [] }, emptyRow(3)], []);
    await store.commit([row(3)], []);
    expect(await store.journal('m1', 0)).toEqual([row(1), emptyRow(2), emptyRow(3)]);
    expect(await store.matches('s1')).toEqual([{ ...match, end: null }]);
  });

  test('makes up no tick that nobody told it of', async () => {
    await store.commit([emptyRow(1), emptyRow(4), row(5)], []);
    expect(await store.journal('m1', 0)).toEqual([emptyRow(1), emptyRow(4), row(5)]);
    await store.commit([row(3), emptyRow(2)], []);
    const all = [emptyRow(1), emptyRow(2), row(3), emptyRow(4), row(5)];
    expect(await store.journal('m1', 0)).toEqual(all);
    expect(await store.journal('m1', 3)).toEqual(all.slice(3));
  });

  test('keeps all rows of a commit or none', async () => {
    await expect(store.commit([row(1), row(1, 'unknown')], [])).rejects.toThrow(/no match unknown/);
    const stray = checkpoint(1, 'unknown');
    await expect(store.commit([row(1)], [checkpoint(1), stray])).rejects.toThrow(/no match/);
    expect(await store.journal('m1', 0)).toEqual([]);
    expect(await store.checkpoint('m1')).toBeNull();
    await store.commit([row(1)], []);
    expect(await store.journal('m1', 0)).toEqual([row(1)]);
  });

  test('takes the rows of a whole school in one commit', async () => {
    const ids = Array.from({ length: 60 }, (__, i) => `school-${i}`);
    for (const id of ids) await store.createMatch({ ...match, id });
    const rows = ids.flatMap((id, i) =>
      Array.from({ length: 30 }, (__, t) => (t % 9 === i % 9 ? row : emptyRow)(t + 1, id)),
    );
    await store.commit(
      rows,
      ids.map((id) => checkpoint(30, id)),
    );
    for (const id of ids) {
      expect(await store.journal(id, 0)).toEqual(rows.filter((one) => one.match === id));
      expect((await store.checkpoint(id))?.tick).toBe(30);
    }
    expect((await store.matches('s1')).map(({ id }) => id)).toEqual(['m1', ...ids]);
  });

  test('gives back the rows it was given, whatever the batches and the retries', async () => {
    const batch = fc.record({
      filled: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
      again: fc.boolean(),
    });
    let matches = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { maxLength: 8 }), async (batches) => {
        matches += 1;
        const id = `p${matches}`;
        await store.createMatch({ ...match, id });
        const all: JournalRow[] = [];
        for (const { filled, again } of batches) {
          const rows = filled.map((has, i) => (has ? row : emptyRow)(all.length + i + 1, id));
          all.push(...rows);
          await store.commit(again ? all : rows, []);
        }
        expect(await store.journal(id, 0)).toEqual(all);
      }),
      { numRuns: 15 },
    );
  });
  const upTo = (last: number): JournalRow[] =>
    Array.from({ length: last }, (__, i) => emptyRow(i + 1));

  test('the latest checkpoint is found, with the history up to it', async () => {
    expect(await store.checkpoint('m1')).toBeNull();
    await store.commit(upTo(9), [checkpoint(3), checkpoint(6)]);
    await store.commit([], [checkpoint(9)]);
    await store.commit([emptyRow(10)], [checkpoint(6)]);
    expect(await store.checkpoint('m1')).toEqual({
      tick: 9,
      state: '{"tick":9}',
      events: ['[3]', '[6]', '[9]'],
    });
    expect(await store.checkpoint('m2')).toBeNull();
  });

  test('a checkpoint that is tried again is the same one', async () => {
    await store.commit(upTo(3), [checkpoint(3)]);
    await store.commit(upTo(3), [{ ...checkpoint(3), events: '[]', state: '{}' }]);
    const found = await store.checkpoint('m1');
    expect(found).toEqual({ tick: 3, state: '{"tick":3}', events: ['[3]'] });
  });

  test('a checkpoint that is ahead of the rows is not kept', async () => {
    await store.commit(upTo(4), [checkpoint(4), checkpoint(5)]);
    expect((await store.checkpoint('m1'))?.tick).toBe(4);
    await store.commit([emptyRow(5), emptyRow(7)], [{ ...checkpoint(5), events: '[4.5]' }]);
    await store.commit([], [checkpoint(7)]);
    expect(await store.checkpoint('m1')).toEqual({
      tick: 5,
      state: '{"tick":5}',
      events: ['[4]', '[4.5]'],
    });
  });

  test('long states come back to the letter', async () => {
    const state = JSON.stringify(
      Array.from({ length: 9000 }, (__, id) => ({ id, name: ODD[id % 60] })),
    );
    expect(state.length).toBeGreaterThan(200_000);
    await store.commit(upTo(1), [{ match: 'm1', tick: 1, state, events: JSON.stringify([ODD]) }]);
    const found = await store.checkpoint('m1');
    expect(found?.state).toBe(state);
    expect(found?.events).toEqual([JSON.stringify([ODD])]);
  });

  test('checkpoints go with a match that nobody will look back at', async () => {
    await store.commit(upTo(2), [checkpoint(2)]);
    await store.endMatch('m1', 'stopped', null);
    expect(await store.checkpoint('m1')).toBeNull();
    expect(await store.journal('m1', 0)).toEqual(upTo(2));
  });

  test('the end of a match keeps its last checkpoint, its journal and what is told of it', async () => {
    await store.commit(upTo(2), [checkpoint(2)]);
    expect(await store.report('m1')).toBeNull();
    await store.endMatch('m1', 'over', report);
    expect((await store.checkpoint('m1'))?.tick).toBe(2);
    expect(await store.report('m1')).toEqual(report);
    await store.endMatch('m1', 'over', { ...report, proved: true });
    await store.endMatch('m1', 'over', null);
    expect(await store.report('m1')).toEqual({ ...report, proved: true });
    expect(await store.journal('m1', 0)).toEqual(upTo(2));
    expect(await store.matches('s1')).toEqual([{ ...match, end: 'over' }]);
    await store.endMatch('unknown', 'lost', report);
    expect(await store.report('unknown')).toBeNull();
  });
  test('sessions are kept with seats, acts and matches, as they were last saved', async () => {
    await store.saveSeat({ ...seat, seat: 2 });
    await store.saveSeat(seat);
    const live = { ...session, phase: 'live' as const, matches: ['m1'], seed: 7, paused: true };
    await store.saveSession(live);
    await store.saveSeat({ ...seat, state: 'left', roles: [] });
    await store.saveAct(act(2));
    await store.saveAct(act(1));
    await store.saveAct({ ...act(2), at: 5 });
    expect(await store.sessions()).toEqual([live]);
    const left = { ...seat, state: 'left', roles: [] };
    expect(await store.seats('s1')).toEqual([left, { ...seat, seat: 2 }]);
    expect(await store.acts('s1')).toEqual([act(1), act(2)]);
    expect(await store.matches('s1')).toEqual([{ ...match, end: null }]);
  });

  test('takes any text for what it is', async () => {
    await store.saveSeat({ ...seat, nickname: ODD });
    await store.saveSession({ ...session, code: ODD });
    const told = { ...act(1), act: { kind: 'message', to: 'all', text: ODD } } as const;
    await store.saveAct(told);
    const inputs: Input[] = [{ kind: 'order', seat: 1, n: 1, command: ODD, args: { [ODD]: ODD } }];
    await store.commit([{ match: 'm1', tick: 1, inputs }], []);
    const odd = { ...report, scenario: ODD };
    await store.endMatch('m1', 'over', odd);
    expect((await store.seats('s1'))[0]?.nickname).toBe(ODD);
    expect((await store.sessions())[0]?.code).toBe(ODD);
    expect(await store.acts('s1')).toEqual([told]);
    expect((await store.journal('m1', 0))[0]?.inputs).toEqual(inputs);
    expect(await store.report('m1')).toEqual(odd);
  });

  test('forgets all of a session and nothing of another', async () => {
    await store.saveSession({ ...session, id: 's2', code: 'XYZ234' });
    await store.saveSeat(seat);
    await store.saveAct(act(1));
    await store.createMatch({ ...match, id: 'm2', session: 's2' });
    await store.commit([row(1), row(1, 'm2')], [checkpoint(1), checkpoint(1, 'm2')]);
    await store.deleteSession('s1');
    await store.deleteSession('s1');
    expect((await store.sessions()).map(({ id }) => id)).toEqual(['s2']);
    expect(await store.seats('s1')).toEqual([]);
    expect(await store.acts('s1')).toEqual([]);
    expect(await store.matches('s1')).toEqual([]);
    expect(await store.journal('m1', 0)).toEqual([]);
    expect(await store.checkpoint('m1')).toBeNull();
    expect(await store.journal('m2', 0)).toEqual([row(1, 'm2')]);
    expect((await store.checkpoint('m2'))?.tick).toBe(1);
  });

  test('takes nothing of a session that is gone', async () => {
    await store.deleteSession('s1');
    await expect(store.saveSeat(seat)).rejects.toThrow();
    await expect(store.saveAct(act(1))).rejects.toThrow();
    await expect(store.createMatch(match)).rejects.toThrow();
    await expect(store.commit([row(1)], [])).rejects.toThrow();
    expect(await store.seats('s1')).toEqual([]);
  });
});
