import { type Attack, atTheEnd } from '../attack.ts';
import { connect, dataStrike, readOut, waysToData } from '../needs/data.ts';
import { guestRuns } from '../needs/guest.ts';
import { anyAnyFirst, reachable, servesData } from '../needs/network.ts';
import { sourceSends } from '../needs/source.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B53: a rule that someone put in for a moment and nobody took out lets everything through. The
 * switch does what it was told; what it was told joins every zone with every other.
 * Source: FACTS B53; ATT&CK T1562.007.
 */
export const netAnyAny: Attack = {
  id: 'net-any-any',
  catalogue: 'B53',
  target: 7,
  family: 'network',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [...sourceSends, guestRuns, reachable, anyAnyFirst, servesData, foreignData],
  length: (tempo) => tempo.access + tempo.act,
  resolve: dataStrike,
  strikes: atTheEnd,
  opening: connect,
  effect: readOut,
  // Which rule lets them through they cannot see.
  prospects: (known) =>
    waysToData(known).map(({ from, vm }) => ({
      attack: 'net-any-any',
      args: { from, vm: vm.number },
      gain: { kind: 'loot' },
      sure: false,
    })),
};
