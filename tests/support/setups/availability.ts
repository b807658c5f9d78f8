import { beginGrowth, growVm } from '../../../shared/mechanics/growth.ts';
import { NATURE } from '../../../shared/world/history.ts';
import { SCENARIO, type VmId } from '../../../shared/world/ids.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';
import { brokenInto, LOOP_FLAWS } from '../hypervisor.ts';
import { type Necessity, setupOf } from '../necessity.ts';
import { Bench, hostileShop, hostsWith, id, tiny } from '../worlds.ts';
import { benchBeside } from './hardware.ts';
import { benchOnNetwork, payments, shopVm } from './network.ts';

const SHOP = 2;

/** Whatever a filter makes of exceptions, they are intercepted for it. */
const INTERCEPTED = [
  [{ trap: 'exception', action: 'refuse' }],
  [{ trap: 'exception', action: 'hold' }],
];

/**
 * The shop’s VM was promised two frames that its host does not have, and it has written one of four; the bank’s
 * beside it uses all of its own.
 */
export function benchOvercommitted(over: Partial<ScenarioFile> = {}): Bench {
  const bench = benchOnNetwork({
    hosts: hostsWith({ frames: 8, blocks: 2, capacity: 3000, overcommit: true }),
    vms: [
      { ...shopVm, technique: 'hybrid', frames: 4, fills: 1 },
      { ...payments, technique: 'hybrid', frames: 4, fills: 4 },
    ],
    ...over,
  });
  beginGrowth(bench.match, id<VmId>(1), 2, SCENARIO);
  growVm(bench.match, id<VmId>(1), 2, NATURE, SCENARIO);
  return bench;
}

/** What takes from others what they were promised, and breaks nothing. */
export const availabilitySetups: Readonly<Record<string, Necessity>> = {
  'dos-noisy-neighbour': {
    setup: () => setupOf(benchBeside(), { from: 1, vm: 2 }, { attacker: 1, from: 1, vm: 2 }),
    flips: {
      'vms/power': ['stopped', 'provisioning'],
      'vms/intruder': [0, 2],
      'vms/foothold': ['none'],
      'vms/host': [0, 99],
      'vms/limit': [1, 999],
      'vms/reserved': [true],
      'vms/burning': [true],
    },
  },
  'dos-exception-loop': {
    setup: () =>
      setupOf(
        brokenInto({ over: { flaws: LOOP_FLAWS } }),
        { vm: 1 },
        { attacker: 1, vm: 1, host: 1, flaw: LOOP_FLAWS.length },
      ),
    flips: {
      'vms/power': ['provisioning', 'stopped'],
      'vms/intruder': [0, 2],
      'vms/foothold': ['none', 'user', 'root'],
      'vms/host': [0, 2],
      'vms/technique': ['para', 'bt', 'container', 'emulation'],
      'hosts/build': [56, 57],
      'flaws/fixedIn': [0, 43],
      'hosts/filters': INTERCEPTED,
      'vms/filters': INTERCEPTED,
      'vms/rulings': [[{ trap: 'exception', verdict: 'refuse', over: false, until: 999 }]],
      'vms/looping': [true],
    },
  },
  'dos-log-flood': {
    setup: () =>
      setupOf(
        brokenInto({ host: { blocks: 4, logCap: false }, vm: { devices: ['disk'] }, ring: 'root' }),
        { vm: 1 },
        { attacker: 1, vm: 1, host: 1 },
      ),
    flips: {
      'vms/power': ['provisioning', 'stopped'],
      'vms/intruder': [0, 2],
      'vms/foothold': ['none', 'user'],
      'vms/host': [0, 2],
      'vms/technique': ['para', 'container', 'native'],
      'vms/devices': [[]],
      'vms/diskModel': ['para'],
      'hosts/filters': [[{ trap: 'disk', action: 'refuse' }], [{ trap: 'io', action: 'refuse' }]],
      'vms/filters': [[{ trap: 'disk', action: 'refuse' }]],
      'vms/rulings': [[{ trap: 'disk', verdict: 'refuse', over: false, until: 999 }]],
      'hosts/logCap': [true],
      'hosts/freeBlocks': [[]],
    },
  },
  'dos-overcommit': {
    setup: () =>
      setupOf(benchOvercommitted(), { from: 1, vm: 2 }, { attacker: 1, from: 1, vm: 2, frame: 8 }),
    flips: {
      'vms/power': ['stopped', 'provisioning'],
      'vms/intruder': [0, 2],
      'vms/foothold': ['none'],
      'vms/host': [0, 99],
      'hosts/overcommit': [false],
      'vms/frames': [4, 0],
      'vms/memory': [[1, 2, 3, 4, 5, 6]],
      'frames/owner': [0, 1],
      'frames/content': [0],
      'vms/reserved': [true],
      'vms/hoards': [true],
    },
  },
  'dos-create-storm': {
    setup: () =>
      setupOf(
        new Bench(tiny({ attackers: [hostileShop] })),
        {},
        { tenant: SHOP, host: 1, frames: hostileShop.plan.frames },
      ),
    flips: { 'tenants/id': [0, 1], 'tenants/quota': [1, 40], 'hosts/free': [[]] },
  },
};
