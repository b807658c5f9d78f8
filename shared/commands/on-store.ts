import { verifyStore } from '../mechanics/library.ts';
import type { StoreId } from '../world/ids.ts';
import type { Store } from '../world/machine/store.ts';
import { type Deep, find, rows } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { type Command, define, id, idIn, schemaOf, type Traits } from './command.ts';
import { refuse } from './refusal.ts';

interface OnStore extends Record<string, number | string> {
  readonly store: StoreId;
}

interface VerifyCommand extends Traits {
  readonly price: Command['price'];
  readonly length: Command['length'];
  /** Whether it is of the library, and looked at by an image; or of datastores, and looked at by a host. */
  readonly of: 'library' | 'datastore';
}

/** Stores of that kind that stand where a reader looks: what a library has is images, and a datastore has hosts. */
function storesAt(
  world: ReadonlyWorld,
  subject: Parameters<Command['offers']>[1],
  kind: VerifyCommand['of'],
) {
  const image = find(world.images, idIn(subject, 'images'));
  const host = idIn(subject, 'hosts');
  const isThere = ({ library, hosts }: Deep<Store>): boolean =>
    library === true
      ? kind === 'library' && image !== null
      : kind === 'datastore' && hosts.some((one) => one === host);
  return [...rows(world.stores)].filter(isThere);
}

/** A command by which what lies on a store is verified before it is started, for good. */
export function verifyCommand({ of, price, length, ...command }: VerifyCommand): Command {
  return define<OnStore>({
    ...command,
    schema: schemaOf<OnStore>({ store: id }),
    offers: (world, subject) =>
      storesAt(world, subject, of)
        .filter(({ verified }) => verified === false)
        .map(({ id: store }) => ({ store: store as StoreId })),
    price,
    length,
    load: () => ({ host: 0, cycles: 0 }),
    claims: (_, { store }) => [`stores/${store}`],
    refusal: (world, { store }) => {
      const row = find(world.stores, store);
      if (row?.verified === undefined || (row.library === true) !== (of === 'library'))
        return refuse('rule.no-such-thing');
      return row.verified ? refuse('rule.already-so') : null;
    },
    finish: (turn, { store }, order) =>
      verifyStore(turn, store, { kind: 'seat', id: order.seat }, order.seq),
  });
}
