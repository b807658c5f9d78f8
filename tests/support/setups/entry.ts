import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { Necessity } from '../necessity.ts';
import { setupOf } from '../necessity.ts';
import { letIn } from '../storage.ts';
import { Bench, benchWithReader, hostileShop, id, tiny } from '../worlds.ts';

/** Entry acts, and the memory that a tenant is handed. */
export const entrySetups: Readonly<Record<string, Necessity>> = {
  'entry-tenant': {
    setup: () => setupOf(benchWithReader(), {}, { tenant: 2 }),
    flips: { 'tenants/id': [0, 1] },
  },
  'entry-return': {
    setup: () => setupOf(benchWithReader(), { vm: 1 }, { vm: 3, tenant: 2 }),
    flips: { 'vms/tenant': [0, 1, 3] },
  },
  // Whether the shop's VM may be read from end to end: its memory may hold something.
  probe: {
    setup: () => {
      const look = { vm: 1, attack: 'res-mem-unscrubbed', need: 'frame-is-theirs' };
      return setupOf(benchWithReader(), look, { tenant: 2 });
    },
    flips: { 'tenants/id': [0, 1] },
  },
  'res-mem-unscrubbed': {
    setup: () => setupOf(benchWithReader(), { vm: 1 }, { vm: 3, attacker: 1, frame: 3 }),
    flips: {
      'vms/power': ['provisioning', 'stopped'],
      'vms/intruder': [0, 2],
      'vms/foothold': ['none', 'user', 'root'],
      'frames/owner': [0, 1, 2],
      // Nothing, what the reader's own tenant left, and what is no asset at all.
      'frames/residue': [0, 3, 99],
      // The bank's keys are the shop's, or the reader is the bank's.
      'assets/tenant': [2],
      'vms/tenant': [1],
    },
  },
  // They run code below host 1, in whose free frames 3 and 4 the bank's keys lie.
  'res-free-memory': {
    setup: () => setupOf(belowHost(), { vm: 1 }, { attacker: 1, tenant: 2, host: 1, frame: 3 }),
    flips: {
      // Nobody, and somebody else.
      'hosts/intruder': [0, 2],
      'frames/host': [0, 2],
      'frames/owner': [1, 2],
      // Nothing, what is the shop's own, and what is no asset at all.
      'frames/residue': [0, 3, 99],
      'assets/tenant': [2],
    },
  },
};

/** The shop owns the kernel of the bank's VM 1, which is its VM 1, and has broken out of it. */
function belowHost(): Bench {
  const residue = [{ host: 1, asset: 'payment-keys', frames: 2 }] as const;
  const bench = new Bench(tiny({ residue: [...residue], attackers: [hostileShop] }));
  letIn(bench, 1, 'kernel');
  setFact(bench.world, 'hosts', 1, 'intruder', id(1), SCENARIO);
  bench.world.attackers[1]?.hosts.push(id(1));
  return bench;
}
