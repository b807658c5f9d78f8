import { between } from '../../world/people/known.ts';
import type { Attack } from '../attack.ts';
import { takeData } from '../needs/data.ts';
import { guestRuns, rootInSource, sourceRuns } from '../needs/guest.ts';
import { sameHost, sameSegment } from '../needs/network.ts';
import {
  listen,
  neighbourStrike,
  neighbours,
  promiscuousAccepted,
  talksPlainly,
} from '../needs/segment.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B51: eavesdropping on a port group that accepts promiscuous mode. The switch itself hands a copy of
 * every frame of the segment to the attacker's port, and what two VMs of a tenant say to each other
 * is not encrypted. It sends nothing: no sensor of packets can see it (rule A25).
 * Source: FACTS B51; ATT&CK T1040; CIS benchmark of ESXi.
 */
export const netPromiscSniff: Attack = {
  id: 'net-promisc-sniff',
  catalogue: 'B51',
  target: 7,
  family: 'network',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [
    sourceRuns,
    rootInSource,
    guestRuns,
    sameHost,
    sameSegment,
    promiscuousAccepted,
    talksPlainly,
    foreignData,
  ],
  length: (tempo) => tempo.access + tempo.act,
  resolve: neighbourStrike,
  strikes: listen,
  effect: takeData,
  // What their port is given shows only when they ask for it.
  prospects: (known) =>
    neighbours(known)
      .filter(({ from, vm }) => between(known, from, vm, 'host') !== 0)
      .map((args) => ({ attack: 'net-promisc-sniff', args, gain: { kind: 'loot' }, sure: false })),
};
