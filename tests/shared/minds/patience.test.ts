import { describe, expect, test } from 'vitest';
import { atLevel } from '../../../shared/course/arrange.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { play } from '../../../shared/match/play.ts';
import { idle } from '../../../shared/minds/defenders/idle.ts';
import type { GameEvent } from '../../../shared/world/history.ts';
import { MIND_NAMES } from '../../../shared/world/people/attacker.ts';

/** VMs that were given back while the same attacker was at work in them. */
function givenUp(history: readonly GameEvent[]): { returned: number; atWork: number[] } {
  const under = new Map<string, number>();
  let returned = 0;
  const atWork: number[] = [];
  for (const event of history) {
    if (event.actor.kind !== 'attacker') continue;
    const { id } = event.actor;
    if (event.kind === 'act' && event.data.attack === 'entry-return') {
      returned += 1;
      const vm = Number(event.data.args.vm ?? 0);
      if ([...under].some(([key, at]) => key.startsWith(`${id} `) && at === vm))
        atWork.push(event.tick);
    } else if (event.kind === 'act' && event.data.attack !== 'entry-tenant') {
      under.set(`${id} ${event.data.attack}`, Number(event.data.args.vm ?? 0));
    } else if (event.kind === 'act-ended') under.delete(`${id} ${event.data.attack}`);
  }
  return { returned, atWork };
}

describe('minds', () => {
  test('A4 give no VM back in which they are at work', () => {
    let returned = 0;
    for (const [name, scenario] of Object.entries(scenarios)) {
      for (const level of MIND_NAMES) {
        const found = givenUp(play(atLevel(scenario, level), 1, idle).match.history);
        returned += found.returned;
        expect([name, level, found.atWork]).toEqual([name, level, []]);
      }
    }
    expect(returned).toBeGreaterThan(0);
  }, 120_000);
});
