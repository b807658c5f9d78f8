import type { ScenarioFile } from '../../../world/scenario/schema.ts';

const SIZE = { frames: 40, blocks: 12 } as const;

/** Three hosts, each set up by somebody else: no setting of the room was ever agreed on. */
export const hosts: ScenarioFile['hosts'] = [
  {
    // Its IPS was bought and never tuned, and scrubbing was switched off to start VMs faster.
    platform: 'type1',
    year: 2015,
    capacity: 3_600_000,
    ...SIZE,
    virtualisationExtension: true,
    nestedPaging: true,
    build: 40,
    scrub: 'never',
    watch: 'ips',
  },
  {
    // Clears what is freed as it is freed; nobody listens to its hypercalls.
    platform: 'type1',
    year: 2003,
    capacity: 2_600_000,
    ...SIZE,
    virtualisationExtension: false,
    nestedPaging: false,
    build: 38,
    scrub: 'on-free',
  },
  {
    // Clears only what it hands out, and runs device processes with its own rights.
    platform: 'type2',
    year: 2006,
    capacity: 3_000_000,
    ...SIZE,
    virtualisationExtension: true,
    nestedPaging: false,
    build: 40,
    scrub: 'on-allocate',
    sandbox: false,
  },
];
