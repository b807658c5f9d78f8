import { expect, test } from 'vitest';
import { newsOf } from '../../../../client/panels/alerts/news.ts';
import type { Card } from '../../../../shared/view/cards.ts';

const card = (key: string, at: number): Card =>
  ({ kind: 'alert', key, at, urgency: 2, alerts: [] }) as unknown as Card;

const waiting = (...cards: Card[]): ReadonlyMap<string, Card> =>
  new Map(cards.map((one) => [one.key, one]));

test('what came, or grew, is said; else what waits no more; and nothing twice', () => {
  const [one, two] = [card('a', 1), card('b', 2)];
  expect(newsOf(waiting(), waiting(one))).toEqual({ kind: 'came', card: one });
  expect(newsOf(waiting(one), waiting(one, two))).toEqual({ kind: 'came', card: two });
  const grown = card('a', 9);
  expect(newsOf(waiting(one, two), waiting(grown, two))).toEqual({ kind: 'came', card: grown });
  expect(newsOf(waiting(one, two), waiting(two))).toEqual({ kind: 'closed', card: one });
  expect(newsOf(waiting(two), waiting(two))).toBeNull();
});
