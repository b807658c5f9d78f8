import { witnessBlockRead } from '../mechanics/evidence.ts';
import { leak } from '../mechanics/harm.ts';
import { ringOf } from '../mechanics/intrusion.ts';
import { type BlockId, NONE, type VmId } from '../world/ids.ts';
import { about, inside, vmNote } from '../world/known.ts';
import { find, get } from '../world/table.ts';
import type { Attack } from './attack.ts';
import { guestRuns, kernelInGuest } from './needs/guest.ts';
import { blockIsTheirs, foreignResidueBlock, notSealed } from './needs/storage.ts';

/**
 * B28: residual disk blocks. Root in a guest reads the raw volume it was given and finds what the
 * last owner stored there. Like B27 it breaks nothing: every read is lawful.
 * Source: FACTS B28; CVE-2012-5625 (OpenStack Nova, LVM volumes not wiped).
 */
export const resDiskBlocks: Attack = {
  id: 'res-disk-blocks',
  catalogue: 'B28',
  target: 4,
  stage: 'collect',
  needs: [guestRuns, kernelInGuest, blockIsTheirs, foreignResidueBlock, notSealed],
  length: (tempo) => tempo.access + tempo.act,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1] ?? NONE;
    const there = find(world.vms, id) && ringOf(world, attacker.id, id) === 'kernel';
    return there ? { vm: id, attacker: attacker.id } : null;
  },
  // It lists its volume first, then reads it from end to end.
  strikes: (world, by, done, length) => {
    const disk = find(world.vms, by.vm ?? 0)?.disk ?? [];
    const listing = Math.trunc(length / 2);
    const upTo = (ticks: number): number =>
      Math.trunc((Math.max(0, ticks - listing) * disk.length) / (length - listing));
    return disk.slice(upTo(done - 1), upTo(done)).map((block) => ({ ...by, block }));
  },
  opening: (_, { attacker, operation }) => {
    attacker.notes[vmNote(operation.args.vm ?? 0, 'disk-read')] = 1;
  },
  trace: (turn, { attacker, operation }, { vm = 0, block = 0 }) => {
    if (find(turn.world.vms, vm)?.power !== 'running') return;
    const actor = { kind: 'attacker', id: attacker.id } as const;
    witnessBlockRead(turn, vm as VmId, block as BlockId, { actor, cause: operation.act });
  },
  effect: (turn, { attacker, operation }, { vm = 0, block = 0 }, proof) => {
    const asset = get(turn.world.blocks, block).residue;
    if (asset === NONE) return;
    const args = { vm, block };
    leak(turn, asset, { attacker, attack: operation.attack, vm: vm as VmId, args, proof });
  },
  prospects: (known) =>
    inside(known, 'kernel')
      .filter(({ number }) => about(known, number, 'disk-read') === undefined)
      .map(({ number }) => ({
        attack: 'res-disk-blocks',
        args: { vm: number },
        gain: { kind: 'loot' },
        sure: false,
      })),
};
