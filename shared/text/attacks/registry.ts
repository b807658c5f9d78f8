import type { AttackText } from '../kinds.ts';
import { entryReturn } from './entry-return.ts';
import { entryTenant } from './entry-tenant.ts';
import { resMemUnscrubbed } from './res-mem-unscrubbed.ts';

/** Texts of attacks, by id. */
export const attacks = {
  'entry-return': entryReturn,
  'entry-tenant': entryTenant,
  'res-mem-unscrubbed': resMemUnscrubbed,
} satisfies Record<string, AttackText>;
