import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createOrders, orderKey } from '../../../../client/state/match/orders.ts';
import type { Reply } from '../../../../shared/protocol/server.ts';

function open() {
  const sent: { resolve: (reply: Reply<unknown>) => void }[] = [];
  const later: (() => void)[] = [];
  const orders = createOrders(
    () => new Promise((resolve) => void sent.push({ resolve })),
    (_ms, run) => void later.push(run),
  );
  const answer = async (reply: Reply<unknown>): Promise<void> => {
    sent.at(-1)?.resolve(reply);
    await setImmediate();
  };
  return { orders, sent, later, answer };
}

test('an order is to be seen at once, and not given twice while it is on its way', () => {
  const { orders, sent } = open();
  orders.give('scrub-frames', { host: 1 });
  orders.give('scrub-frames', { host: 1 });
  expect(sent).toHaveLength(1);
  expect(orders.pending.value.map(({ key }) => key)).toEqual(['scrub-frames?host=1']);
});

test('a refusal stands beside the place it came from, for a while', async () => {
  const { orders, answer, later } = open();
  const refusal = { code: 'rule.no-free-hand', facts: { hands: 3 } } as const;
  orders.give('scrub-frames', { host: 1 });
  await answer({ ok: false, refusal });
  expect(orders.pending.value).toEqual([]);
  expect(orders.notes.value).toEqual([{ key: 'scrub-frames?host=1', kind: 'refused', refusal }]);
  for (const run of later) run();
  expect(orders.notes.value).toEqual([]);
});

test('the order of arguments makes no other order', () => {
  expect(orderKey('create-vm', { request: 1, host: 2, technique: 'hvm' })).toBe(
    orderKey('create-vm', { technique: 'hvm', host: 2, request: 1 }),
  );
});
