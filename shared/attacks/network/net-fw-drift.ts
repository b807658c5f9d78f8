import { type Attack, atTheEnd } from '../attack.ts';
import { connect, dataStrike, readOut, waysToData } from '../needs/data.ts';
import { guestRuns } from '../needs/guest.ts';
import { notIntended, reachable, servesData } from '../needs/network.ts';
import { sourceSends } from '../needs/source.ts';
import { foreignData } from '../needs/storage.ts';

/**
 * B52: rules do not follow the VM. It was moved, made or put elsewhere, or the policy was edited, and
 * its switch was not told: a way stands open that nobody approved, to a database that trusts whoever
 * gets to it. Source: FACTS B52, §28.3; NIST SP 800-125B, 4.
 */
export const netFwDrift: Attack = {
  id: 'net-fw-drift',
  catalogue: 'B52',
  target: 7,
  family: 'network',
  takes: ['from', 'vm'],
  brings: 'loot',
  needs: [...sourceSends, guestRuns, reachable, notIntended, servesData, foreignData],
  length: (tempo) => tempo.access + tempo.act,
  resolve: dataStrike,
  strikes: atTheEnd,
  opening: connect,
  effect: readOut,
  // Whether anyone meant the way to be open they cannot see: that it is open is enough to try.
  prospects: (known) =>
    waysToData(known).map(({ from, vm }) => ({
      attack: 'net-fw-drift',
      args: { from, vm: vm.number },
      gain: { kind: 'loot' },
      sure: false,
    })),
};
