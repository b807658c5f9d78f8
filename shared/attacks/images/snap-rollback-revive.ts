import { hasServiceFlaw } from '../../world/people/known.ts';
import { type Attack, atTheEnd } from '../attack.ts';
import { breakIn, knownWays, sendExploit, serviceStrike } from '../needs/exploit.ts';
import { runsComponent, serviceUnpatched } from '../needs/flaw.ts';
import { guestRuns } from '../needs/guest.ts';
import { nothingBlocks, reachable } from '../needs/network.ts';
import { sourceSends } from '../needs/source.ts';
import { wasReverted } from '../needs/storage.ts';

/**
 * B30: a snapshot brings an old hole back. The service had the fix; someone rolled it back to before
 * the fix, and it is on the network as it was then.
 * Source: FACTS B30 and E12; Garfinkel and Rosenblum, HotOS 2005; ATT&CK T1578.004.
 */
export const snapRollbackRevive: Attack = {
  id: 'snap-rollback-revive',
  catalogue: 'B30',
  target: 4,
  family: 'images',
  takes: ['from', 'vm'],
  brings: 'ring',
  needs: [
    ...sourceSends,
    guestRuns,
    reachable,
    wasReverted,
    runsComponent,
    serviceUnpatched,
    nothingBlocks,
  ],
  length: (tempo) => tempo.access,
  resolve: serviceStrike,
  strikes: atTheEnd,
  opening: sendExploit,
  effect: breakIn,
  // They have seen it mended, and now see it as it was before.
  prospects: (known) =>
    knownWays(known)
      .filter(
        ({ vm }) =>
          hasServiceFlaw(known, vm.number) === true &&
          hasServiceFlaw(known, vm.number, 'service-was') === false,
      )
      .map(({ from, vm }) => ({
        attack: 'snap-rollback-revive',
        args: { from, vm: vm.number },
        gain: { kind: 'ring', vm: vm.number, ring: 'user' },
        sure: true,
      })),
};
