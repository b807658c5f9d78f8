import type { Columns } from '../columns.ts';
import type { RedRows } from './red-rows.ts';

/**
 * Fields of the attackers' view in the order of the wire, as `columns.ts` has them for the
 * defenders'. What is not named here does not leave the server.
 */
export const RED_COLUMNS: Columns<RedRows> = {
  redTeam: [
    'scenario',
    'phase',
    'liveFrom',
    'overAt',
    'hands',
    'restsUntil',
    'loot',
    'hosts',
    'waiting',
    'flaws',
  ],
  knownVms: [
    'own',
    'power',
    'ring',
    'technique',
    'platform',
    'devices',
    'hostBuild',
    'deviceBuild',
    'kernelBuild',
    'service',
    'serviceBuild',
    'memoryRead',
    'diskRead',
    'ways',
    'hostTaken',
  ],
  cards: ['attack', 'args', 'gain', 'needs', 'fast', 'quiet'],
  strikes: ['attack', 'args', 'quiet', 'seat', 'startedAt', 'endsAt'],
  news: ['tick', 'kind', 'attack', 'vm', 'need', 'holds', 'asset'],
  redSeats: ['pilot'],
};
