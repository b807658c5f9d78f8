import { script } from '../../../../server/cli/lab/pairs/ground/script.ts';
import {
  hostOf,
  imagesOf,
  patients,
  payments,
  shop,
  shopkeeper,
  worldOf,
} from '../../../../server/cli/lab/pairs/ground/world.ts';
import type { ScenarioFile } from '../../../../shared/world/scenario/schema.ts';
import type { Matter } from './matter.ts';

/** Two hosts with one credential, of which the first has a hole that the shop knows. */
const oneKey = (...attacks: string[]): ScenarioFile =>
  worldOf(
    {
      hosts: [
        hostOf({ build: 40, credential: 1, tpm: true, memoryEncryption: true }),
        hostOf({ credential: 1, tpm: true }),
      ],
      images: imagesOf({ wordSize: 64 }),
      vms: [shop({ technique: 'para' }), payments(), patients({ host: 2 })],
      flaws: [{ name: 'superpage', fixedIn: 50, public: true }],
      attackers: [shopkeeper([1])],
    },
    'hc-l2-superpage',
    ...attacks,
  );

/** Broken into from the internet, down to the kernel. */
const brokenInto: ScenarioFile = worldOf(
  {
    images: imagesOf({ service: 10, kernel: 10 }),
    vms: [payments(), patients()],
    flaws: [
      { name: 'shellshock', fixedIn: 12, public: true },
      { name: 'guest-privilege', fixedIn: 19, public: true },
    ],
    attackers: [shopkeeper([])],
  },
  'img-stale-packages',
  'priv-guest-root',
);

/** What commands about whom to trust are good for. */
export const TRUST_MATTERS: Readonly<Record<string, Matter>> = {
  'rotate-credentials': {
    world: oneKey('lateral-shared-credential'),
    defender: () => script([0, 'rotate-credentials', { host: 2 }]),
    gain: 'less harm',
  },
  'encrypt-memory': {
    world: oneKey('collect-guest-frames'),
    defender: () => script([0, 'encrypt-memory', { vm: 2 }]),
    gain: 'less harm',
  },
  'attest-host': {
    world: oneKey('lateral-shared-credential'),
    defender: () => script([200, 'attest-host', { host: 2 }]),
    gain: 'more is seen',
  },
  'introspect-host': {
    world: brokenInto,
    defender: () => script([0, 'introspect-host', { host: 1 }]),
    gain: 'more is seen',
  },
};
