import { expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { play } from '../../../shared/match/play.ts';
import { answers } from '../../../shared/minds/defenders/clerk.ts';
import type { Defender } from '../../../shared/minds/defenders/defender.ts';
import { dutiesIn, sensible } from '../../../shared/minds/defenders/duties/registry.ts';
import { settled } from '../../../shared/minds/defenders/duties/response.ts';
import { expert } from '../../../shared/minds/defenders/expert.ts';
import { freeHands } from '../../../shared/minds/defenders/reading.ts';

const NO_HAND = ['quarantine-vm', 'decide-trap'];

/** The expert that goes into everything at every look, and keeps of it what there are hands for. */
const thorough: Defender = (view, look) => {
  const hands = freeHands(view);
  const urgent = dutiesIn(view).flatMap((duty) => sensible(view, duty.wishes(view)));
  const served = hands > 0 ? answers(view, look, 'clean') : [];
  const ordered = [...urgent.slice(0, 2), ...served, ...urgent.slice(2)];
  const takesNone = ({ command }: { readonly command: string }): boolean =>
    NO_HAND.includes(command);
  return [
    ...ordered.filter(takesNone),
    ...ordered.filter((wish) => !takesNone(wish)).slice(0, Math.max(0, hands)),
    ...(view.tick % 20 === 0 ? settled(view).slice(0, 1) : []),
  ];
};

test.each(['three-tenants', 'trap-floor', 'inherited-room', 'soft-copy'])(
  '%s: the expert leaves out of its look only what could come to nothing',
  (id) => {
    const looks: unknown[] = [];
    const thoroughly: unknown[] = [];
    const kinds = new Set<string>();
    play(scenarios[id]!, 3, (view, look) => {
      const wishes = expert(view, look);
      looks.push([view.tick, wishes]);
      thoroughly.push([view.tick, thorough(view, look)]);
      if (wishes.length > 0) kinds.add(freeHands(view) > 0 ? 'with hands' : 'without');
      return wishes;
    });
    expect(looks).toEqual(thoroughly);
    expect([...kinds].sort()).toEqual(['with hands', 'without']);
  },
);
