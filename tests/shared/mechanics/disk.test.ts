import { describe, expect, test } from 'vitest';
import { encryptVolume, releaseBlocks, writeDisk } from '../../../shared/mechanics/disk.ts';
import { destroyVm, placeVm } from '../../../shared/mechanics/lifecycle.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { type HostId, SCENARIO, type TenantId, type VmId } from '../../../shared/world/ids.ts';
import type { VmPlan } from '../../../shared/world/machine/vm.ts';
import type { Turn } from '../../../shared/world/turn.ts';
import { blocks, disked } from '../../support/storage.ts';
import { eventsOf, hostsWith, id, planOf, turnOf } from '../../support/worlds.ts';

const gone = (turn: Turn): void => destroyVm(turn, id(1), NATURE, SCENARIO);

/** The shop's next VM on host 1. */
function next(turn: Turn, plan: Partial<VmPlan>): VmId {
  const what = { plan: planOf(plan), tenant: id<TenantId>(2), host: id<HostId>(1) };
  return placeVm(turn, { ...what, technique: 'hvm', request: 0, actor: NATURE }, [SCENARIO]);
}

describe('blocks', () => {
  test('B1 B2 a deleted volume stays in its blocks, and the next owner gets them as they are', () => {
    const turn = turnOf(disked());
    gone(turn);
    expect(blocks(turn.world, 1, 2, 3)).toEqual(['0:0:1', '0:0:0', '0:0:0']);
    const vm = next(turn, { blocks: 3 });
    expect(turn.world.vms[vm]?.disk).toEqual([2, 1, 3]);
    expect(blocks(turn.world, 1, 2, 3)).toEqual([`${vm}:0:1`, `${vm}:0:0`, `${vm}:0:0`]);
  });

  test('B1 a guest that writes a block replaces what was left in it', () => {
    const turn = turnOf(disked());
    gone(turn);
    const vm = turn.world.vms[next(turn, { blocks: 3, blockFills: 2 })]!;
    writeDisk(turn, vm);
    expect(blocks(turn.world, 1, 2)).toEqual(['2:0:1', '2:3:0']);
    writeDisk(turn, vm);
    writeDisk(turn, vm);
    expect(blocks(turn.world, 1, 2, 3)).toEqual(['2:3:0', '2:3:0', '2:0:0']);
  });

  test('B3 a host that wipes on delete leaves nothing, and what lay there before stays', () => {
    const hosts = hostsWith({ blocks: 4, wipe: 'on-delete' });
    const residue = [{ host: 1, asset: 'ledger', frames: 0, blocks: 1 } as const];
    const turn = turnOf(disked({ hosts, residue }));
    gone(turn);
    expect(blocks(turn.world, 1, 2, 3)).toEqual(['0:0:0', '0:0:0', '0:0:2']);
    expect(eventsOf(turn.history, 'blocks-freed')[0]?.data).toEqual({
      host: 1,
      asset: 1,
      blocks: 1,
      policy: 'on-delete',
    });
  });

  test('B4 what an encrypted volume leaves is sealed, and is wiped and written over like any', () => {
    const turn = turnOf(disked());
    encryptVolume(turn, id(1), NATURE, SCENARIO);
    gone(turn);
    expect(blocks(turn.world, 1, 2)).toEqual(['0:0:1s', '0:0:0']);
    const vm = turn.world.vms[next(turn, { blocks: 2, blockFills: 2 })]!;
    writeDisk(turn, vm);
    writeDisk(turn, vm);
    expect(blocks(turn.world, 1, 2)).toEqual(['2:3:0', '2:3:0']);
  });

  test('B6 blocks come back on top of the stack, once each, and none of them is lost', () => {
    const turn = turnOf(disked());
    const { world } = turn;
    const before = [...world.hosts[1]!.freeBlocks, ...world.vms[1]!.disk].sort();
    gone(turn);
    expect(world.hosts[1]?.freeBlocks).toEqual([4, 3, 1, 2]);
    expect([...world.hosts[1]!.freeBlocks].sort()).toEqual(before);
    expect(world.hosts[2]?.freeBlocks).toEqual([8, 7, 6, 5]);
  });

  test('B6 nothing happens, and nothing is told, when no block is given back', () => {
    const turn = turnOf(disked());
    releaseBlocks(turn, id(1), [], turn.world.vms[1]!, SCENARIO);
    expect(turn.history).toEqual([]);
  });
});
