import { closeBreach } from '../mechanics/breaches.ts';
import type { Breach } from '../world/breach.ts';
import type { AssetId } from '../world/ids.ts';
import { type Deep, find, rows } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { define, id, idIn, schemaOf } from './command.ts';
import { refuse } from './refusal.ts';

interface CloseBreach extends Record<string, number | string> {
  readonly asset: AssetId;
}

/** The harm of that asset that the defenders know of and have not closed. */
function known(world: ReadonlyWorld, asset: number): Deep<Breach> | null {
  for (const breach of rows(world.breaches)) {
    if (breach.asset === asset && breach.open && breach.discoveredAt !== 0) return breach;
  }
  return null;
}

/**
 * Tells the victim and makes what leaked worthless: keys are changed, records are watched. What has
 * landed stays; the rest no longer does (rule H3). A leak that nobody knows of is refused like one
 * that never was.
 */
export const closeLeak = define<CloseBreach>({
  name: 'close-breach',
  role: 'analyst',
  key: 'N',
  schema: schemaOf<CloseBreach>({ asset: id }),
  offers: (world, subject) => {
    const asset = idIn(subject, 'assets') as AssetId;
    const vm = idIn(subject, 'vms');
    const leaks = [...rows(world.breaches)].filter(
      (breach) => (breach.asset === asset || breach.vm === vm) && known(world, breach.asset),
    );
    return leaks.map((breach) => ({ asset: breach.asset }));
  },
  price: () => 0,
  length: (world) => world.pace.closeLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { asset }) => [`assets/${asset}`],
  refusal: (world, { asset }) =>
    find(world.assets, asset) && known(world, asset) ? null : refuse('rule.no-such-thing'),
  finish: (turn, { asset }, order) => closeBreach(turn, asset, order.seq),
});
