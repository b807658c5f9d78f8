import { describe, expect, test } from 'vitest';
import { raise } from '../../../shared/mechanics/sensors/raise.ts';
import { sense } from '../../../shared/mechanics/sensors/registry.ts';
import type { AlertState, Observation } from '../../../shared/world/alert.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { Bench, hostsWith, id, tiny } from '../../support/worlds.ts';

const ZONES: ScenarioFile['zones'] = [{ name: 'app' }, { name: 'data' }, { name: 'quarantine' }];

const deckOf = (...commands: string[]): ScenarioFile['deck'] => ({
  commands: commands as never,
  attacks: [],
  sensors: [],
  techniques: ['hvm'],
});

const benchWith = (over: Partial<ScenarioFile> = {}): Bench =>
  new Bench(tiny({ zones: ZONES, ...over }));

const scan: Observation = {
  kind: 'traffic',
  nature: 'probe',
  peer: id(2),
  service: 'web',
  others: [],
  fates: [['delivered', 0, 1]],
  crossed: false,
};
const found: Observation = { kind: 'code-found', ring: 'root' };
const residue: Observation = { kind: 'residue-free', asset: id(1), frames: 1 };

/** Raises these of VM 1 on host 1 (0: of the host alone). */
function told(bench: Bench, vm: 0 | 1, ...seen: Observation[]): void {
  for (const one of seen) raise(bench.match, 'S2', { host: id(1), vm: id(vm) }, one, []);
}

const states = ({ world }: Bench): (AlertState | undefined)[] =>
  world.alerts.slice(1).map((alert) => alert?.state);

describe('S27 what an order settles', () => {
  test('S27 quarantine answers what its VM was seen to do, and nothing about another', () => {
    const bench = benchWith();
    told(bench, 1, scan, { kind: 'searching', frames: 2 });
    raise(bench.match, 'S2', { host: id(1), vm: id(2) }, { ...scan, peer: id(1) }, []);
    told(bench, 0, residue);
    bench.give('quarantine-vm', { vm: 1 });
    expect(states(bench)).toEqual(['answered', 'answered', 'open', 'open']);
    const closed = bench.events('alert-closed');
    expect(closed.map(({ data, actor }) => [data.alert, actor.kind])).toEqual([
      [1, 'seat'],
      [2, 'seat'],
    ]);
    expect(closed[0]?.causes).toEqual([bench.events('order')[0]?.seq]);
  });

  test('S27 an intruder who is shut off is in there still, as long as something in play ends that', () => {
    const bench = benchWith();
    told(bench, 1, found);
    bench.give('quarantine-vm', { vm: 1 });
    expect(states(bench)).toEqual(['open']);
    bench.give('rebuild-vm', { vm: 1 });
    bench.run(200);
    expect(states(bench)).toEqual(['over']);
    const without = benchWith({ deck: deckOf('quarantine-vm') });
    told(without, 1, found);
    without.give('quarantine-vm', { vm: 1 });
    expect(states(without)).toEqual(['answered']);
  });

  test('S27 a look answers what led to it, and says itself what it found; nothing found waits for nobody', () => {
    const bench = benchWith();
    told(bench, 1, scan);
    bench.give('investigate-vm', { vm: 1 });
    expect(states(bench)).toEqual(['open']);
    bench.run(200);
    expect(states(bench)).toEqual(['answered', 'answered']);
    expect(bench.world.alerts[2]?.seen.kind).toBe('nothing-found');
  });

  test('S27 scrubbing, pushing, patching end what they mend, when they are done', () => {
    const bench = benchWith({ residue: [{ host: 1, asset: 'payment-keys', frames: 2 }] });
    told(bench, 0, residue);
    told(bench, 1, { kind: 'moved', from: id(2), to: id(1) });
    bench.world.switches[1] = { ...bench.world.switches[1]!, ports: [] };
    expect(bench.give('push-policy', { host: 1 })).toBeNull();
    expect(states(bench)).toEqual(['open', 'open']);
    expect(bench.give('scrub-frames', { host: 1 })).toBeNull();
    bench.run(200);
    expect(states(bench)).toEqual(['over', 'over']);
  });

  test('S27 a job that is given up settles nothing', () => {
    const bench = benchWith();
    told(bench, 1, scan);
    bench.give('investigate-vm', { vm: 1 });
    bench.give('cancel-job', { job: 1 });
    bench.run(200);
    expect(states(bench)).toEqual(['open']);
  });

  test('S27 whoever puts one away puts away all that is open of its cause, and no more', () => {
    const bench = benchWith();
    told(bench, 0, residue, { ...residue, asset: id(2) });
    told(bench, 1, scan);
    bench.give('acknowledge-alert', { alert: 2 });
    expect(states(bench)).toEqual(['acknowledged', 'acknowledged', 'open']);
    expect(bench.world.alerts[1]?.closedAt).toBe(bench.world.tick);
  });

  test('S27 what a VM did that is gone waits for nobody, and an edit that every switch enforces neither', () => {
    const bench = benchWith({ hosts: hostsWith({}), rules: [] });
    told(bench, 1, scan);
    raise(bench.match, 'S5', { host: 0, vm: 0 }, { kind: 'policy-edited', version: 1 }, []);
    bench.world.vms[1] = null;
    sense(bench.match);
    expect(states(bench)).toEqual(['over', 'over']);
  });
});
