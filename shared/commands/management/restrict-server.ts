import { restrictServer as restrict } from '../../mechanics/management/server.ts';
import { POLICY } from '../../mechanics/network/edit.ts';
import { find } from '../../world/table.ts';
import { define, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

/** Has the firewall of the management network let packets through to the management server from that network alone (N34). */
export const restrictServer = define<Record<string, never>>({
  name: 'restrict-server',
  role: 'network',
  key: '',
  fits: ['open-server'],
  schema: schemaOf<Record<string, never>>({}),
  offers: (world, subject) => {
    const about =
      find(world.hosts, idIn(subject, 'hosts')) ?? find(world.policies, idIn(subject, 'policies'));
    const open = (find(world.policies, POLICY)?.serverFrom.length ?? 0) > 0;
    return about === null || !open ? [] : [{}];
  },
  price: (world) => world.pace.restrictPrice,
  length: (world) => world.pace.restrictLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: () => [`policies/${POLICY}`],
  refusal: (world) => {
    const room = find(world.policies, POLICY);
    if (room === null || room.serverBuild === 0) return refuse('rule.no-such-thing');
    return room.serverFrom.length > 0 ? null : refuse('rule.already-so');
  },
  finish: (turn, _, order) => restrict(turn, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '관리 서버 접속 제한', en: 'Restrict the management server' },
    does: {
      ko: '관리 서버에 관리 네트워크(점프 호스트)에서만 닿게 합니다. 패치되지 않은 관리 서버도 다른 구역에서는 공격할 수 없습니다. 거기서 일하던 관리자도 점프 호스트를 거쳐야 합니다.',
      en: 'The management server is reached from the management network (its jump host) alone: unpatched or not, nobody gets to it from other zones. Administrators who worked from there have to go by the jump host.',
    },
    done: {
      ko: '관리 서버 접속을 관리 네트워크로 제한한다',
      en: 'restrict the management server to its own network',
    },
    control: { ko: '관리 서버 접속 제한', en: 'The management server from its own network alone' },
  },
});
