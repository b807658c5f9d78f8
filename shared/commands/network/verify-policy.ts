import { verify } from '../../mechanics/sensors/verification.ts';
import type { HostId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface VerifyPolicy extends Record<string, number | string> {
  readonly host: HostId;
}

/** Works out every way that stands open into a host's VMs and is not meant to be (rule S24). */
export const verifyPolicy = define<VerifyPolicy>({
  name: 'verify-policy',
  role: 'network',
  key: 'V',
  schema: schemaOf<VerifyPolicy>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return find(world.hosts, host) ? [{ host }] : [];
  },
  price: () => 0,
  length: (world) => world.pace.verifyLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: () => [],
  refusal: (world, { host }) => (find(world.switches, host) ? null : refuse('rule.no-such-thing')),
  finish: (turn, { host }, order) => verify(turn, host, order.seq),
});
