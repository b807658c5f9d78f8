import { witness } from '../mechanics/evidence.ts';
import { leak } from '../mechanics/leak.ts';
import { type FactRef, fact } from '../world/fact.ts';
import type { FrameId, VmId } from '../world/ids.ts';
import { find, rows } from '../world/table.ts';
import type { Attack } from './attack.ts';
import type { Need } from './need.ts';

/** Only a running guest executes the load instruction. */
const readerRuns: Need = {
  id: 'reader-runs',
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.power === 'running',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'power')],
  counters: (_, { vm = 0 }) => [
    { command: 'stop-vm', args: { vm }, moment: 'after', fact: fact('vms', vm, 'power') },
  ],
};

/** A guest reaches the frames that are mapped to it and no others. */
const frameIsTheirs: Need = {
  id: 'frame-is-theirs',
  holds: (world, { vm = 0, frame = 0 }) => find(world.frames, frame)?.owner === vm,
  facts: (_, { frame = 0 }) => [fact('frames', frame, 'owner')],
  counters: (world, { vm = 0, frame = 0 }) => {
    const row = find(world.vms, vm);
    if (!row || row.request === 0) return [];
    const request = row.request;
    const owned: FactRef = fact('frames', frame, 'owner');
    return [...rows(world.hosts)]
      .filter((host) => host.id !== row.host)
      .map((host) => ({
        command: 'create-vm',
        args: { request, host: host.id },
        moment: 'instead' as const,
        fact: owned,
      }));
  },
};

/** Bytes of another tenant are still in it: nobody wiped them, and nobody wrote over them. */
const foreignResidue: Need = {
  id: 'foreign-residue',
  holds: (world, { vm = 0, frame = 0 }) => {
    const asset = find(world.assets, find(world.frames, frame)?.residue ?? 0);
    return asset !== null && asset.tenant !== find(world.vms, vm)?.tenant;
  },
  facts: (world, { vm = 0, frame = 0 }) => {
    const residue = find(world.frames, frame)?.residue ?? 0;
    return [
      fact('frames', frame, 'residue'),
      ...(residue === 0 ? [] : [fact('assets', residue, 'tenant')]),
      fact('vms', vm, 'tenant'),
    ];
  },
  counters: (world, { frame = 0 }) => {
    const row = find(world.frames, frame);
    if (!row) return [];
    const host = row.host;
    return [
      {
        command: 'scrub-frames',
        args: { host },
        moment: 'after',
        fact: fact('frames', frame, 'residue'),
      },
      {
        command: 'scrub-policy',
        args: { host, policy: 'on-allocate' },
        moment: 'before',
        fact: fact('frames', frame, 'owner'),
      },
      {
        command: 'scrub-policy',
        args: { host, policy: 'on-free' },
        moment: 'before',
        fact: fact('frames', frame, 'residue'),
      },
    ];
  },
};

/**
 * B27: residual memory. A tenant's guest reads the frames it was given before it writes them, and
 * finds what the last owner left. It breaks nothing: every one of its loads is lawful.
 * Source: FACTS B27; Linux `init_on_free`, Xen `scrub-domheap`.
 */
export const resMemUnscrubbed: Attack = {
  id: 'res-mem-unscrubbed',
  catalogue: 'B27',
  target: 1,
  stage: 'collect',
  needs: [readerRuns, frameIsTheirs, foreignResidue],
  length: (world) => world.pace.collectLength,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1];
    return id !== undefined && find(world.vms, id) ? { vm: id } : null;
  },
  // It walks through its memory from end to end: the frames its own workload has not touched.
  strikes: (world, { vm = 0 }, done, length) => {
    const memory = find(world.vms, vm)?.memory ?? [];
    const from = Math.trunc(((done - 1) * memory.length) / length);
    const to = Math.trunc((done * memory.length) / length);
    return memory.slice(from, to).map((frame) => ({ vm, frame }));
  },
  trace: ({ world }, _, { vm = 0, frame = 0 }) => {
    if (find(world.vms, vm)?.power === 'running') {
      witness(world, 'read-before-write', vm as VmId, frame as FrameId);
    }
  },
  effect: (turn, { attacker, operation }, { vm = 0, frame = 0 }, proof) => {
    leak(turn, {
      attacker,
      attack: operation.attack,
      vm: vm as VmId,
      frame: frame as FrameId,
      proof,
    });
  },
};
