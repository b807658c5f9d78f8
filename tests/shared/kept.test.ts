import { expect, test } from 'vitest';
import { commands } from '../../shared/commands/registry.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import type { Input } from '../../shared/match/input.ts';
import { createMatch, isOver, stepMatch } from '../../shared/match/match.ts';
import { offersFor } from '../../shared/match/offers.ts';
import { guestCost, guestExits } from '../../shared/mechanics/cost/guest-cost.ts';
import { runningCost, runningExits } from '../../shared/mechanics/cost/running-cost.ts';
import { LOOK_EVERY } from '../../shared/minds/defenders/defender.ts';
import { DUTIES } from '../../shared/minds/defenders/duties/registry.ts';
import { expert } from '../../shared/minds/defenders/expert.ts';
import { NO_METERS, projectBlue } from '../../shared/view/blue.ts';
import { projectRed } from '../../shared/view/red/red.ts';
import type { BlueView } from '../../shared/view/view.ts';
import { find, rows } from '../../shared/world/table.ts';
import type { World } from '../../shared/world/world.ts';
import { copyOf } from '../support/worlds.ts';

/** Looks between two at which what is kept is compared with what would be worked out. */
const EVERY = 12;

/** What a running guest costs by what is kept of it, beside what it costs. */
const costsOf = (world: World, kept: boolean): number[] =>
  [...rows(world.vms)].flatMap((vm) => {
    const host = find(world.hosts, vm.host);
    if (host === null) return [];
    return kept
      ? [runningCost(vm, host), runningExits(vm, host)]
      : [guestCost(vm, host), guestExits(vm, host)];
  });

const asked = new Set<string>();

test.each(Object.entries(scenarios))(
  'in %s what is kept from tick to tick is what would be worked out, and no duty gives what it does not name',
  (_, scenario) => {
    const match = createMatch(scenario, 5);
    const { world, history } = match;
    const wrong: string[] = [];
    let view: BlueView | null = null;
    let n = 0;
    let looks = 0;
    stepMatch(match, [{ kind: 'seat', seat: 1, pilot: 'human' }]);
    while (!isOver(match)) {
      const inputs: Input[] = [];
      if (world.tick % LOOK_EVERY === 0) {
        // Whoever looks keeps rows of the look before: what is missed once stays.
        view = projectBlue(world, history, NO_METERS, view);
        for (const wish of expert(view, (subject) => offersFor(world, 1, subject))) {
          n += 1;
          inputs.push({ kind: 'order', seat: 1, n, ...wish });
        }
        looks += 1;
        if (looks % EVERY === 0) wrong.push(...found(world, view, history));
      }
      stepMatch(match, inputs);
    }
    expect(wrong).toEqual([]);
    expect(looks).toBeGreaterThan(10 * EVERY);
  },
);

function found(world: World, view: BlueView, history: Parameters<typeof projectBlue>[1]): string[] {
  const wrong: string[] = [];
  const anew = copyOf(world);
  const at = `at ${world.tick}`;
  if (costsOf(world, true).join() !== costsOf(world, false).join()) wrong.push(`costs ${at}`);
  const fresh = projectBlue(anew, history, NO_METERS, null);
  if (JSON.stringify(view) !== JSON.stringify(fresh)) wrong.push(`view ${at}`);
  for (const { id } of rows(world.attackers)) {
    const [red, again] = [projectRed(world, id), projectRed(anew, id)];
    if (JSON.stringify(red) !== JSON.stringify(again)) wrong.push(`attacker ${id} ${at}`);
  }
  DUTIES.forEach(({ gives, wishes }, i) => {
    for (const { command } of wishes(view)) {
      asked.add(`${i} ${command}`);
      if (!gives.includes(command)) wrong.push(`duty ${i} gives ${command} ${at}`);
    }
  });
  return wrong;
}

test('every command that a duty names is there, and more than half of the duties came up in those matches', () => {
  const named = DUTIES.flatMap(({ gives }) => gives);
  expect(named.filter((name) => !commands.has(name))).toEqual([]);
  expect(asked.size).toBeGreaterThan(DUTIES.length / 2);
});
