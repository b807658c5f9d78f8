import type { TenantName } from '../../world/people/tenant.ts';
import type { Words } from '../../world/words.ts';

/** `letter` is the sign beside the colour: colour alone is never the sign. */
export const tenants = {
  bank: { name: { ko: '은행', en: 'Bank' }, letter: { ko: '은', en: 'B' } },
  shop: { name: { ko: '상점', en: 'Shop' }, letter: { ko: '상', en: 'S' } },
  hospital: { name: { ko: '병원', en: 'Hospital' }, letter: { ko: '병', en: 'H' } },
} satisfies Record<TenantName, Record<'name' | 'letter', Words>>;
