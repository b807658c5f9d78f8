import { leaveFrames } from '../../mechanics/network/trail.ts';
import { NONE, type VmId } from '../../world/ids.ts';
import { get } from '../../world/table.ts';
import { WORKLOADS } from '../../world/machine/workload.ts';
import { type Attack, atTheEnd } from '../attack.ts';
import { takeData } from '../needs/data.ts';
import { guestRuns, rootInSource, sourceRuns } from '../needs/guest.ts';
import { noArpInspection, nothingBlocksClaims, sameSegment } from '../needs/network.ts';
import { neighbourStrike, neighbours } from '../needs/segment.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B49: ARP spoofing in a virtual switch. Root in the attacker's VM claims the victim's address by a raw
 * socket, and what the victim's service says passes through it. It needs one segment and no binding of
 * addresses; it forges no MAC address, so that refusing forged ones does not stop it (rule A20).
 * Source: FACTS B49, E11; NIST SP 800-125B, 2 and 5; ATT&CK T1557.002.
 */
export const netArpSpoof: Attack = {
  id: 'net-arp-spoof',
  catalogue: 'B49',
  target: 7,
  family: 'network',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [
    sourceRuns,
    rootInSource,
    guestRuns,
    sameSegment,
    noArpInspection,
    foreignData,
    nothingBlocksClaims,
  ],
  length: (tempo) => tempo.access + tempo.act,
  resolve: neighbourStrike,
  strikes: atTheEnd,
  // A claim is no packet of any service: no rule of a switch is asked about it.
  opening: (turn, { attacker, operation }, strike) => {
    const from = (strike.from ?? NONE) as VmId;
    const to = (strike.vm ?? NONE) as VmId;
    const service = WORKLOADS[get(turn.world.vms, to).workload].serves;
    const origin = { actor: { kind: 'attacker', id: attacker.id }, cause: operation.act } as const;
    leaveFrames(turn, { nature: 'arp-claim', from, to, service }, origin);
  },
  effect: takeData,
  // Whether addresses are bound to ports shows only when they try.
  prospects: (known) =>
    neighbours(known).map((args) => ({
      attack: 'net-arp-spoof',
      args,
      gain: { kind: 'loot' },
      sure: false,
    })),
};
