import { describe, expect, test } from 'vitest';
import { scenarioFor } from '../../../server/cli/lab/matches.ts';
import { goalOf } from '../../../shared/minds/persistent/goals.ts';
import { pathsFrom, ticksOf } from '../../../shared/minds/persistent/path.ts';
import { imagineAct, prospectsOf } from '../../../shared/view/prospects.ts';
import { projectRed, type RedView } from '../../../shared/view/red/red.ts';
import {
  type Known,
  type KnownVm,
  ownNote,
  scanNote,
  vmNote,
  wayNote,
} from '../../../shared/world/people/known.ts';
import { Dice } from '../../faults/dice.ts';
import { Bench, id } from '../../support/worlds.ts';

const SERVICES = ['web', 'db', 'mail'] as const;
const IN_PLAY = [
  'img-stale-packages',
  'net-eastwest-blindspot',
  'collect-guest-data',
  'priv-guest-root',
  'res-disk-blocks',
  'res-mem-unscrubbed',
  'net-any-any',
  'net-arp-spoof',
  'entry-tenant',
  'entry-return',
];

/** Four VMs of which some know something: theirs, and others near and far. */
function drawn(dice: Dice): Known {
  const vms: KnownVm[] = [{ number: 1, own: true, power: 'running', ring: 'kernel' }];
  for (let number = 2; number <= 4; number += 1) {
    vms.push({ number, own: false, power: 'unknown', ring: 'none' });
  }
  const notes: Record<string, number | string> = { [ownNote(1)]: dice.int(1, 2), [scanNote(1)]: 1 };
  const maybe = (key: string, value: number | string): void => {
    if (dice.int(0, 1) === 1) notes[key] = value;
  };
  maybe(vmNote(1, 'memory-read'), 1);
  for (const { number } of vms.slice(1)) {
    notes[vmNote(number, 'service')] = SERVICES[dice.int(0, 2)] ?? 'web';
    maybe(vmNote(number, 'service-build'), 8);
    maybe(vmNote(number, 'kernel-build'), 5);
    for (const field of ['reach', 'host', 'segment'] as const) {
      maybe(wayNote(0, number, field), 1);
      maybe(wayNote(1, number, field), 1);
    }
    // Where they have been before they know ways on.
    if (dice.int(0, 1) === 0) continue;
    notes[scanNote(number)] = 1;
    for (const to of [2, 3, 4].filter((other) => other !== number)) {
      maybe(wayNote(number, to, 'reach'), 1);
      maybe(wayNote(number, to, 'host'), 1);
      maybe(wayNote(number, to, 'segment'), 1);
    }
  }
  return { vms, notes, flaws: { shellshock: 12, 'guest-privilege': 9 }, waiting: false, asked: 0 };
}

/** Every goal by the ticks of the shortest of all ways of three acts at the most. */
function bruteForce(view: RedView): Map<string, number> {
  const least = new Map<string, number>();
  const walk = (known: Known, ticks: number, left: number): void => {
    for (const step of prospectsOf(known, view.inPlay)) {
      const after = ticks + ticksOf(view, step);
      const goal = goalOf(step, view.known);
      if (goal !== null) least.set(goal, Math.min(least.get(goal) ?? after, after));
      else if (left > 1) walk(imagineAct(known, step), after, left - 1);
    }
  };
  walk(view.known, 0, 3);
  return least;
}

/** The view of someone in a match who has come to know that. */
function viewOf(known: Known, dice: Dice): RedView {
  const { world } = new Bench(scenarioFor('three-tenants', 'persistent'));
  const lengths = Object.fromEntries(IN_PLAY.map((attack) => [attack, dice.int(5, 60)]));
  return { ...projectRed(world, id(1)), known, inPlay: IN_PLAY, lengths };
}

describe('the shortest way', () => {
  test('A141 is as short as the shortest of all, to every goal of small graphs', () => {
    const found: unknown[] = [];
    const wanted: unknown[] = [];
    let steps = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const dice = new Dice(seed);
      const view = viewOf(drawn(dice), dice);
      const possible = prospectsOf(view.known, view.inPlay);
      const paths = pathsFrom(view, possible, possible);
      const short = [...paths].filter(([, path]) => path.steps.length <= 3);
      found.push(short.map(([goal, { ticks }]) => `${goal} ${ticks}`).sort());
      const all = [...bruteForce(view)].filter(([goal]) => short.some(([to]) => to === goal));
      wanted.push(all.map(([goal, ticks]) => `${goal} ${ticks}`).sort());
      steps = Math.max(steps, ...short.map(([, path]) => path.steps.length));
    }
    expect(found).toEqual(wanted);
    expect(steps).toBe(3);
    expect(found.flat().length).toBeGreaterThan(100);
  });
});
