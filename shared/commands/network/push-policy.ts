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
});
