import type { AttackText } from '../kinds.ts';
import { collectGuestData } from './collect-guest-data.ts';
import { entryReturn } from './entry-return.ts';
import { entryTenant } from './entry-tenant.ts';
import { imgStalePackages } from './img-stale-packages.ts';
import { resDiskBlocks } from './res-disk-blocks.ts';
import { resMemUnscrubbed } from './res-mem-unscrubbed.ts';
import { resScrubTlbRace } from './res-scrub-tlb-race.ts';
import { snapRollbackRevive } from './snap-rollback-revive.ts';

/** Texts of attacks, by id. */
export const attacks = {
  'collect-guest-data': collectGuestData,
  'entry-return': entryReturn,
  'entry-tenant': entryTenant,
  'img-stale-packages': imgStalePackages,
  'res-disk-blocks': resDiskBlocks,
  'res-mem-unscrubbed': resMemUnscrubbed,
  'res-scrub-tlb-race': resScrubTlbRace,
  'snap-rollback-revive': snapRollbackRevive,
} satisfies Record<string, AttackText>;
