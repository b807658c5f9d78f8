import { NONE } from '../../world/ids.ts';
import { rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { discover } from '../breaches.ts';
import { raise } from './raise.ts';

/** A harm that nobody saw comes back as its victim's complaint (rule H5). */
export function complaints(turn: Turn): void {
  const { world } = turn;
  for (const breach of rows(world.breaches)) {
    if (breach.discoveredAt !== 0 || world.tick < breach.tick + world.pace.complaintAfter) continue;
    const seen = { kind: 'complaint', asset: breach.asset, tenant: breach.victim } as const;
    raise(turn, 'tenant', { host: NONE, vm: NONE }, seen, [breach.harm]);
    discover(turn, breach, breach.harm);
  }
}
