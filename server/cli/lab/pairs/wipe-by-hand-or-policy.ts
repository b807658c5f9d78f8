import { script, serve, together } from './ground/script.ts';
import { patients, payments, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

const byHand = () => together(script([0, 'wipe-blocks', { host: 1 }]), serve(1, 'hybrid'));
const byPolicy = () =>
  together(script([0, 'wipe-policy', { host: 1, policy: 'on-delete' }]), serve(1, 'hybrid'));
const DISK = { blocks: 2, blockFills: 2 } as const;

/** A policy clears what is deleted from then on; what lies there is for hands (rules B3, B5). */
export const wipeByHandOrPolicy = definePair({
  id: 'wipe-by-hand-or-policy',
  first: 'wipe by hand',
  second: 'wipe on delete',
  grounds: [
    {
      where: 'a VM of last week left its records on the disk',
      world: worldOf(
        {
          vms: [payments(), patients(DISK)],
          residue: [{ host: 1, asset: 'patient-records', frames: 0, blocks: 2 }],
          attackers: [shopkeeper([], { blocks: 2 })],
        },
        'res-disk-blocks',
      ),
      first: byHand,
      second: byPolicy,
    },
    {
      where: 'a VM leaves its records behind when the round is long over',
      world: worldOf(
        {
          vms: [payments(), patients(DISK)],
          residue: [{ host: 1, asset: 'orders', frames: 0, blocks: 2 }],
          people: [{ kind: 'deletes-own', at: [21, 21], vm: 2 }],
          attackers: [shopkeeper([], { blocks: 4 })],
        },
        'res-disk-blocks',
      ),
      first: byHand,
      second: byPolicy,
    },
  ],
});
