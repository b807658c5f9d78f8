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

/** Those who do much, everywhere; and before them what shows what is seldom seen, or where one thing is overdone. */
const PLAYED = ['novice', 'expert'] as const;
const SELDOM = [
  ['spam:check-spoofing', 'straight-through'],
  ['spam:detach-device', 'inherited-room'],
  ['spam:tool-channel', 'shared-desk'],
  ['spam:port-vlan', 'inherited-room'],
  // Who looks at nothing has a disk filled.
  ['idle', 'device-bay'],
  ['idle', 'open-console'],
  // Who verifies signatures and signs nothing.
  ['spam:verify-images', 'image-library'],
  // Who does much restricts what little was left open.
  ['expert', 'shared-desk'],
  ['expert', 'on-the-move'],
] as const;

/** Ticks between two looks. */
const EVERY = 10;

test('every sign comes up in matches, and settles of its answer what it says', () => {
  const met = new Set<SignName>();
  const everywhere = [...PLAYED.map((name) => defenderNamed(name)!), refuseExits];
  const all = Object.keys(signs).sort();
  const matches = [
    ...SELDOM.map(([name, id]) => [defenderNamed(name)!, scenarios[id]!] as const),
    [refuseExits, scenarios['trap-floor']!] as const,
    ...everywhere.flatMap((defender) =>
      Object.values(scenarios).map((scenario) => [defender, scenario] as const),
    ),
  ];
  for (const [defender, scenario] of matches) {
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
  expect([...met].sort()).toEqual(all);
}, 240_000);
