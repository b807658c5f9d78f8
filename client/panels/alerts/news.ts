import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Card, waits } from '../../../shared/view/cards.ts';

/** A card that has come, or grown, or one that waits no more. */
export interface News {
  readonly kind: 'came' | 'closed';
  readonly card: Card;
}

/** The latest that is to be said of the cards, once: what came, and else what was dealt with. */
export function useNews(cards: readonly Card[]): News | null {
  const before = useRef<ReadonlyMap<string, Card>>(new Map());
  const news = useSignal<News | null>(null);
  useEffect(() => {
    const waiting = new Map(cards.filter(waits).map((card) => [card.key, card]));
    const latest = newsOf(before.current, waiting);
    before.current = waiting;
    if (latest !== null) news.value = latest;
  }, [cards, news]);
  return news.value;
}

/** What is new of the cards that wait. */
export function newsOf(
  before: ReadonlyMap<string, Card>,
  now: ReadonlyMap<string, Card>,
): News | null {
  const came = [...now.values()].filter(({ key, at }) => (before.get(key)?.at ?? -1) < at);
  const [newest] = came.sort((a, b) => b.at - a.at);
  if (newest !== undefined) return { kind: 'came', card: newest };
  const closed = [...before.values()].find(({ key }) => !now.has(key));
  return closed === undefined ? null : { kind: 'closed', card: closed };
}
