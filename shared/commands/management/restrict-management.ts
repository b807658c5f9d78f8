import { restrict } from '../../mechanics/management/reach.ts';
import type { HostId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface RestrictManagement extends Record<string, number | string> {
  readonly host: HostId;
}

/** Has the firewall of the management network let packets through to a host from that network alone (rule N32). */
export const restrictManagement = define<RestrictManagement>({
  name: 'restrict-management',
  role: 'network',
  key: '',
  fits: ['open-management'],
  schema: schemaOf<RestrictManagement>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return (find(world.hosts, host)?.managedFrom.length ?? 0) > 0 ? [{ host }] : [];
  },
  price: (world) => world.pace.restrictPrice,
  length: (world) => world.pace.restrictLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => {
    const row = find(world.hosts, host);
    if (!row) return refuse('rule.no-such-thing');
    return row.managedFrom.length > 0 ? null : refuse('rule.already-so');
  },
  finish: (turn, { host }, order) =>
    restrict(turn, host, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '관리 접속 제한', en: 'Restrict management' },
    does: {
      ko: '호스트의 관리 인터페이스에 관리 네트워크(점프 호스트)에서만 닿게 합니다. 다른 구역의 VM과 인터넷에서는 도달하지 못하고, 거기서 로그인하던 관리자와 백업 제품도 마찬가지입니다. VLAN을 잘못 받아 관리 네트워크에 있는 VM은 막지 못합니다.',
      en: 'The host’s management interface is reached from the management network (its jump host) alone: not from VMs of other zones or the internet, nor by administrators and backup products that logged in from there. It does not stop a VM that has the VLAN of the management network by mistake.',
    },
    done: {
      ko: '{{host}}의 관리 접속을 관리 네트워크로 제한한다',
      en: 'restrict the management of {{host}} to its own network',
    },
    control: { ko: '관리 네트워크 분리', en: 'Management from its own network alone' },
  },
});
