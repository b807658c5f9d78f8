import { describe, expect, test } from 'vitest';
import { runVm, stopVm } from '../../../../shared/mechanics/lifecycle.ts';
import { moveVm } from '../../../../shared/mechanics/migration.ts';
import { revert, takeSnapshot } from '../../../../shared/mechanics/snapshots.ts';
import { patchHost } from '../../../../shared/mechanics/upkeep/patching.ts';
import { beginProcess, endProcess } from '../../../../shared/mechanics/upkeep/process.ts';
import { setFact } from '../../../../shared/world/fact.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import type { Turn } from '../../../../shared/world/turn.ts';
import { FLAWS } from '../../../support/hypervisor.ts';
import { Bench, hostsWith, id, tiny, turnOf } from '../../../support/worlds.ts';

/** VM 1 runs on host 1 with the code of build 43, and attacker 1 is in its device process. */
function entered(): Turn {
  const turn = turnOf(tiny({ hosts: hostsWith({ blocks: 4 }), flaws: [...FLAWS] }));
  setFact(turn.world, 'vms', 1, 'deviceProcess', id(1), SCENARIO);
  return turn;
}

const process = ({ world }: Turn, vm = 1): unknown[] => {
  const row = world.vms[vm];
  return [row?.deviceBuild, row?.deviceProcess];
};
const since = ({ world }: Turn, field: 'deviceBuild' | 'deviceProcess'): number | undefined =>
  world.provenance[`vms/1/${field}`];

describe('the process that emulates the devices of a VM', () => {
  test('K10 a patch of its host leaves it as it is, and whoever is in it', () => {
    const turn = entered();
    patchHost(turn, id(1), NATURE, SCENARIO);
    expect(turn.world.hosts[1]?.build).toBe(52);
    expect(process(turn)).toEqual([43, 1]);
  });

  test('K10 it ends as the VM is powered off; a new one begins with the code of the host', () => {
    const turn = entered();
    patchHost(turn, id(1), NATURE, SCENARIO);
    stopVm(turn, id(1), SCENARIO);
    expect(process(turn)).toEqual([43, 0]);
    runVm(turn, id(1), SCENARIO);
    expect(process(turn)).toEqual([52, 0]);
    const running = turn.history.find((event) => event.kind === 'vm-running')!;
    expect(since(turn, 'deviceBuild')).toBe(running.seq);
    // The patch is among the causes of what the new process is made of.
    expect(running.causes).toContain(turn.history.find(({ kind }) => kind === 'patched')?.seq);
  });

  test('K10 G4 it stays behind in a move, and the new one has the code of where it went, old or new', () => {
    const builds = (there: number): unknown[] => {
      const turn = entered();
      setFact(turn.world, 'hosts', 2, 'build', there, SCENARIO);
      moveVm(turn, id(1), id(2), NATURE, SCENARIO);
      const moved = turn.history.find(({ kind }) => kind === 'vm-moved')!;
      expect([since(turn, 'deviceBuild'), since(turn, 'deviceProcess')]).toEqual([
        moved.seq,
        moved.seq,
      ]);
      return process(turn);
    };
    expect(builds(52)).toEqual([52, 0]);
    expect(builds(40)).toEqual([40, 0]);
  });

  test('K10 G7 going back to a snapshot begins a new one, with the code of today', () => {
    const turn = entered();
    takeSnapshot(turn, id(1), NATURE, SCENARIO);
    patchHost(turn, id(1), NATURE, SCENARIO);
    revert(turn, id(1), id(1), NATURE, SCENARIO);
    expect(process(turn)).toEqual([52, 0]);
  });

  test('K10 each VM has its own: nothing changes for another of the same host', () => {
    const turn = entered();
    setFact(turn.world, 'vms', 2, 'host', id(1), SCENARIO);
    setFact(turn.world, 'vms', 2, 'deviceProcess', id(1), SCENARIO);
    patchHost(turn, id(1), NATURE, SCENARIO);
    beginProcess(turn.world, id(1), id(1));
    expect([process(turn), process(turn, 2)]).toEqual([
      [52, 0],
      [43, 1],
    ]);
  });

  test('K10 where nobody was in it, its end is no news of that', () => {
    const turn = turnOf();
    endProcess(turn.world, id(1), id(7));
    expect(since(turn, 'deviceProcess')).toBeUndefined();
    setFact(turn.world, 'vms', 1, 'deviceProcess', id(1), SCENARIO);
    endProcess(turn.world, id(1), id(7));
    expect([process(turn)[1], since(turn, 'deviceProcess')]).toEqual([0, 7]);
  });

  test('K10 V1 a VM that is made has the code that its host has as it begins to run', () => {
    const bench = new Bench(tiny({ flaws: [...FLAWS] }));
    bench.ask(2);
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    patchHost(bench.match, id(1), NATURE, SCENARIO);
    expect(process(bench.match, 3)).toEqual([43, 0]);
    bench.run(3);
    expect(bench.world.vms[3]?.power).toBe('running');
    expect(process(bench.match, 3)).toEqual([52, 0]);
  });

  test('K10 a scenario may tell of one that is older than its host', () => {
    const vms = tiny().vms.map((vm) => ({ ...vm, deviceBuild: 38 }));
    expect(process(turnOf({ ...tiny(), vms }))).toEqual([38, 0]);
    expect(process(turnOf())).toEqual([43, 0]);
  });
});
