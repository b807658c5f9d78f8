import { script } from '../../../../server/cli/lab/pairs/ground/script.ts';
import {
  hostOf,
  patients,
  payments,
  shop,
  shopkeeper,
  worldOf,
} from '../../../../server/cli/lab/pairs/ground/world.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import type { Matter } from './matter.ts';

/** A datastore that the shop mounts as well; the bank's payments were kept on it as they ran. */
const shared: ScenarioFile = worldOf(
  {
    hosts: [hostOf({ blocks: 8 })],
    stores: [{ hosts: [1], reachedFrom: ['app'] }],
    vms: [shop(), { ...payments(), snapshot: { kernel: 10, service: 10 } }, patients()],
    attackers: [shopkeeper([1])],
  },
  'snap-memfile-theft',
);

/** What commands about the files of VMs are good for. */
export const STORE_MATTERS: Readonly<Record<string, Matter>> = {
  'restrict-store': {
    world: shared,
    defender: () => script([0, 'restrict-store', { store: 1 }]),
    gain: 'less harm',
  },
  'encrypt-vm': {
    world: shared,
    defender: () => script([0, 'encrypt-vm', { vm: 2 }]),
    gain: 'less harm',
  },
};
