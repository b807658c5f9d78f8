import { z } from 'zod';
import { breachSubject, closeBreach } from '../mechanics/breaches.ts';
import type { Breach } from '../world/breach.ts';
import type { RowRef } from '../world/fact.ts';
import { type AssetId, type HostId, NONE } from '../world/ids.ts';
import { type Deep, rows } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { define, id, idIn } from './command.ts';
import { refuse } from './refusal.ts';

/** An asset that leaked, or a host that was taken over. */
type CloseBreach = { readonly asset: AssetId } | { readonly host: HostId };

const subjectOf = (args: CloseBreach): RowRef =>
  'asset' in args ? `assets/${args.asset}` : `hosts/${args.host}`;

/** The harms of that subject that the defenders know of and have not closed. */
function known(world: ReadonlyWorld, subject: RowRef): Deep<Breach>[] {
  return [...rows(world.breaches)].filter(
    (breach) => breach.open && breach.discoveredAt !== 0 && breachSubject(breach) === subject,
  );
}

/**
 * Tells the victims and makes what leaked worthless: keys are changed, records are watched. Of a host
 * that was taken over it throws the attacker out and changes its credentials. What has landed stays;
 * the rest no longer does (rule H3). A harm that nobody knows of is refused like one that never was.
 */
export const closeLeak = define<CloseBreach>({
  name: 'close-breach',
  role: 'analyst',
  key: 'N',
  schema: z.union([
    z.strictObject({ asset: id }),
    z.strictObject({ host: id }),
  ]) as unknown as z.ZodType<CloseBreach>,
  offers: (world, subject) => {
    const vm = idIn(subject, 'vms');
    return [...rows(world.breaches)]
      .filter(({ open, discoveredAt }) => open && discoveredAt !== 0)
      .filter((breach) => breachSubject(breach) === subject || breach.vm === vm)
      .map(({ asset, host }) => (asset === NONE ? { host } : { asset }));
  },
  price: () => 0,
  length: (world) => world.pace.closeLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, args) => [subjectOf(args)],
  refusal: (world, args) =>
    known(world, subjectOf(args)).length > 0 ? null : refuse('rule.no-such-thing'),
  finish: (turn, args, order) => closeBreach(turn, subjectOf(args), order.seq),
});
