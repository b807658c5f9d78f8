import { describe, expect, test } from 'vitest';
import { attacks } from '../../../shared/attacks/registry.ts';
import { meet } from '../../../shared/mechanics/harm/intrusion.ts';
import { destroyVm } from '../../../shared/mechanics/lifecycle.ts';
import { dirtyFrames } from '../../../shared/mechanics/memory.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { ScrubPolicy } from '../../../shared/world/machine/host.ts';
import { Bench, benchWithReader, hostileShop, hostsWith, id, tiny } from '../../support/worlds.ts';

const attack = attacks.get('res-mem-unscrubbed')!;

/** The bank's VM goes; the shop is given its frames and reads them. */
function succession(scrub: ScrubPolicy): { onHost: number; read: number } {
  const bench = new Bench(tiny({ hosts: hostsWith({ scrub }), attackers: [hostileShop] }));
  destroyVm(bench.match, id(1), NATURE, id(0));
  // A reader with the hypervisor's eyes scans what nobody owns.
  const onHost = dirtyFrames(bench.world, id(1)).length;
  bench.act('entry-tenant');
  bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
  bench.run(3);
  expect(bench.world.vms[3]?.memory).toEqual([2, 1]);
  bench.act('res-mem-unscrubbed', { vm: 1 });
  bench.run(14);
  return { onHost, read: bench.events('harm').length };
}

describe('B27 in the order of its mechanism (check 4 of B-IX)', () => {
  test('A5 without scrubbing the next tenant reads what the last one left', () => {
    expect(succession('never')).toEqual({ onHost: 2, read: 1 });
  });

  test('A5 M6 on-allocate: the next tenant reads zeros, a scan of free memory still finds it', () => {
    expect(succession('on-allocate')).toEqual({ onHost: 2, read: 0 });
  });

  test('A5 M5 on-free: neither finds anything', () => {
    expect(succession('on-free')).toEqual({ onHost: 0, read: 0 });
  });

  test('A5 M7 what the reader’s own work has overwritten before, it cannot read', () => {
    const plan = { ...hostileShop.plan, fills: 2 };
    const bench = benchWithReader({ attackers: [{ ...hostileShop, plan }] });
    bench.run(6);
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(14);
    expect(bench.events('harm')).toEqual([]);
  });

  test('A5 a guest that is off reads nothing, and leaves no trace of trying', () => {
    const bench = benchWithReader({ pace: { reconLength: 1, accessLength: 2, actLength: 2 } });
    bench.give('stop-vm', { vm: 3 });
    bench.run(2);
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(5);
    expect(bench.events('harm')).toEqual([]);
    expect(bench.world.evidence).toEqual([null]);
  });

  test('A5 its reads fall on the frames of its memory in order, each once, when all is prepared', () => {
    const bench = benchWithReader();
    for (const length of [1, 2, 3, 8, 80]) {
      const ticks = Array.from({ length }, (_, i) =>
        attack.strikes(bench.world, { vm: 3 }, i + 1, length),
      );
      expect(ticks.slice(0, -1).flat()).toEqual([]);
      const reads = ticks.flat();
      expect(reads).toEqual([
        { vm: 3, frame: 3 },
        { vm: 3, frame: 4 },
      ]);
    }
  });

  test('A4 it means only VMs that the attacker knows, by the attacker’s own numbers', () => {
    const { world } = benchWithReader();
    const attacker = world.attackers[1]!;
    const meant = [0, 1, 2, 3, -1].map((vm) => attack.resolve(world, attacker, { vm }));
    expect(meant).toEqual([null, { vm: 3, attacker: 1 }, null, null, null]);
  });

  test('A5 A6 nothing is meant by the memory of a VM whose kernel they have not', () => {
    const { world } = benchWithReader();
    const attacker = world.attackers[1]!;
    for (const foothold of ['none', 'user', 'root'] as const) {
      setFact(world, 'vms', 3, 'foothold', foothold, SCENARIO);
      expect([foothold, attack.resolve(world, attacker, { vm: 1 })]).toEqual([foothold, null]);
    }
    // A VM that they have only heard of is no more theirs to read.
    setFact(world, 'vms', 3, 'foothold', 'kernel', SCENARIO);
    meet(attacker, id(2));
    expect(attack.resolve(world, attacker, { vm: 2 })).toBeNull();
    expect(attack.resolve(world, attacker, { vm: 1 })).toEqual({ vm: 3, attacker: 1 });
  });

  test('A5 whoever has no more than root at the end of it reads nothing', () => {
    const bench = benchWithReader();
    bench.act('res-mem-unscrubbed', { vm: 1 });
    setFact(bench.world, 'vms', 3, 'foothold', 'root', SCENARIO);
    bench.run(14);
    expect(bench.events('harm')).toEqual([]);
    expect(bench.events('act-ended').at(-1)?.data.outcome).toBe('needs-unmet');
  });

  test('S8 even a read that finds nothing leaves its trace', () => {
    const bench = benchWithReader({ residue: [] });
    bench.act('res-mem-unscrubbed', { vm: 1 });
    bench.run(14);
    expect(bench.events('harm')).toEqual([]);
    expect(bench.world.evidence.length).toBeGreaterThan(1);
  });
});
