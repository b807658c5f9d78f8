import { openRequest } from '../../mechanics/people.ts';
import { ASKED_FOR, ownNote } from '../../world/people/known.ts';
import { rows } from '../../world/table.ts';
import type { Attack } from '../attack.ts';
import { isTenant } from '../needs/tenant.ts';

/**
 * The lawful tenant asks for a VM, like anyone. `att.tenant` of the facts' vocabulary: renting is no
 * attack, and the request is served unmarked in the defenders' queue.
 */
export const entryTenant: Attack = {
  id: 'entry-tenant',
  catalogue: null,
  target: 6,
  family: null,
  takes: [],
  saysItAll: true,
  brings: 'vm',
  needs: [isTenant],
  length: () => 1,
  resolve: (world, attacker) => {
    for (const request of rows(world.requests)) {
      const open = request.state === 'open' || request.state === 'in-work';
      if (open && attacker.knownRequests.includes(request.id)) return null;
    }
    return { tenant: attacker.tenant };
  },
  strikes: (_, about) => [about],
  effect: (turn, { attacker, operation }) => {
    const wish = { kind: 'create', plan: attacker.plan } as const;
    attacker.knownRequests.push(openRequest(turn, attacker.tenant, wish, operation.act));
  },
  prospects: ({ vms, notes, waiting }) => {
    const rented = vms.some(
      ({ number, power }) => notes[ownNote(number)] === ASKED_FOR && power !== 'gone',
    );
    if (waiting || rented) return [];
    return [{ attack: 'entry-tenant', args: {}, gain: { kind: 'vm' }, sure: true }];
  },
};
