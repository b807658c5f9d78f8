import { expect, test } from 'vitest';
import { createOutbox } from '../../../client/net/outbox.ts';
import { forgetSeat, recallSeat, rememberSeat } from '../../../client/net/seat-memory.ts';
import { forgetfulShelf } from '../../../client/storage.ts';
import type { Reply, Taken } from '../../../shared/protocol/server.ts';

const taken = (tick: number): Reply<Taken> => ({ ok: true, value: { tick } });

test('orders count up, and keep their number until they are answered', async () => {
  const outbox = createOutbox(1);
  const first = outbox.add('scrub-frames', { host: 1 }, 7);
  const second = outbox.add('scrub-frames', { host: 2 }, 7);
  expect(outbox.unanswered().map(({ n }) => n)).toEqual([1, 2]);
  outbox.answer(1, taken(7));
  expect(await first.reply).toEqual(taken(7));
  expect(outbox.unanswered()).toEqual([second.order]);
});

test('a second answer to the same order changes nothing', async () => {
  const outbox = createOutbox(1);
  const { reply } = outbox.add('stop-vm', { vm: 3 }, 7);
  outbox.answer(1, taken(7));
  outbox.answer(1, taken(9));
  expect(await reply).toEqual(taken(7));
});

test('when no answer can come any more, everything that waits is told so', async () => {
  const outbox = createOutbox(1);
  const replies = [1, 2].map((vm) => outbox.add('stop-vm', { vm }, 7).reply);
  const gone: Reply<Taken> = { ok: false, refusal: { code: 'session.no-seat', facts: {} } };
  outbox.abandon(gone);
  expect(await Promise.all(replies)).toEqual([gone, gone]);
  expect(outbox.unanswered()).toEqual([]);
});

test('a reload goes on counting where it was', () => {
  const shelf = forgetfulShelf();
  const keep = (next: number) => rememberSeat(shelf, 'K73QMA', { token: 'secret', next });
  createOutbox(1, keep).add('stop-vm', { vm: 1 }, 7);
  const again = createOutbox(recallSeat(shelf, 'K73QMA')?.next ?? 1, keep);
  expect(again.add('stop-vm', { vm: 2 }, 7).order.n).toBe(2);
});

test('a seat is remembered under its own code alone, and what is no seat is none', () => {
  const shelf = forgetfulShelf();
  rememberSeat(shelf, 'K73QMA', { token: 'secret', next: 4 });
  expect(recallSeat(shelf, 'K73QMB')).toBeNull();
  expect(recallSeat(shelf, 'K73QMA')).toEqual({ token: 'secret', next: 4 });
  shelf.setItem('hyperward/seat/K73QMA', '{"token":');
  expect(recallSeat(shelf, 'K73QMA')).toBeNull();
  forgetSeat(shelf, 'K73QMA');
  expect(recallSeat(shelf, 'K73QMA')).toBeNull();
});
