import { NONE } from '../../world/ids.ts';
import { rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { discover } from '../breaches.ts';
import { raise } from './raise.ts';

/** A harm that nobody saw comes back as its victims' complaint (rule H5). */
export function complaints(turn: Turn): void {
  const { world } = turn;
  for (const breach of rows(world.breaches)) {
    if (breach.discoveredAt !== 0 || world.tick < breach.tick + world.pace.complaintAfter) continue;
    const { asset, victim, host, harm } = breach;
    if (asset !== NONE && victim !== NONE) {
      const seen = { kind: 'complaint', asset, tenant: victim } as const;
      raise(turn, 'tenant', { host: NONE, vm: NONE }, seen, [harm]);
    } else {
      raise(turn, 'tenant', { host, vm: NONE }, { kind: 'host-complaint' }, [harm]);
    }
    discover(turn, breach, harm);
  }
}
