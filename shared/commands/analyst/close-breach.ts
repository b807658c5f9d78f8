import { breachSubject, closeBreach } from '../../mechanics/harm/breaches.ts';
import type { Breach } from '../../world/breach.ts';
import { type AssetId, NONE } from '../../world/ids.ts';
import { type Deep, rows } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface CloseBreach extends Record<string, number | string> {
  /** What leaked. A host that was taken over is not closed: it is rebuilt. */
  readonly asset: AssetId;
}

/** The leaks of that asset that the defenders know of and have not closed. */
function known(world: ReadonlyWorld, asset: AssetId): Deep<Breach>[] {
  return [...rows(world.breaches)].filter(
    (breach) => breach.open && breach.discoveredAt !== 0 && breach.asset === asset,
  );
}

/**
 * Tells the victims, and changes what can be changed: keys and passwords. Records cannot be unread
 * (rule H3). A harm that nobody knows of is refused like one that never was.
 */
export const closeLeak = define<CloseBreach>({
  name: 'close-breach',
  role: 'analyst',
  key: 'N',
  schema: schemaOf<CloseBreach>({ asset: id }),
  offers: (world, subject) => {
    const vm = idIn(subject, 'vms');
    return [...rows(world.breaches)]
      .filter(({ open, discoveredAt }) => open && discoveredAt !== 0)
      .filter((breach) => breachSubject(breach) === subject || breach.vm === vm)
      .flatMap(({ asset }) => (asset === NONE ? [] : [{ asset }]));
  },
  price: () => 0,
  length: (world) => world.pace.closeLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { asset }) => [`assets/${asset}`],
  refusal: (world, { asset }) =>
    known(world, asset).length > 0 ? null : refuse('rule.no-such-thing'),
  finish: (turn, { asset }, order) => {
    if (known(turn.world, asset).length > 0) closeBreach(turn, `assets/${asset}`, order.seq);
  },
});
