import { describe, expect, test } from 'vitest';
import { destroyVm, placeVm, runVm } from '../../../shared/mechanics/lifecycle.ts';
import {
  allocate,
  dirtyFrames,
  nextFrames,
  scrubInBackground,
  zero,
} from '../../../shared/mechanics/memory.ts';
import { writeMemory } from '../../../shared/mechanics/writing.ts';
import { NATURE } from '../../../shared/world/history.ts';
import type { VmId } from '../../../shared/world/ids.ts';
import type { Turn } from '../../../shared/world/turn.ts';
import { hostsWith, id, planOf, tiny, turnOf } from '../../support/worlds.ts';

const HOST = id<never>(1);

/** Frames as `owner:content:residue`. */
const look = ({ world }: Turn, ...ids: number[]): string[] =>
  ids.map(
    (n) => `${world.frames[n]?.owner}:${world.frames[n]?.content}:${world.frames[n]?.residue}`,
  );

function place(turn: Turn, frames: number, fills = frames): VmId {
  const plan = planOf({ frames, fills });
  const who = { tenant: id<never>(2), request: 0 as const, actor: NATURE };
  const placement = { plan, host: HOST, technique: 'hvm' as const, ...who };
  return placeVm(turn, placement, []);
}

const leave = (turn: Turn, vm: number): void => destroyVm(turn, id(vm), NATURE, id(0));

function write(turn: Turn, ticks: number): void {
  for (let i = 0; i < ticks; i += 1) writeMemory(turn);
}

describe('the allocator', () => {
  test('M4 the frame that was freed last is handed out first', () => {
    const turn = turnOf();
    expect(nextFrames(turn.world, HOST, 4)).toEqual([3, 4, 5, 6]);
    leave(turn, 1);
    expect(turn.world.hosts[1]?.free).toEqual([6, 5, 4, 3, 1, 2]);
    expect(nextFrames(turn.world, HOST, 3)).toEqual([2, 1, 3]);
    expect(nextFrames(turn.world, HOST, 0)).toEqual([]);
    expect(turn.world.vms[place(turn, 3)]?.memory).toEqual([2, 1, 3]);
    expect(turn.world.hosts[1]?.free).toEqual([6, 5, 4]);
  });

  test('M9 a host that has too few frames gives none', () => {
    const turn = turnOf();
    const before = JSON.stringify(turn.world);
    expect(() => allocate(turn, HOST, id(9), 5, id(1))).toThrow('4 frames, not 5');
    expect(JSON.stringify(turn.world)).toBe(before);
  });

  test('M9 frames of one host are never handed out on another', () => {
    const turn = turnOf();
    leave(turn, 2);
    expect(turn.world.vms[place(turn, 4)]?.memory.every((n) => n <= 6)).toBe(true);
  });
});

describe('residue', () => {
  test('M2 a freed frame keeps what its owner wrote', () => {
    const turn = turnOf();
    leave(turn, 1);
    expect(look(turn, 1, 2, 3)).toEqual(['0:0:1', '0:0:1', '0:0:0']);
    expect(dirtyFrames(turn.world, HOST)).toEqual([2, 1]);
  });

  test('M2 a frame that its owner never wrote keeps what was in it before', () => {
    const turn = turnOf();
    leave(turn, 1);
    const vm = place(turn, 2, 1);
    runVm(turn, vm, id(1));
    write(turn, 3);
    leave(turn, vm);
    expect(look(turn, 1, 2)).toEqual(['0:0:1', '0:0:3']);
  });

  test('M3 an allocation hands frames out as they are', () => {
    const turn = turnOf();
    leave(turn, 1);
    place(turn, 2);
    expect(look(turn, 1, 2)).toEqual(['3:0:1', '3:0:1']);
    write(turn, 50);
    expect(look(turn, 1, 2)).toEqual(['3:0:1', '3:0:1']);
  });

  test('M3 zeroing ends it, and says whether there was any', () => {
    const turn = turnOf();
    leave(turn, 1);
    expect(zero(turn.world, id(1), id(1))).toBe(true);
    expect(zero(turn.world, id(1), id(1))).toBe(false);
    expect(look(turn, 1, 2)).toEqual(['0:0:0', '0:0:1']);
  });
});

describe('scrub policies', () => {
  test('M5 under on-free a frame is zeroed when it loses its owner', () => {
    const turn = turnOf(tiny({ hosts: hostsWith({ scrub: 'on-free' }) }));
    leave(turn, 1);
    expect(look(turn, 1, 2)).toEqual(['0:0:0', '0:0:0']);
  });

  test('M5 under on-free what lay in a frame before its owner came goes too', () => {
    const turn = turnOf(
      tiny({
        hosts: hostsWith({ scrub: 'on-free' }),
        residue: [{ host: 1, asset: 'ledger', frames: 1 }],
      }),
    );
    const vm = place(turn, 2, 0);
    expect(look(turn, 3)).toEqual(['3:0:2']);
    leave(turn, vm);
    expect(look(turn, 3)).toEqual(['0:0:0']);
  });

  test('M6 under on-allocate a frame is zeroed when it gets an owner, and not before', () => {
    const turn = turnOf(tiny({ hosts: hostsWith({ scrub: 'on-allocate' }) }));
    leave(turn, 1);
    expect(look(turn, 1, 2)).toEqual(['0:0:1', '0:0:1']);
    place(turn, 1);
    expect(look(turn, 1, 2)).toEqual(['0:0:1', '3:0:0']);
  });
});

describe('writing', () => {
  test('M1 a running guest writes its frames one after another from the first', () => {
    const turn = turnOf();
    const vm = place(turn, 3, 2);
    runVm(turn, vm, id(1));
    const contents = (): string[] => look(turn, 3, 4, 5);
    write(turn, 2);
    expect(contents()).toEqual(['3:0:0', '3:0:0', '3:0:0']);
    write(turn, 1);
    expect(contents()).toEqual(['3:3:0', '3:0:0', '3:0:0']);
    write(turn, 3);
    expect(contents()).toEqual(['3:3:0', '3:3:0', '3:0:0']);
    write(turn, 30);
    expect(contents()).toEqual(['3:3:0', '3:3:0', '3:0:0']);
    expect(turn.world.vms[vm]?.filled).toBe(2);
  });

  test('M7 a write replaces residue; what a guest never writes stays as it got it', () => {
    const turn = turnOf(tiny({ residue: [{ host: 1, asset: 'ledger', frames: 2 }] }));
    const vm = place(turn, 2, 1);
    runVm(turn, vm, id(1));
    write(turn, 30);
    expect(look(turn, 3, 4)).toEqual(['3:3:0', '3:0:2']);
  });

  test('M7 a write is caused by what powered the guest on', () => {
    const turn = turnOf(tiny({ residue: [{ host: 1, asset: 'ledger', frames: 1 }] }));
    const vm = place(turn, 1);
    runVm(turn, vm, id(1));
    write(turn, 3);
    const running = turn.world.provenance[`vms/${vm}/power`];
    expect(turn.history[Number(running) - 1]?.kind).toBe('vm-running');
    expect(turn.world.provenance['frames/3/content']).toBe(running);
    expect(turn.world.provenance['frames/3/residue']).toBe(running);
  });
});

describe('scrubbing in the background', () => {
  const dirty = tiny({
    residue: [{ host: 1, asset: 'payment-keys', frames: 4 }],
    pace: { backgroundScrub: 1 },
  });

  test('M10 a host clears so many free frames a second by itself, the next to be given first', () => {
    const turn = turnOf(dirty);
    const left: number[] = [];
    for (let tick = 1; tick <= 15; tick += 1) {
      turn.world.tick = tick;
      scrubInBackground(turn);
      left.push(dirtyFrames(turn.world, HOST).length);
    }
    expect(left).toEqual([4, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 1]);
    expect(look(turn, 3, 4, 5, 6)).toEqual(['0:0:0', '0:0:0', '0:0:0', '0:0:1']);
  });

  test('M10 switched off, nothing is cleared', () => {
    const turn = turnOf(tiny({ residue: [{ host: 1, asset: 'payment-keys', frames: 4 }] }));
    turn.world.tick = 5;
    scrubInBackground(turn);
    expect(dirtyFrames(turn.world, HOST)).toHaveLength(4);
  });
});
