import { dedicate, dedicatedTo } from '../../mechanics/pool/dedication.ts';
import type { HostId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface ShareHost extends Record<string, number | string> {
  readonly host: HostId;
}

/** Gives a host that was set apart back to all tenants (rule M31). */
export const shareHost = define<ShareHost>({
  name: 'share-host',
  role: 'operator',
  key: '',
  schema: schemaOf<ShareHost>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return dedicatedTo(world, host) === 0 ? [] : [{ host }];
  },
  price: () => 0,
  length: ({ pace }) => pace.quotaLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => {
    if (!find(world.hosts, host)) return refuse('rule.no-such-thing');
    return dedicatedTo(world, host) === 0 ? refuse('rule.already-so') : null;
  },
  finish: (turn, { host }, order) =>
    dedicate(turn, host, 0, { actor: { kind: 'seat', id: order.seat }, cause: order.seq }),
  words: {
    name: { ko: '전용 호스트 지정 풀기', en: 'Share the host again' },
    does: {
      ko: '모든 테넌트의 VM을 다시 받습니다. 자리가 늘지만, 누구든 그 옆에 VM을 놓을 수 있습니다.',
      en: 'It takes in VMs of every tenant again: there is more room, and anybody may come to lie beside them.',
    },
    done: { ko: '{{host}}의 전용 지정을 푼다', en: 'share {{host}} among tenants again' },
  },
});
