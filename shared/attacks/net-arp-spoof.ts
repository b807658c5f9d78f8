import { record } from '../mechanics/evidence.ts';
import { routeOf } from '../mechanics/network/path.ts';
import { NONE, type VmId } from '../world/ids.ts';
import { about, between, inside } from '../world/known.ts';
import { get } from '../world/table.ts';
import { WORKLOADS } from '../world/workload.ts';
import { type Attack, atTheEnd } from './attack.ts';
import { dataStrike, takeData } from './needs/data.ts';
import { guestRuns, kernelInSource, sourceRuns } from './needs/guest.ts';
import { noArpInspection, nothingBlocks, sameSegment } from './needs/network.ts';
import { foreignData } from './needs/storage.ts';

/**
 * B49: ARP spoofing in a virtual switch. The attacker's VM claims the victim's address, and what the
 * victim's service says passes through it. It needs one segment and no binding of addresses; it
 * forges no MAC address, so that refusing forged ones does not stop it (rule A20).
 * Source: FACTS B49, E11; NIST SP 800-125B, 2 and 5; ATT&CK T1557.002.
 */
export const netArpSpoof: Attack = {
  id: 'net-arp-spoof',
  catalogue: 'B49',
  target: 7,
  stage: 'collect',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [
    sourceRuns,
    kernelInSource,
    guestRuns,
    sameSegment,
    noArpInspection,
    foreignData,
    nothingBlocks,
  ],
  length: (tempo) => tempo.access + tempo.act,
  resolve: (world, attacker, args) => {
    const way = (args.from ?? NONE) === NONE ? null : dataStrike(world, attacker, args);
    if (way === null) return null;
    const { service: _, ...ends } = way;
    return ends;
  },
  strikes: atTheEnd,
  // A claim is no packet of any service: no rule of a switch is asked about it.
  opening: (turn, { attacker, operation }, strike) => {
    const vm = (strike.from ?? NONE) as VmId;
    const peer = (strike.vm ?? NONE) as VmId;
    const service = WORKLOADS[get(turn.world.vms, peer).workload].serves;
    const origin = { actor: { kind: 'attacker', id: attacker.id }, cause: operation.act } as const;
    const claim = { kind: 'traffic', nature: 'arp-claim', vm, peer, service } as const;
    record(turn, { ...claim, ...routeOf(turn.world, vm, peer) }, origin);
  },
  effect: takeData,
  // Whether addresses are bound to ports shows only when they try.
  prospects: (known) =>
    inside(known, 'kernel').flatMap(({ number: from }) =>
      known.vms
        .filter(({ own, ring, power }) => !own && ring === 'none' && power !== 'gone')
        .filter(({ number }) => between(known, from, number, 'segment') === 1)
        .filter(({ number }) => about(known, number, 'memory-read') === undefined)
        .map(({ number: vm }) => ({
          attack: 'net-arp-spoof',
          args: { from, vm },
          gain: { kind: 'loot' },
          sure: false,
        })),
    ),
};
