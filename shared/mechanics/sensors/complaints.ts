import { NONE } from '../../world/ids.ts';
import { rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { discover } from '../harm/breaches.ts';
import { raise } from './raise.ts';
import { warningsOf } from './warnings.ts';

/**
 * A harm that nobody saw comes back as its victims' complaint (rule H5), which brings up what sensors
 * had told of it (rule H6).
 */
export function complaints(turn: Turn): void {
  const { world } = turn;
  for (const breach of rows(world.breaches)) {
    if (breach.discoveredAt !== 0 || world.tick < breach.tick + world.pace.complaintAfter) continue;
    const { asset, victim, host, harm } = breach;
    const rang = warningsOf(turn, harm);
    if (asset !== NONE && victim !== NONE) {
      const seen = { kind: 'complaint', asset, tenant: victim, rang } as const;
      raise(turn, 'tenant', { host: NONE, vm: NONE }, seen, [harm]);
    } else {
      raise(turn, 'tenant', { host, vm: NONE }, { kind: 'host-complaint', rang }, [harm]);
    }
    discover(turn, breach, harm);
  }
}
