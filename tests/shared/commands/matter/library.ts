import { script, serve, together } from '../../../../server/cli/lab/pairs/ground/script.ts';
import {
  patients,
  payments,
  planFrom,
  shop,
  shopkeeper,
  worldOf,
} from '../../../../server/cli/lab/pairs/ground/world.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import type { Matter } from './matter.ts';

/** A datastore and the library, which the shop mounts as well; anybody gets anywhere. */
const shared = (over: Partial<ScenarioFile>, attack: string): ScenarioFile =>
  worldOf(
    {
      vms: [shop(), payments(), patients()],
      stores: [
        { hosts: [1], reachedFrom: ['app'] },
        { hosts: [], reachedFrom: ['app'], library: true },
      ],
      attackers: [shopkeeper([1])],
      ...over,
    },
    attack,
  );

/** The bank asks for payments like its own once the image is theirs. */
const implanted = shared(
  {
    people: [{ kind: 'wants-vm', at: [200, 200], tenant: 'bank', plan: planFrom(payments()) }],
    pace: { live: 2000, requestWait: 300 },
  },
  'img-golden-backdoor',
);

/** The bank's payments are off while somebody may write to them. */
const tampered = shared(
  {
    people: [
      { kind: 'shuts-down', at: [1, 1], vm: 2 },
      { kind: 'starts-up', at: [260, 260], vm: 2 },
    ],
    pace: { live: 2000 },
  },
  'cfg-vmx-tamper',
);

/** What commands about the library and about configurations are good for. */
export const LIBRARY_MATTERS: Readonly<Record<string, Matter>> = {
  'verify-images': {
    world: implanted,
    defender: () => together(serve(1, 'hybrid'), script([0, 'verify-images', { store: 2 }])),
    gain: 'less harm',
  },
  // Nothing is made of what is not signed, and the bank goes without.
  'sign-image': {
    world: {
      ...shared({}, 'img-golden-backdoor'),
      attackers: [],
      people: [{ kind: 'wants-vm', at: [12, 12], tenant: 'bank', plan: planFrom(payments()) }],
    },
    defender: () =>
      together(
        serve(1, 'hybrid'),
        script([0, 'verify-images', { store: 2 }], [1, 'sign-image', { image: 1 }]),
      ),
    gain: 'a better score',
  },
  'check-configs': {
    world: tampered,
    defender: () => script([0, 'check-configs', { store: 1 }]),
    gain: 'less harm',
  },
  'approve-config': {
    world: tampered,
    defender: () => script([210, 'approve-config', { vm: 2 }]),
    gain: 'less harm',
  },
};
