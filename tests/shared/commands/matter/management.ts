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

/** A host whose shell is open to where the shop is; its root has the password of the manual. */
const open = (over: Parameters<typeof hostOf>[0] = {}): ScenarioFile =>
  worldOf(
    {
      hosts: [hostOf({ services: ['ssh'], managedFrom: ['app'], weakAccount: 'root', ...over })],
      vms: [shop(), payments(), patients()],
      attackers: [shopkeeper([1])],
    },
    'mgmt-console-exposed',
  );

/** A management server that the shop reaches, older than the fix that everybody knows of. */
const server: ScenarioFile = worldOf(
  {
    vms: [shop(), payments(), patients()],
    flaws: [{ name: 'vcenter-upload', fixedIn: 50, public: true }],
    managementServer: { build: 40, managedFrom: ['app'] },
    attackers: [shopkeeper([1])],
  },
  'mgmt-vcenter-rce',
);

/** What commands about the management of hosts are good for. */
export const MANAGEMENT_MATTERS: Readonly<Record<string, Matter>> = {
  'stop-service': {
    world: open(),
    defender: () => script([0, 'stop-service', { host: 1, service: 'ssh' }]),
    gain: 'less harm',
  },
  'restrict-management': {
    world: open(),
    defender: () => script([0, 'restrict-management', { host: 1 }]),
    gain: 'less harm',
  },
  'lockdown-host': {
    world: open(),
    defender: () => script([0, 'lockdown-host', { host: 1 }]),
    gain: 'less harm',
  },
  'require-mfa': {
    world: open(),
    defender: () => script([0, 'require-mfa', { host: 1 }]),
    gain: 'less harm',
  },
  'patch-server': {
    world: server,
    defender: () => script([0, 'patch-server', {}]),
    gain: 'less harm',
  },
  'restrict-server': {
    world: server,
    defender: () => script([0, 'restrict-server', {}]),
    gain: 'less harm',
  },
  'forward-host-log': {
    world: open(),
    defender: () => script([0, 'forward-host-log', { host: 1 }]),
    gain: 'more is seen',
  },
};
