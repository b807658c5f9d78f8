import { about, hasFlaw } from '../world/known.ts';
import { type Attack, atTheEnd } from './attack.ts';
import { breakIn, knownWays, sendExploit, serviceStrike } from './needs/exploit.ts';
import { serviceUnpatched } from './needs/flaw.ts';
import { guestRuns } from './needs/guest.ts';
import { nothingBlocks, reachable } from './needs/network.ts';
import { sourceSends } from './needs/source.ts';

/**
 * B34: old packages. A service that was born from an old image, and that nobody has patched since,
 * is broken into over the network through a hole that everyone knows of.
 * Source: FACTS B34; CVE-2021-41773 (path traversal in a web server).
 */
export const imgStalePackages: Attack = {
  id: 'img-stale-packages',
  catalogue: 'B34',
  target: 6,
  stage: 'access',
  takes: ['from', 'vm'],
  brings: 'ring',
  flaw: 'web-traversal',
  needs: [...sourceSends, guestRuns, reachable, serviceUnpatched, nothingBlocks],
  length: (tempo) => tempo.access,
  resolve: serviceStrike,
  strikes: atTheEnd,
  opening: sendExploit,
  effect: breakIn,
  prospects: (known) =>
    knownWays(known)
      .filter(({ vm }) => hasFlaw(known, 'web-traversal', about(known, vm.number, 'service-build')))
      .map(({ from, vm }) => ({
        attack: 'img-stale-packages',
        args: { from, vm: vm.number },
        gain: { kind: 'ring', vm: vm.number, ring: 'user' },
        sure: true,
      })),
};
