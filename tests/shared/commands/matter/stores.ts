import { script, together } from '../../../../server/cli/lab/pairs/ground/script.ts';
import {
  hostOf,
  patients,
  payments,
  shop,
  shopkeeper,
  worldOf,
} from '../../../../server/cli/lab/pairs/ground/world.ts';
import type { Defender } from '../../../../shared/minds/defenders/defender.ts';
import { restoreVms } from '../../../../shared/minds/defenders/duties/stores.ts';
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

/** A backup server that the shop reaches as well, older than a fix that everybody knows of. */
const backedUp = (more: Partial<ScenarioFile> = {}): ScenarioFile =>
  worldOf(
    {
      vms: [shop(), payments(), patients()],
      flaws: [{ name: 'backup-deserialisation', fixedIn: 50, public: true }],
      repositories: [{ build: 40, reachedFrom: ['app'] }],
      people: [{ kind: 'backs-up', at: [1, 1], repository: 1 }],
      attackers: [shopkeeper([1])],
      ...more,
    },
    'bak-exposed',
  );

/** Where ransomware comes, by a service of the host. */
const ransom: Partial<ScenarioFile> = {
  pace: { live: 2000 },
  hosts: [hostOf({ build: 40, services: ['slp'], managedFrom: ['app'] })],
  flaws: [
    { name: 'backup-deserialisation', fixedIn: 50, public: true },
    { name: 'slp-heap', fixedIn: 50, public: true },
  ],
};

const ransomed = (file: ScenarioFile): ScenarioFile => ({
  ...file,
  deck: file.deck && {
    ...file.deck,
    attacks: [...file.deck.attacks, 'mgmt-esxi-slp-ransom'],
  },
});

/** Restores whatever it can. */
const restoring: Defender = (view) => restoreVms.wishes(view);

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
  'patch-repository': {
    world: backedUp(),
    defender: () => script([0, 'patch-repository', { repository: 1 }]),
    gain: 'less harm',
  },
  'restrict-repository': {
    world: backedUp(),
    defender: () => script([0, 'restrict-repository', { repository: 1 }]),
    gain: 'less harm',
  },
  'encrypt-backups': {
    world: backedUp(),
    defender: () => script([0, 'encrypt-backups', { repository: 1 }]),
    gain: 'less harm',
  },
  'make-immutable': {
    world: backedUp(),
    defender: () => script([0, 'make-immutable', { repository: 1 }]),
    gain: 'fewer cards',
  },
  // The host is installed anew, and its VMs stay off for as long as their files are noise.
  'restore-vm': {
    world: ransomed(backedUp({ ...ransom, repositories: [{ build: 60 }] })),
    defender: () => together(script([206, 'rebuild-host', { host: 1 }]), restoring),
    gain: 'a better score',
  },
};
