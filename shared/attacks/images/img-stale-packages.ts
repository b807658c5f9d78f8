import { hasServiceFlaw } from '../../world/people/known.ts';
import { type Attack, atTheEnd } from '../attack.ts';
import { breakIn, knownWays, sendExploit, serviceStrike } from '../needs/exploit.ts';
import { runsComponent, serviceUnpatched } from '../needs/flaw.ts';
import { guestRuns } from '../needs/guest.ts';
import { nothingBlocks, reachable } from '../needs/network.ts';
import { sourceSends } from '../needs/source.ts';

/**
 * B34: old packages. A service that was born from an old image, and that nobody has patched since,
 * is broken into over the network through a hole that everyone knows of. A hole is one component's: the
 * web server's is no way into a database.
 * Source: FACTS B34; CVE-2014-6271 (a web server's scripts, by way of bash).
 */
export const imgStalePackages: Attack = {
  id: 'img-stale-packages',
  catalogue: 'B34',
  target: 6,
  family: 'images',
  takes: ['from', 'vm'],
  brings: 'ring',
  needs: [...sourceSends, guestRuns, reachable, runsComponent, serviceUnpatched, nothingBlocks],
  length: (tempo) => tempo.access,
  resolve: serviceStrike,
  strikes: atTheEnd,
  opening: sendExploit,
  effect: breakIn,
  prospects: (known) =>
    knownWays(known)
      .filter(({ vm }) => hasServiceFlaw(known, vm.number))
      .map(({ from, vm }) => ({
        attack: 'img-stale-packages',
        args: { from, vm: vm.number },
        gain: { kind: 'ring', vm: vm.number, ring: 'user' },
        sure: true,
      })),
};
