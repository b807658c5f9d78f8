import { investigateHost as investigate } from '../../mechanics/sensors/host-investigation.ts';
import type { HostId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface InvestigateHost extends Record<string, number | string> {
  readonly host: HostId;
}

/** Measures what runs below the guests of a host (rule S31). It touches nothing. */
export const investigateHost = define<InvestigateHost>({
  name: 'investigate-host',
  role: 'analyst',
  key: 'J',
  schema: schemaOf<InvestigateHost>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return find(world.hosts, host) ? [{ host }] : [];
  },
  price: () => 0,
  length: (world) => world.pace.investigateHostLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => (find(world.hosts, host) ? null : refuse('rule.no-such-thing')),
  finish: (turn, { host }, order) => investigate(turn, host, order.seq),
});
