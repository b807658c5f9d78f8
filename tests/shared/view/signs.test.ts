import { expect, test } from 'vitest';
import { atLevel } from '../../../shared/course/arrange.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { play } from '../../../shared/match/play.ts';
import type { Defender } from '../../../shared/minds/defenders/defender.ts';
import { defenderNamed } from '../../../shared/minds/defenders/registry.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import { type SignName, signs } from '../../../shared/view/signs/registry.ts';
import { SETTLES } from '../support/settles.ts';

/** Refuses whatever exits it can, of hosts and of the first VM: some guest needs one of them. */
const refuseExits: Defender = (view, look) =>
  [rowsOf(view, 'vms').slice(0, 1), rowsOf(view, 'hosts')].flatMap((rows, i) =>
    rows
      .flatMap(({ id }) => look(i === 0 ? `vms/${id}` : `hosts/${id}`))
      .filter(({ args, refusal }) => args.action === 'refuse' && refusal === null)
      .slice(0, 1),
  );

/** Those who do much, and those who overdo one thing: what is to be seen differs. */
const PLAYED = ['novice', 'expert', 'spam:detach-device', 'spam:migrate-vm'] as const;

/** Ticks between two looks. */
const EVERY = 10;

test('every sign comes up in matches, and settles of its answer what it says', () => {
  const met = new Set<SignName>();
  const defenders = [...PLAYED.map((name) => defenderNamed(name)!), refuseExits];
  const all = Object.keys(signs).sort();
  for (const defender of defenders) {
    for (const scenario of Object.values(scenarios)) {
      // What came up in one match has come up.
      if (met.size === all.length) break;
      play(atLevel(scenario, 'opportunist'), 1, (view, look) => {
        if (view.tick % EVERY === 0) {
          for (const name of Object.keys(signs) as SignName[]) {
            for (const about of signs[name](view)) {
              met.add(name);
              expect(Object.keys(about)).toEqual(SETTLES[name]);
            }
          }
        }
        return defender(view, look);
      });
    }
  }
  expect([...met].sort()).toEqual(all);
}, 120_000);
