import type { Attack } from './attack.ts';
import { entryReturn } from './entry-return.ts';
import { entryTenant } from './entry-tenant.ts';
import { resMemUnscrubbed } from './res-mem-unscrubbed.ts';

/** Every attack and entry act, by id. One line each. */
export const attacks: ReadonlyMap<string, Attack> = new Map(
  [entryTenant, entryReturn, resMemUnscrubbed].map((attack) => [attack.id, attack]),
);
