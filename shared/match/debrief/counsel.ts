import { commands } from '../../commands/registry.ts';
import { LOOK_EVERY } from '../../minds/defenders/defender.ts';
import { expert } from '../../minds/defenders/expert.ts';
import { NO_METERS, projectBlue } from '../../view/blue.ts';
import type { BlueView } from '../../view/view.ts';
import type { Args } from '../../world/history.ts';
import type { Tick } from '../../world/ids.ts';
import type { Input } from '../input.ts';
import { createMatch, isOver, type Journal, type Match, stepMatch } from '../match.ts';
import { offersFor } from '../offers.ts';
import { recordedActs } from '../replay.ts';
import { someoneAt } from './prevention.ts';

/** Something that a careful operator would have ordered, and when. */
export interface Advice {
  readonly tick: Tick;
  readonly command: string;
  readonly args: Args;
}

/**
 * What a careful operator would have ordered in a match, in order: it is run again with the scripted
 * expert in the defenders' place, the attackers doing what they did. Only what was taken is told.
 */
export function counselOf(was: Match, journal: Journal): Advice[] {
  const acts = recordedActs(was.history);
  const match = createMatch(was.scenario, was.seed);
  const advice: Advice[] = [];
  let view: BlueView | null = null;
  while (!isOver(match)) {
    const tick = match.world.tick + 1;
    const outside = (journal.get(tick) ?? []).filter(
      ({ kind }) => kind !== 'order' && kind !== 'act',
    );
    const orders: Input[] = [];
    if (match.world.tick % LOOK_EVERY === 0) {
      view = projectBlue(match.world, match.history, NO_METERS, view);
      const looker = someoneAt(was.history, tick, 'operator');
      for (const wish of expert(view, (subject) => offersFor(match.world, looker, subject))) {
        const role = commands.get(wish.command)?.role ?? 'operator';
        const seat = someoneAt(was.history, tick, role);
        orders.push({ kind: 'order', seat, n: 0, ...wish });
      }
    }
    const inputs = [...outside, ...(acts.get(tick) ?? []), ...orders];
    const told = match.history.length;
    stepMatch(match, inputs, { think: false, recorded: true });
    for (const event of match.history.slice(told)) {
      if (event.kind === 'order') advice.push({ tick, ...event.data });
    }
  }
  return advice;
}
