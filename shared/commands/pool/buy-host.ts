import { addHost, hasPlace } from '../../mechanics/pool/inventory.ts';
import { find } from '../../world/table.ts';
import { define, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

type Nothing = Readonly<Record<never, never>>;

/** Buys a host (CAPEX). It comes after a while, empty, and costs its upkeep from then on (rule R2). */
export const buyHost = define<Nothing>({
  name: 'buy-host',
  role: 'operator',
  key: '',
  schema: schemaOf<Nothing>({}),
  offers: (world, subject) => (find(world.hosts, idIn(subject, 'hosts')) ? [{}] : []),
  price: (world) => world.pace.hostPrice,
  length: (world) => world.pace.hostLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: () => [],
  refusal: (world) => (hasPlace(world) ? null : refuse('rule.no-place')),
  finish: (turn, _, order) => {
    addHost(turn, { kind: 'seat', id: order.seat }, order.seq);
  },
  words: {
    name: { ko: '호스트 구입', en: 'Buy a host' },
    does: {
      ko: '새 호스트(2021년, VT-x와 EPT, 프레임 32개)가 빈 채로 들어옵니다. 살 때 한 번 드는 CAPEX이고, 그 뒤로는 매분 유지비(OPEX)도 듭니다.',
      en: 'A new host (2021, VT-x and EPT, 32 frames) arrives empty. The price is CAPEX, paid once; its upkeep is OPEX, every minute from then on.',
    },
    done: { ko: '호스트를 산다', en: 'buy a host' },
    control: { ko: '호스트 구입', en: 'Another host' },
  },
});
