import { describe, expect, test } from 'vitest';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { Bench, hostsWith, tiny } from '../../support/worlds.ts';

const AT = 4;
const FRAMES = 1;
/** VM 1 is moved by the scheduler from host 1 to host 2. */
const balanced = (takes: number, over: Partial<ScenarioFile> = {}): Bench =>
  new Bench(
    tiny({
      people: [{ kind: 'balances', at: [AT, AT], vm: 1, host: 2 }],
      ...over,
      pace: { balanceTakes: takes, migrateBase: 10, ...over.pace },
    }),
  );

const at = ({ world }: Bench) => [world.vms[1]?.host, world.vms[1]?.movingTo];
const START = AT * 5;

describe('G10 the scheduler of a cluster', () => {
  test('G10 moves at once where it is given no time', () => {
    const bench = balanced(0).run(START);
    expect(at(bench)).toEqual([2, 0]);
    expect(bench.events('vm-moving')).toEqual([]);
  });

  test('G10 G5 takes as long as a move by hand, and has the room set aside meanwhile', () => {
    const bench = balanced(1000);
    bench.run(START - bench.world.tick);
    const vm = bench.world.vms[1]!;
    expect(at(bench)).toEqual([1, 2]);
    expect(vm.reservedMemory).toHaveLength(vm.frames);
    bench.run(10 + vm.frames * FRAMES - 1);
    expect(at(bench)).toEqual([1, 2]);
    bench.run(1);
    expect(at(bench)).toEqual([2, 0]);
    expect(bench.world.vms[1]).toMatchObject({ arrivesAt: 0, reservedMemory: [] });
    const [moved] = bench.events('vm-moved');
    expect(moved?.causes).toContain(bench.events('vm-moving')[0]?.seq);
  });

  test('G10 J2 nobody else works on it meanwhile, and again once it is there', () => {
    const bench = balanced(1000);
    bench.run(START - bench.world.tick);
    expect(bench.give('stop-vm', { vm: 1 })?.code).toBe('rule.target-busy');
    bench.run(20);
    expect(bench.give('stop-vm', { vm: 1 })).toBeNull();
  });

  test('G10 it stays where it is if the other host goes off, and what was set aside is free', () => {
    const bench = balanced(1000, { pace: { rebuildHostLength: 30 } });
    const free = bench.world.hosts[2]?.free.length;
    bench.run(START - bench.world.tick);
    expect(bench.give('rebuild-host', { host: 2 })).toBeNull();
    bench.run(2);
    expect(at(bench)).toEqual([1, 0]);
    expect(bench.world.hosts[2]?.free).toHaveLength(free ?? 0);
  });

  test('G10 it moves nothing that somebody works on', () => {
    const bench = balanced(1000, {
      hosts: hostsWith({ blocks: 4 }),
      pace: { investigateLength: 30 },
    });
    bench.run(START - 2 - bench.world.tick);
    expect(bench.give('investigate-vm', { vm: 1 })).toBeNull();
    bench.run(20);
    expect(at(bench)).toEqual([1, 0]);
  });
});
