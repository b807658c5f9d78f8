import { mountsStore } from '../../../mechanics/stores/stores.ts';
import { fact } from '../../../world/fact.ts';
import type { Need } from '../../need.ts';
import { letInFacts, shutOff } from '../let-in.ts';

/** A store is mounted where they are (rules M20, M44), and how they know that. `from` (0: the internet) and `store` of the strike. */
export function mounted<Id extends string>(
  id: Id,
  words: Need['words'],
  around: NonNullable<NonNullable<Need['known']>['around']>,
): Need<Id> {
  return {
    id,
    words,
    known: { around },
    holds: (world, { from = 0, store = 0 }) => mountsStore(world, from, store),
    facts: (world, { from = 0, store = 0 }) =>
      letInFacts(world, from, [fact('stores', store, 'reachedFrom')]),
    counters: (_, { from = 0, store = 0 }) => [
      {
        command: 'restrict-store',
        args: { store },
        moment: 'after',
        fact: fact('stores', store, 'reachedFrom'),
      },
      ...shutOff(from),
    ],
  };
}
