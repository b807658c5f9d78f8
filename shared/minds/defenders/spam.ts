import type { RowRef } from '../../world/fact.ts';
import type { Defender } from './defender.ts';
import { freeHands, present } from './reading.ts';

/** Gives one command wherever it can be given, and does nothing else. */
export function spam(command: string): Defender {
  return (view, look) => {
    const { hosts, vms, requests, segments, policies, images, assets } = view.tables;
    const tables = { hosts, vms, requests, segments, policies, images, assets };
    const subjects = Object.entries(tables).flatMap(([table, rows]) =>
      present<{ readonly id: number }>(rows).map(({ id }) => `${table}/${id}` as RowRef),
    );
    const hands = Math.max(1, freeHands(view));
    return subjects
      .flatMap((subject) => look(subject))
      .filter((offer) => offer.command === command && offer.refusal === null)
      .slice(0, hands)
      .map(({ args }) => ({ command, args }));
  };
}
