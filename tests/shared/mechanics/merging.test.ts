import { describe, expect, test } from 'vitest';
import { beginGrowth, growVm } from '../../../shared/mechanics/growth.ts';
import { destroyVm } from '../../../shared/mechanics/lifecycle.ts';
import { framesToPart, readsInCommon } from '../../../shared/mechanics/merging.ts';
import { moveVm } from '../../../shared/mechanics/migration.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { type FrameId, type HostId, SCENARIO, type VmId } from '../../../shared/world/ids.ts';
import { benchBeside, besideOpenly } from '../../support/setups/hardware.ts';
import { type Bench, hostsWith, id } from '../../support/worlds.ts';

const memoryOf = ({ world }: Bench, vm: number) => {
  const { memory, merged } = world.vms[vm]!;
  return { memory, merged };
};

describe('pages of an image', () => {
  test('M11 are in the last frames of each of its VMs, and nothing else is in them', () => {
    const { world } = benchBeside({ hosts: hostsWith({ dedup: false, capacity: 3000 }) });
    const images = world.vms[1]!.memory.map((frame) => world.frames[frame]!.image);
    expect(images).toEqual([0, 1]);
    const last = world.frames[world.vms[1]!.memory.at(-1)!]!;
    expect([last.content, last.residue]).toEqual([0, 0]);
  });

  test('M11 are loaded again where a VM arrives', () => {
    const bench = benchBeside();
    moveVm(bench.match, id<VmId>(2), id<HostId>(2), NATURE, SCENARIO);
    expect(memoryOf(bench, 2).merged).toEqual([]);
    const images = memoryOf(bench, 2).memory.map((frame) => bench.world.frames[frame]!.image);
    expect(images).toEqual([0, 1]);
  });
});

describe('merging', () => {
  test('M12 keeps the frame of whoever was there first, and frees the other', () => {
    const bench = benchBeside();
    expect(memoryOf(bench, 1)).toEqual({ memory: [1, 2], merged: [] });
    expect(memoryOf(bench, 2)).toEqual({ memory: [3], merged: [2] });
    expect(bench.world.frames[4]).toMatchObject({ owner: 0, image: 0, content: 0 });
    expect(bench.world.hosts[1]!.free).toContain(4);
    const [merged] = bench.events('pages-merged');
    expect(bench.world.provenance['vms/2/merged']).toBe(merged?.seq);
  });

  test('M12 is between VMs of one image, one host and the same builds alone', () => {
    const merges = (over: Parameters<typeof benchBeside>[0]): boolean =>
      readsInCommon(benchBeside(over).world, id<VmId>(2));
    const [shop, bank] = besideOpenly.vms!;
    expect(merges({})).toBe(true);
    expect(merges({ vms: [shop!, { ...bank!, service: 12 }] })).toBe(false);
    expect(merges({ vms: [shop!, { ...bank!, host: 2 }] })).toBe(false);
    expect(merges({ hosts: hostsWith({ dedup: false, capacity: 3000 }) })).toBe(false);
  });

  test('M13 a VM that is patched away from the other has pages of its own again', () => {
    const bench = benchBeside();
    bench.give('patch-guest', { vm: 2 });
    bench.run(20);
    expect(memoryOf(bench, 2)).toEqual({ memory: [3, 4], merged: [] });
    expect(bench.events('pages-parted')).toHaveLength(1);
  });

  test('M13 it is switched off only where there is a frame for each page', () => {
    const bench = benchBeside({ hosts: hostsWith({ frames: 4, dedup: true, capacity: 3000 }) });
    expect(framesToPart(bench.world, id<HostId>(1))).toBe(1);
    const [taken] = bench.world.hosts[1]!.free;
    const free = bench.world.hosts[1]!.free as FrameId[];
    free.length = 0;
    expect(bench.give('unmerge-pages', { host: 1 })).toEqual({
      code: 'rule.frames-short',
      facts: { host: 1, free: 0, wanted: 1 },
    });
    free.push(taken!);
    expect(bench.give('unmerge-pages', { host: 1 })).toBeNull();
    bench.run(30);
    expect(bench.world.hosts[1]!.dedup).toBe(false);
    expect(memoryOf(bench, 2)).toEqual({ memory: [3, 4], merged: [] });
    expect(bench.world.hosts[1]!.free).toEqual([]);
  });

  test('M11 G9 a VM that grows writes its new frames, and its pages stay', () => {
    const bench = benchBeside({ hosts: hostsWith({ dedup: false, capacity: 3000 }) });
    beginGrowth(bench.match, id<VmId>(1), 2, SCENARIO);
    growVm(bench.match, id<VmId>(1), 2, NATURE, SCENARIO);
    bench.run(40);
    const { memory, filled } = bench.world.vms[1]!;
    const held = memory.map((frame) => {
      const { content, image } = bench.world.frames[frame]!;
      return [content, image];
    });
    expect(filled).toBe(3);
    expect(held).toEqual([
      [3, 0],
      [3, 0],
      [3, 0],
      [0, 1],
    ]);
  });

  test('M13 of a VM that is destroyed the frame stays with its reader, and holds no residue', () => {
    const bench = benchBeside();
    destroyVm(bench.match, id<VmId>(1), NATURE, SCENARIO);
    expect(memoryOf(bench, 2)).toEqual({ memory: [3, 2], merged: [] });
    expect(bench.world.frames[2]).toMatchObject({ owner: 2, residue: 0, image: 1 });
    expect(bench.world.frames[1]).toMatchObject({ owner: 0, residue: 3, image: 0 });
  });

  test('M13 what others read in the frames of a VM that leaves stays with them', () => {
    const bench = benchBeside();
    moveVm(bench.match, id<VmId>(1), id<HostId>(2), NATURE, SCENARIO);
    expect(memoryOf(bench, 2)).toEqual({ memory: [3, 2], merged: [] });
    expect(bench.world.frames[2]).toMatchObject({ owner: 2, image: 1 });
    expect(memoryOf(bench, 1).memory).toHaveLength(2);
  });
});
