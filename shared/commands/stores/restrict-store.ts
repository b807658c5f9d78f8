import { restrictStore as restrict } from '../../mechanics/stores/stores.ts';
import type { StoreId } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface RestrictStore extends Record<string, number | string> {
  readonly store: StoreId;
}

/** Narrows the access list of a datastore to the hosts that mount it (rule M22). */
export const restrictStore = define<RestrictStore>({
  name: 'restrict-store',
  role: 'operator',
  key: '',
  fits: ['open-store'],
  contains: ['snapshot-export', 'store-opened', 'store-mounted'],
  schema: schemaOf<RestrictStore>({ store: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts');
    const named = idIn(subject, 'stores');
    const image = find(world.images, idIn(subject, 'images'));
    return [...rows(world.stores)]
      .filter(
        ({ id: store, hosts, library }) =>
          store === named ||
          hosts.some((one) => one === host) ||
          (library === true && image !== null),
      )
      .filter(({ reachedFrom }) => reachedFrom.length > 0)
      .map(({ id: store }) => ({ store: store as StoreId }));
  },
  price: (world) => world.pace.restrictPrice,
  length: (world) => world.pace.restrictLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { store }) => [`stores/${store}`],
  refusal: (world, { store }) => {
    const row = find(world.stores, store);
    if (!row) return refuse('rule.no-such-thing');
    return row.reachedFrom.length > 0 ? null : refuse('rule.already-so');
  },
  finish: (turn, { store }, order) =>
    restrict(turn, store, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '데이터스토어 접근 제한', en: 'Restrict a datastore' },
    does: {
      ko: '데이터스토어의 접근 목록을 그것을 쓰는 호스트로만 좁힙니다. 다른 구역의 VM은 마운트하지 못하고, 거기서 스냅샷을 내보내던 관리자도 마찬가지입니다. 장악된 호스트는 여전히 읽습니다.',
      en: 'Narrows the access list of the datastore to the hosts that use it: VMs of other zones mount it no more, nor do administrators who exported snapshots from there. A host that fell still reads it.',
    },
    done: {
      ko: '데이터스토어 {{store}}의 접근을 호스트로 제한한다',
      en: 'restrict datastore {{store}} to its hosts',
    },
    control: { ko: '데이터스토어 접근 목록', en: 'Access lists of datastores' },
  },
});
