import type { ScenarioFile } from '../../../world/scenario/schema.ts';

const HOST = {
  platform: 'type1',
  year: 2019,
  capacity: 3_400_000,
  frames: 32,
  blocks: 8,
  virtualisationExtension: true,
  nestedPaging: true,
  scrub: 'never',
  sandbox: true,
  tpm: true,
} as const;

/** What the installer of two of them typed in on both. */
const INSTALLERS = 1;

/** Four hosts on one management network, each open to something else, and each in its own way. */
export const hosts: ScenarioFile['hosts'] = [
  {
    // As it was installed years ago: SLP runs, and the firewall lets the DMZ through.
    ...HOST,
    build: 40,
    services: ['slp', 'ssh'],
    managedFrom: ['desktop', 'dmz'],
    hostAudit: true,
  },
  {
    // Up to date, and open to the internet since somebody worked from home; root has the password of the manual.
    ...HOST,
    build: 50,
    services: ['ssh'],
    managedFrom: ['internet', 'desktop'],
    weakAccount: 'root',
    hostAudit: true,
  },
  {
    // In lockdown mode, but for the account of the backup product; nobody is sent its audit records.
    ...HOST,
    build: 50,
    services: ['ssh'],
    managedFrom: ['desktop', 'dmz'],
    lockdown: true,
    exceptionUser: true,
    weakAccount: 'exception',
    credential: INSTALLERS,
  },
  {
    // Nothing runs there that should not, until an administrator starts it for a night.
    ...HOST,
    build: 40,
    managedFrom: ['desktop', 'dmz'],
    weakAccount: 'root',
    hostAudit: true,
    credential: INSTALLERS,
  },
];
