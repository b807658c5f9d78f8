import { fact } from '../../world/fact.ts';
import type { Need } from '../need.ts';

/** Whoever does it rents here, lawfully. `tenant` of the strike. */
export const isTenant: Need = {
  id: 'is-tenant',
  holds: (world, { tenant = 0 }) => world.tenants[tenant]?.id === tenant,
  facts: (_, { tenant = 0 }) => [fact('tenants', tenant, 'id')],
  counters: () => [],
};
