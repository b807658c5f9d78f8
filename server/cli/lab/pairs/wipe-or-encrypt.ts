import { script, serve, together } from './ground/script.ts';
import { patients, payments, shopkeeper, worldOf } from './ground/world.ts';
import { definePair } from './pair.ts';

const wipe = () => together(script([0, 'wipe-blocks', { host: 1 }]), serve(1, 'hybrid'));
const encrypt = () => together(script([0, 'encrypt-volume', { vm: 2 }]), serve(1, 'hybrid'));
const DISK = { blocks: 2, blockFills: 2 } as const;

/** What lies there is wiped; what will be left is encrypted before (rules B4, B5). */
export const wipeOrEncrypt = definePair({
  id: 'wipe-or-encrypt',
  first: 'wipe free blocks',
  second: 'encrypt the volume',
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
      first: wipe,
      second: encrypt,
    },
    {
      where: 'the VM whose records they are goes in a moment',
      world: worldOf(
        {
          vms: [payments(), patients(DISK)],
          residue: [{ host: 1, asset: 'orders', frames: 0, blocks: 2 }],
          people: [{ kind: 'deletes-own', at: [19, 19], vm: 2 }],
          attackers: [shopkeeper([], { blocks: 2 })],
        },
        'res-disk-blocks',
      ),
      first: wipe,
      second: encrypt,
    },
  ],
});
