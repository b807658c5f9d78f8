import { describe, expect, test } from 'vitest';
import { ownerLeaves } from '../../../shared/mechanics/leases.ts';
import { destroyVm } from '../../../shared/mechanics/lifecycle.ts';
import {
  beginMove,
  giveUpMove,
  hasRoomFor,
  moveObstacle,
  moveVm,
} from '../../../shared/mechanics/migration.ts';
import { enters } from '../../../shared/mechanics/network/path.ts';
import { smuggle } from '../../../shared/mechanics/smuggling.ts';
import { setFact } from '../../../shared/world/fact.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { bankVm, blocks, disked, frames, STREET } from '../../support/storage.ts';
import { eventsOf, hostsWith, id, turnOf } from '../../support/worlds.ts';

const worldOf = (over: Partial<ScenarioFile> = {}) => turnOf(disked(over));
const move = (turn: ReturnType<typeof worldOf>): void =>
  moveVm(turn, id(1), id(2), NATURE, SCENARIO);

describe('a VM that is moved', () => {
  test('G4 takes what it wrote with it and leaves the same behind as residue', () => {
    const turn = worldOf();
    move(turn);
    const { world } = turn;
    expect(world.vms[1]).toMatchObject({ host: 2, memory: [7, 8, 9], disk: [5, 6], movingTo: 0 });
    expect(frames(world, 7, 8, 9)).toEqual(['1:1:0', '1:1:0', '1:0:0']);
    expect(blocks(world, 5, 6)).toEqual(['1:1:0', '1:0:0']);
    expect(frames(world, 1, 2, 3)).toEqual(['0:0:1', '0:0:1', '0:0:0']);
    expect(blocks(world, 1, 2)).toEqual(['0:0:1', '0:0:0']);
    expect(world.hosts[1]?.free).toHaveLength(6);
    expect(world.hosts[2]?.free).toHaveLength(3);
    expect(world.vms[1]).toMatchObject({ filled: 2, diskFilled: 1, power: 'running' });
  });

  test('G4 M7 what it never wrote comes as it lies at the destination', () => {
    const turn = worldOf({ residue: [{ host: 2, asset: 'ledger', frames: 3, blocks: 2 }] });
    move(turn);
    expect(frames(turn.world, 7, 8, 9)).toEqual(['1:1:0', '1:1:0', '1:0:2']);
    expect(blocks(turn.world, 5, 6)).toEqual(['1:1:0', '1:0:2']);
  });

  test('M5 M6 G4 the policies of both hosts apply: the one it leaves, the one it comes to', () => {
    const [one] = hostsWith({ blocks: 4, scrub: 'on-free', wipe: 'on-delete' });
    const [two] = hostsWith({ blocks: 4, scrub: 'on-allocate' });
    const residue = [{ host: 2, asset: 'ledger', frames: 3 } as const];
    const turn = worldOf({ hosts: [one!, two!], residue });
    move(turn);
    expect(frames(turn.world, 1, 2, 3)).toEqual(['0:0:0', '0:0:0', '0:0:0']);
    expect(blocks(turn.world, 1)).toEqual(['0:0:0']);
    expect(frames(turn.world, 9)).toEqual(['1:0:0']);
  });

  test('N4 G4 its old switch forgets it and the new one has never heard of it: it stands open', () => {
    const turn = worldOf({ ...STREET, vms: [bankVm({ zone: 'data' })] });
    const { world } = turn;
    expect(enters(world, 0, id(1), 'web')).toBe(false);
    move(turn);
    expect(world.switches.slice(1).map((gate) => gate?.ports)).toEqual([[], []]);
    expect(enters(world, 0, id(1), 'web')).toBe(true);
  });

  test('G4 whoever was in the process that emulated its devices stays behind', () => {
    const turn = worldOf();
    setFact(turn.world, 'vms', 1, 'foothold', 'kernel', SCENARIO);
    setFact(turn.world, 'vms', 1, 'deviceProcess', id(1), SCENARIO);
    move(turn);
    expect(turn.world.vms[1]).toMatchObject({ deviceProcess: 0, foothold: 'kernel' });
  });

  test('G6 its snapshot stays on the disk of the host where it was taken', () => {
    const vms = [bankVm({ snapshot: { kernel: 9, service: 9 } })];
    const turn = worldOf({ vms });
    move(turn);
    expect(turn.world.snapshots[1]).toMatchObject({ host: 1, block: 3 });
    destroyVm(turn, id(1), NATURE, SCENARIO);
    expect([...turn.world.hosts[1]!.freeBlocks].sort()).toEqual([1, 2, 3, 4]);
    expect([...turn.world.hosts[2]!.freeBlocks].sort()).toEqual([5, 6, 7, 8]);
  });
});

describe('room at the destination', () => {
  test('G5 it is the VM’s from when the move begins, and the move uses it', () => {
    const turn = worldOf();
    beginMove(turn, id(1), id(2), NATURE, SCENARIO);
    const { world } = turn;
    expect(world.vms[1]).toMatchObject({ movingTo: 2, reservedMemory: [7, 8, 9], host: 1 });
    expect(world.hosts[2]?.free).toEqual([12, 11, 10]);
    expect(frames(world, 7)).toEqual(['1:0:0']);
    expect(eventsOf(turn.history, 'vm-moving')[0]?.data).toEqual({ from: 1, to: 2 });
    move(turn);
    expect(world.vms[1]).toMatchObject({ memory: [7, 8, 9], reservedMemory: [], reservedDisk: [] });
    expect(world.hosts[2]?.free).toEqual([12, 11, 10]);
  });

  test('G5 given up, it is free again and the VM is where it was', () => {
    const turn = worldOf();
    beginMove(turn, id(1), id(2), NATURE, SCENARIO);
    giveUpMove(turn, id(1), SCENARIO);
    const { world } = turn;
    expect(world.vms[1]).toMatchObject({ host: 1, movingTo: 0, reservedMemory: [] });
    expect([...world.hosts[2]!.free].sort((a, b) => a - b)).toEqual([7, 8, 9, 10, 11, 12]);
    expect(world.hosts[2]?.freeBlocks).toHaveLength(4);
    giveUpMove(turn, id(1), SCENARIO);
    expect(world.hosts[2]?.free).toHaveLength(6);
  });

  test('G5 a VM that is destroyed while it is moved gives both back', () => {
    const turn = worldOf();
    beginMove(turn, id(1), id(2), NATURE, SCENARIO);
    destroyVm(turn, id(1), NATURE, SCENARIO);
    expect(turn.world.hosts.slice(1).map((host) => host?.free.length)).toEqual([6, 6]);
    expect(turn.world.hosts.slice(1).map((host) => host?.freeBlocks.length)).toEqual([4, 4]);
  });

  test('M9 G5 what a guest gave back meanwhile it does not get again', () => {
    const turn = worldOf();
    beginMove(turn, id(1), id(2), NATURE, SCENARIO);
    const trick = { actor: NATURE, attack: 'any', act: SCENARIO, proof: { needs: [], causes: [] } };
    smuggle(turn, id(1), id(2), trick);
    move(turn);
    expect(turn.world.vms[1]).toMatchObject({ frames: 2, filled: 1, memory: [7, 8] });
    expect([...turn.world.hosts[2]!.free].sort((a, b) => a - b)).toEqual([9, 10, 11, 12]);
  });

  test('K1 G5 it cannot go where there is no room, nowhere, or where it cannot run', () => {
    const [one] = hostsWith({ blocks: 4 });
    const [old] = hostsWith({ blocks: 4, virtualisationExtension: false });
    const [small] = hostsWith({ blocks: 4, frames: 2 });
    const [bare] = hostsWith({ blocks: 1 });
    const turn = worldOf({ hosts: [one!, old!, small!, bare!] });
    const why = (host: number) => moveObstacle(turn.world, id(1), id(host));
    expect(why(1)).toEqual({ kind: 'no-host' });
    expect(why(2)).toEqual({ kind: 'misfit', reason: 'no-extension' });
    expect(why(3)).toEqual({ kind: 'frames', free: 2, wanted: 3 });
    expect(why(4)).toEqual({ kind: 'blocks', free: 1, wanted: 2 });
    expect(why(9)).toEqual({ kind: 'no-host' });
    expect([1, 2, 3, 4].some((host) => hasRoomFor(turn.world, id(1), id(host)))).toBe(false);
  });

  test('G5 one that is being moved already is not moved by anyone else', () => {
    const turn = worldOf();
    ownerLeaves(turn, id(1), SCENARIO);
    expect(hasRoomFor(turn.world, id(1), id(2))).toBe(true);
    beginMove(turn, id(1), id(2), NATURE, SCENARIO);
    expect(hasRoomFor(turn.world, id(1), id(2))).toBe(false);
  });
});
