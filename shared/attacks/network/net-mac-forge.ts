import { record } from '../../mechanics/harm/evidence.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { between } from '../../world/people/known.ts';
import { get } from '../../world/table.ts';
import type { Attack } from '../attack.ts';
import { takeData } from '../needs/data.ts';
import { guestRuns, rootInSource, sourceRuns } from '../needs/guest.ts';
import { sameHost, sameSegment } from '../needs/network.ts';
import {
  forgedAccepted,
  listen,
  macChangesAccepted,
  neighbourStrike,
  neighbours,
  talksPlainly,
} from '../needs/segment.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B50: MAC forging. The attacker's VM takes on the victim's MAC address; a port group that accepts
 * changed addresses delivers to it what is sent to the victim, and one that accepts forged ones lets
 * its answers out. No ARP claim is made: binding IP addresses to ports does not stop it (rule A26).
 * Source: FACTS B50; CIS benchmark of ESXi.
 */
export const netMacForge: Attack = {
  id: 'net-mac-forge',
  catalogue: 'B50',
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
    macChangesAccepted,
    forgedAccepted,
    talksPlainly,
    foreignData,
  ],
  length: (tempo) => tempo.access + tempo.act,
  resolve: neighbourStrike,
  strikes: listen,
  // Its port's address changes at once, long before anything of use has come to it.
  opening: (turn, { attacker, operation }, { from = NONE, vm = NONE }) => {
    const { host, power } = get(turn.world.vms, from);
    if (power !== 'running') return;
    const origin = { actor: { kind: 'attacker', id: attacker.id }, cause: operation.act } as const;
    const ends = { vm: from as VmId, peer: vm as VmId };
    record(turn, { kind: 'mac-change', ...ends, host }, origin);
  },
  effect: takeData,
  // What the port group accepts shows only when they try.
  prospects: (known) =>
    neighbours(known)
      .filter(({ from, vm }) => between(known, from, vm, 'host') !== 0)
      .map((args) => ({ attack: 'net-mac-forge', args, gain: { kind: 'loot' }, sure: false })),
};
