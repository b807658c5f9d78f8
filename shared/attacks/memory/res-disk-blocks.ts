import { witnessBlockRead } from '../../mechanics/harm/evidence.ts';
import { leak } from '../../mechanics/harm/harm.ts';
import { ringOf } from '../../mechanics/harm/intrusion.ts';
import { type BlockId, NONE, type VmId } from '../../world/ids.ts';
import { about, inside, vmNote } from '../../world/people/known.ts';
import { find, get } from '../../world/table.ts';
import { isAtLeast } from '../../world/machine/vm.ts';
import type { Attack } from '../attack.ts';
import { ownKernel } from '../needs/container.ts';
import { guestRuns, rootInGuest } from '../needs/guest.ts';
import { blockIsTheirs, foreignResidueBlock, notSealed } from '../needs/storage.ts';

/**
 * B28: residual disk blocks. Root in a guest reads the raw volume it was given and finds what the
 * last owner stored there. Like B27 it breaks nothing: every read is lawful.
 * Source: FACTS B28; CVE-2012-5625 (OpenStack Nova, LVM volumes not wiped).
 */
export const resDiskBlocks: Attack = {
  id: 'res-disk-blocks',
  catalogue: 'B28',
  target: 4,
  family: 'memory',
  takes: ['vm'],
  brings: 'loot',
  needs: [guestRuns, rootInGuest, ownKernel, blockIsTheirs, foreignResidueBlock, notSealed],
  length: (tempo) => tempo.recon + tempo.access + tempo.act,
  resolve: (world, attacker, { vm = 0 }) => {
    const id = attacker.knownVms[vm - 1] ?? NONE;
    const there = find(world.vms, id) && isAtLeast(ringOf(world, attacker.id, id), 'root');
    return there ? { vm: id, attacker: attacker.id } : null;
  },
  // It lists its volume and finds out which blocks its own workload leaves alone; then it reads all
  // of it, from end to end.
  strikes: (world, by, done, length) => {
    const disk = done === length ? (find(world.vms, by.vm ?? NONE)?.disk ?? []) : [];
    return disk.map((block) => ({ ...by, block }));
  },
  // What it tries its reads on holds nothing: the first that there is to see of it.
  opening: (turn, { attacker, operation }, { vm = 0 }) => {
    attacker.notes[vmNote(operation.args.vm ?? 0, 'disk-read')] = 1;
    const row = find(turn.world.vms, vm);
    const empty = row?.disk.find((block) => {
      const { content, residue } = get(turn.world.blocks, block);
      return content === NONE && residue === NONE;
    });
    if (row?.power !== 'running' || empty === undefined) return;
    const actor = { kind: 'attacker', id: attacker.id } as const;
    witnessBlockRead(turn, vm as VmId, empty, { actor, cause: operation.act });
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
    inside(known, 'root')
      .filter(({ number }) => about(known, number, 'disk-read') === undefined)
      .filter(({ number }) => about(known, number, 'technique') !== 'container')
      .map(({ number }) => ({
        attack: 'res-disk-blocks',
        args: { vm: number },
        gain: { kind: 'loot' },
        sure: false,
      })),
};
