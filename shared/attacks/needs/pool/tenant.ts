import { fact } from '../../../world/fact.ts';
import { ALWAYS } from '../../knowing.ts';
import type { Need } from '../../need.ts';

/** Whoever does it rents here, lawfully. `tenant` of the strike. */
export const isTenant: Need<'is-tenant'> = {
  id: 'is-tenant',
  words: {
    short: { ko: '테넌트임', en: 'a tenant' },
    failed: { ko: '정식 테넌트가 아니었습니다', en: 'not one of their tenants' },
  },
  known: ALWAYS,
  holds: (world, { tenant = 0 }) => world.tenants[tenant]?.id === tenant,
  facts: (_, { tenant = 0 }) => [fact('tenants', tenant, 'id')],
  counters: () => [],
};
