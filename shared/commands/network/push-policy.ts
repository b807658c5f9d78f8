import { isPushed, pushTo } from '../../mechanics/network/push.ts';
import type { HostId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface PushPolicy extends Record<string, number | string> {
  readonly host: HostId;
}

/**
 * Gives a host's switch the policy and tells it which VMs are behind its ports (rule N6). It drops
 * every packet for a moment: pushing without need costs the tenants.
 */
export const pushPolicy = define<PushPolicy>({
  name: 'push-policy',
  role: 'network',
  key: 'U',
  fits: ['drift', 'old-policy-cuts-off'],
  contains: ['moved', 'open-door', 'policy-edited'],
  // An edit is told of until every switch has it.
  leaves: ['policy-edited'],
  schema: schemaOf<PushPolicy>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return find(world.hosts, host) ? [{ host }] : [];
  },
  price: () => 0,
  length: (world) => world.pace.pushLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { host }) => [`switches/${host}`],
  refusal: (world, { host }) => {
    if (!find(world.switches, host)) return refuse('rule.no-such-thing');
    return isPushed(world, host) ? refuse('rule.already-so') : null;
  },
  finish: (turn, { host }, order) => pushTo(turn, host, order.seq),
  words: {
    name: { ko: '정책 배포', en: 'Push the policy' },
    does: {
      ko: '스위치가 지금의 정책과 모든 VM의 포트를 알게 됩니다. 적용하는 2초 동안 이 호스트의 패킷은 모두 버려집니다.',
      en: 'The switch learns the policy as it is now, and every VM’s port. For 2 s while loading it drops every packet.',
    },
    done: { ko: '{{host}}에 정책을 배포한다', en: 'push the policy to {{host}}' },
    control: { ko: '방화벽 정책 다시 배포', en: 'Push the firewall policy again' },
  },
});
