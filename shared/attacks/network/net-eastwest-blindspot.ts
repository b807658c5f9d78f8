import { NONE } from '../../world/ids.ts';
import { between, hasServiceFlaw } from '../../world/people/known.ts';
import { type Attack, atTheEnd } from '../attack.ts';
import { breakIn, knownWays, sendExploit, serviceStrike } from '../needs/exploit.ts';
import { runsComponent, serviceUnpatched } from '../needs/flaw.ts';
import { codeInSource, guestRuns, sourceRuns } from '../needs/guest.ts';
import { nothingBlocks, reachable, sameHost, sameSegment } from '../needs/network.ts';

/**
 * B55: from one VM into another of the same host and segment, through its service. What carries it
 * stays inside the host's switch, so the IDS on the wire records nothing (rules A21, S20). That
 * nobody watches is no precondition: who is blind is the sensors' affair.
 * Source: FACTS B55, §27.2; NIST SP 800-125B, 5; ATT&CK T1210.
 */
export const netEastwestBlindspot: Attack = {
  id: 'net-eastwest-blindspot',
  catalogue: 'B55',
  target: 7,
  family: 'network',
  takes: ['from', 'vm'],
  brings: 'ring',
  needs: [
    sourceRuns,
    codeInSource,
    guestRuns,
    sameHost,
    sameSegment,
    reachable,
    runsComponent,
    serviceUnpatched,
    nothingBlocks,
  ],
  length: (tempo) => tempo.access,
  resolve: (world, attacker, args) =>
    (args.from ?? NONE) === NONE ? null : serviceStrike(world, attacker, args),
  strikes: atTheEnd,
  opening: sendExploit,
  effect: breakIn,
  prospects: (known) =>
    knownWays(known)
      .filter(({ from, vm }) => between(known, from, vm.number, 'host') === 1)
      .filter(({ from, vm }) => between(known, from, vm.number, 'segment') === 1)
      .map(({ from, vm: { number: vm } }) => ({
        from,
        vm,
        flawed: hasServiceFlaw(known, vm),
      }))
      .filter(({ flawed }) => flawed !== false)
      .map(({ from, vm, flawed }) => ({
        attack: 'net-eastwest-blindspot',
        args: { from, vm },
        gain: { kind: 'ring', vm, ring: 'user' },
        sure: flawed === true,
      })),
};
