import { witnessRead } from '../../mechanics/harm/evidence.ts';
import { leak } from '../../mechanics/harm/harm.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { offeredTechniques } from '../../mechanics/technique/technique.ts';
import { type FactRef, fact } from '../../world/fact.ts';
import { type FrameId, NONE, type VmId } from '../../world/ids.ts';
import { about, inside, vmNote } from '../../world/people/known.ts';
import { find, get, rows } from '../../world/table.ts';
import type { Attack } from '../attack.ts';
import type { Need } from '../need.ts';
import { guestRuns, kernelInGuest } from '../needs/guest.ts';

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
    const image = get(world.images, row.image);
    return [...rows(world.hosts)].flatMap((host) => {
      const [technique] = offeredTechniques(world, host, image, row.workload);
      if (host.id === row.host || technique === undefined) return [];
      const args = { request, host: host.id, technique };
      return [{ command: 'create-vm', args, moment: 'instead' as const, fact: owned }];
    });
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
 * B27: residual memory. The kernel of a guest, rented or taken, reads the frames it was given before it
 * writes them, and finds what the last owner left. It breaks nothing: every one of its loads is lawful.
 * Source: FACTS B27; Linux `init_on_free`, Xen `scrub-domheap`.
 */
export const resMemUnscrubbed: Attack = {
  id: 'res-mem-unscrubbed',
  catalogue: 'B27',
  target: 1,
  family: 'memory',
  takes: ['vm'],
  brings: 'loot',
  needs: [guestRuns, kernelInGuest, frameIsTheirs, foreignResidue],
  length: (tempo) => tempo.recon + tempo.access + tempo.act,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1] ?? NONE;
    const there = find(world.vms, id) && ringOf(world, attacker.id, id) === 'kernel';
    return there ? { vm: id, attacker: attacker.id } : null;
  },
  // It maps its memory and finds out which pages its own workload leaves alone; then it walks
  // through all of them, from end to end.
  strikes: (world, by, done, length) => {
    const memory = done === length ? (find(world.vms, by.vm ?? NONE)?.memory ?? []) : [];
    return memory.map((frame) => ({ ...by, frame }));
  },
  // What it tries its reads on holds nothing: a page that was read before it was written, and the
  // first that there is to see of it.
  opening: (turn, { attacker, operation }, { vm = 0 }) => {
    attacker.notes[vmNote(operation.args.vm ?? 0, 'memory-read')] = 1;
    const row = find(turn.world.vms, vm);
    const empty = row?.memory.find((frame) => {
      const { content, residue } = get(turn.world.frames, frame);
      return content === NONE && residue === NONE;
    });
    if (row?.power !== 'running' || empty === undefined) return;
    const actor = { kind: 'attacker', id: attacker.id } as const;
    witnessRead(turn, vm as VmId, empty, { actor, cause: operation.act });
  },
  trace: (turn, { attacker, operation }, { vm = 0, frame = 0 }) => {
    if (find(turn.world.vms, vm)?.power !== 'running') return;
    const actor = { kind: 'attacker', id: attacker.id } as const;
    witnessRead(turn, vm as VmId, frame as FrameId, { actor, cause: operation.act });
  },
  effect: (turn, { attacker, operation }, { vm = 0, frame = 0 }, proof) => {
    const asset = get(turn.world.frames, frame).residue;
    if (asset === NONE) return;
    const deed = { attacker, attack: operation.attack, vm: vm as VmId, args: { vm, frame }, proof };
    leak(turn, asset, deed);
  },
  prospects: (known) =>
    inside(known, 'kernel')
      .filter(({ number }) => about(known, number, 'memory-read') === undefined)
      .map(({ number }) => ({
        attack: 'res-mem-unscrubbed',
        args: { vm: number },
        gain: { kind: 'loot' },
        sure: false,
      })),
};
