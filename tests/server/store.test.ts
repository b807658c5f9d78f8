import { describe, expect, test } from 'vitest';
import { MemoryStore } from '../../server/store/memory.ts';
import type { MatchRecord, SeatRecord, SessionRecord, Store } from '../../server/store/store.ts';

/** Every store keeps to this; a further one is a further line. */
const stores: readonly [name: string, open: () => Store][] = [['memory', () => new MemoryStore()]];

const session: SessionRecord = {
  id: 's1',
  code: 'ABC234',
  scenario: 'vacated-seat',
  phase: 'lobby',
  host: 1,
  match: null,
  usedAt: 1,
};
const seat: SeatRecord = {
  session: 's1',
  seat: 1,
  nickname: '홍길동',
  tokenHash: 'a'.repeat(64),
  left: false,
};
const match: MatchRecord = {
  id: 'm1',
  session: 's1',
  scenario: 'vacated-seat',
  seed: 7,
  rules: 1,
};
const row = (tick: number, id = 'm1') => ({
  match: id,
  tick,
  inputs: [{ kind: 'seat', seat: tick, pilot: 'human' } as const],
});

describe.each(stores)('a store (%s)', (_, open) => {
  test('gives rows back by tick, from any tick on', async () => {
    const store = open();
    await store.createMatch(match);
    await store.commit([row(1), row(2)]);
    await store.commit([row(3)]);
    expect(await store.journal('m1', 0)).toEqual([row(1), row(2), row(3)]);
    expect(await store.journal('m1', 2)).toEqual([row(3)]);
    expect(await store.journal('m2', 0)).toEqual([]);
  });

  test('takes a row that is tried again for the same row', async () => {
    const store = open();
    await store.createMatch(match);
    await store.createMatch(match);
    await store.commit([row(1)]);
    await store.commit([row(1), row(2)]);
    expect(await store.journal('m1', 0)).toEqual([row(1), row(2)]);
  });

  test('keeps all rows of a commit or none', async () => {
    const store = open();
    await store.createMatch(match);
    await expect(store.commit([row(1), row(1, 'unknown')])).rejects.toThrow();
    expect(await store.journal('m1', 0)).toEqual([]);
  });

  test('keeps a session with its seats and matches, as they were last saved', async () => {
    const store = open();
    await store.saveSession(session);
    await store.saveSeat(seat);
    await store.saveSession({ ...session, phase: 'live', match: 'm1' });
    await store.saveSeat({ ...seat, left: true });
    await store.createMatch(match);
    expect(await store.sessions()).toEqual([{ ...session, phase: 'live', match: 'm1' }]);
    expect(await store.seats('s1')).toEqual([{ ...seat, left: true }]);
    expect(await store.matches('s1')).toEqual([{ ...match, end: null }]);
    await store.endMatch('m1', 'over');
    expect(await store.matches('s1')).toEqual([{ ...match, end: 'over' }]);
  });

  test('forgets all of a session and nothing of another', async () => {
    const store = open();
    await store.saveSession(session);
    await store.saveSession({ ...session, id: 's2', code: 'XYZ234' });
    await store.saveSeat(seat);
    await store.createMatch(match);
    await store.createMatch({ ...match, id: 'm2', session: 's2' });
    await store.commit([row(1), row(1, 'm2')]);
    await store.deleteSession('s1');
    expect((await store.sessions()).map(({ id }) => id)).toEqual(['s2']);
    expect(await store.seats('s1')).toEqual([]);
    expect(await store.matches('s1')).toEqual([]);
    expect(await store.journal('m1', 0)).toEqual([]);
    expect(await store.journal('m2', 0)).toEqual([row(1, 'm2')]);
  });
});
