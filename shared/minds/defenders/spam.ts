import { rowsOf } from '../../view/reading.ts';
import type { RowRef } from '../../world/fact.ts';
import type { Defender } from './defender.ts';
import { freeHands } from './reading.ts';

/** What a command can be about. */
const TABLES = ['hosts', 'vms', 'requests', 'segments', 'policies', 'images', 'assets'] as const;

/** Gives one command wherever it can be given, and does nothing else. */
export function spam(command: string): Defender {
  return (view, look) => {
    const subjects = TABLES.flatMap((table) =>
      rowsOf(view, table).map(({ id }) => `${table}/${id}` as RowRef),
    );
    const hands = Math.max(1, freeHands(view));
    return subjects
      .flatMap((subject) => look(subject))
      .filter((offer) => offer.command === command && offer.refusal === null)
      .slice(0, hands)
      .map(({ args }) => ({ command, args }));
  };
}
