import { describe, expect, test } from 'vitest';
import { destroyVm } from '../../../shared/mechanics/lifecycle.ts';
import { revert, takeSnapshot } from '../../../shared/mechanics/snapshots.ts';
import { patchGuest } from '../../../shared/mechanics/upkeep/images.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO, type Seq } from '../../../shared/world/ids.ts';
import { emit, type Turn } from '../../../shared/world/turn.ts';
import { bankVm, blocks, disked, STREET } from '../../support/storage.ts';
import { eventsOf, hostileShop, id, turnOf } from '../../support/worlds.ts';

const snap = (turn: Turn): number => takeSnapshot(turn, id(1), NATURE, SCENARIO);
const back = (turn: Turn, to: number): void => revert(turn, id(1), id(to), NATURE, SCENARIO);

function enter({ world }: Turn, ring: 'none' | 'user' | 'kernel'): void {
  setFact(world, 'vms', 1, 'foothold', ring, SCENARIO);
  setFact(world, 'vms', 1, 'intruder', ring === 'none' ? 0 : id(1), SCENARIO);
}

/** Anything that later things may rest on. */
const happening = (turn: Turn): Seq =>
  emit(turn, 'lease-over', { actor: NATURE, subjects: [], causes: [], data: {} });

const withHoles = () => turnOf(disked({ ...STREET, attackers: [hostileShop] }));

describe('snapshots', () => {
  test('G6 a snapshot keeps builds and intruder in one block of the host', () => {
    const turn = withHoles();
    enter(turn, 'user');
    expect(snap(turn)).toBe(1);
    expect(turn.world.snapshots[1]).toMatchObject({
      vm: 1,
      host: 1,
      block: 3,
      kernel: 10,
      service: 10,
      foothold: 'user',
      intruder: 1,
    });
    expect(turn.world.hosts[1]?.freeBlocks).toEqual([4]);
    expect(turn.world.blocks[3]).toMatchObject({ owner: 0, snapshot: 1, content: 1 });
  });

  test('G6 A3 that it was taken is told, because of who asked and of who was in by then', () => {
    const turn = withHoles();
    enter(turn, 'user');
    const entered = happening(turn);
    setFact(turn.world, 'vms', 1, 'foothold', 'kernel', entered);
    const asked = happening(turn);
    takeSnapshot(turn, id(1), { kind: 'tenant', id: id(1) }, asked);
    expect(eventsOf(turn.history, 'snapshot-taken')).toMatchObject([
      {
        actor: { kind: 'tenant', id: 1 },
        subjects: ['vms/1', 'snapshots/1', 'hosts/1'],
        causes: [entered, asked],
        data: { snapshot: 1 },
      },
    ]);
  });

  test('G6 there is none without a free block, and whoever asks has to have looked', () => {
    const turn = withHoles();
    setFact(turn.world, 'hosts', 1, 'freeBlocks', [], SCENARIO);
    expect(() => snap(turn)).toThrow('free blocks');
  });

  test('G6 B1 a new one takes the place of the old, whose block is freed with what it kept', () => {
    const turn = withHoles();
    snap(turn);
    expect(snap(turn)).toBe(2);
    expect(turn.world.snapshots.filter((row) => row !== null)).toHaveLength(1);
    expect(blocks(turn.world, 3, 4)).toEqual(['0:0:1', '0:1:0']);
    expect(turn.world.hosts[1]?.freeBlocks).toEqual([3]);
  });

  test('B6 the snapshot of a VM that is destroyed goes with it', () => {
    const turn = withHoles();
    snap(turn);
    destroyVm(turn, id(1), NATURE, SCENARIO);
    expect(turn.world.snapshots).toEqual([null, null]);
    expect([...turn.world.hosts[1]!.freeBlocks].sort()).toEqual([1, 2, 3, 4]);
    expect(blocks(turn.world, 3)).toEqual(['0:0:1']);
  });
});

describe('going back to one (E12)', () => {
  test('G7 it un-patches: the hole that was mended is open again, and the VM had the fix', () => {
    const turn = withHoles();
    snap(turn);
    patchGuest(turn, id(1), NATURE, SCENARIO);
    expect(turn.world.vms[1]?.service).toBe(12);
    back(turn, 1);
    expect(turn.world.vms[1]).toMatchObject({ service: 10, kernel: 10, revertedFrom: 12 });
    const [reverted] = eventsOf(turn.history, 'vm-reverted');
    expect(reverted?.data).toEqual({ snapshot: 1, service: [12, 10], kernel: [10, 10] });
    expect(turn.world.provenance['vms/1/service']).toBe(reverted?.seq);
    patchGuest(turn, id(1), NATURE, SCENARIO);
    expect(turn.world.vms[1]).toMatchObject({ service: 12, revertedFrom: 0 });
  });

  test('G7 going back twice, it still had the fix that the first time took', () => {
    const turn = withHoles();
    snap(turn);
    patchGuest(turn, id(1), NATURE, SCENARIO);
    back(turn, 1);
    back(turn, 1);
    expect(turn.world.vms[1]).toMatchObject({ service: 10, revertedFrom: 12 });
  });

  test('G7 going back to what is newer leaves nothing to be mended', () => {
    const turn = turnOf(
      disked({ vms: [bankVm({ service: 8, snapshot: { kernel: 9, service: 9 } })] }),
    );
    setFact(turn.world, 'vms', 1, 'revertedFrom', 8, SCENARIO);
    back(turn, 1);
    expect(turn.world.vms[1]).toMatchObject({ service: 9, kernel: 9, revertedFrom: 0 });
  });

  test('G7 who came in since is out', () => {
    const turn = withHoles();
    snap(turn);
    enter(turn, 'kernel');
    setFact(turn.world, 'vms', 1, 'deviceProcess', id(1), SCENARIO);
    back(turn, 1);
    expect(turn.world.vms[1]).toMatchObject({
      foothold: 'none',
      intruder: 0,
      deviceProcess: 0,
    });
    expect(eventsOf(turn.history, 'evicted')).toHaveLength(1);
  });

  test('G7 who was in it then is in it again, as far as they were', () => {
    const turn = withHoles();
    enter(turn, 'user');
    snap(turn);
    enter(turn, 'none');
    back(turn, 1);
    expect(turn.world.vms[1]).toMatchObject({ foothold: 'user', intruder: 1 });
    expect(turn.world.attackers[1]?.knownVms).toEqual([1]);
    const [reverted] = eventsOf(turn.history, 'vm-reverted');
    expect(turn.world.provenance['vms/1/foothold']).toBe(reverted?.seq);
  });

  test('G7 what its tenant has stored since stays stored', () => {
    const turn = withHoles();
    snap(turn);
    const stored = blocks(turn.world, 1, 2);
    back(turn, 1);
    expect(blocks(turn.world, 1, 2)).toEqual(stored);
    expect(turn.world.snapshots[1]).not.toBeNull();
  });
});
