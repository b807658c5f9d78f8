import { clearHost, refillHost, reinstall } from '../../mechanics/upkeep/reinstall.ts';
import type { HostId } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface RebuildHost extends Record<string, number | string> {
  readonly host: HostId;
}

/**
 * Installs a host anew from trusted media (rule K11). What runs on it is powered off meanwhile: whoever
 * wants to spare the tenants that evacuates it first.
 */
export const rebuildHost = define<RebuildHost>({
  name: 'rebuild-host',
  role: 'hypervisor',
  key: '',
  schema: schemaOf<RebuildHost>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return find(world.hosts, host) ? [{ host }] : [];
  },
  price: ({ pace }) => pace.rebuildHostPrice,
  length: ({ pace }) => pace.rebuildHostLength,
  load: () => ({ host: 0, cycles: 0 }),
  // Nobody works on a guest of a host that is not there.
  claims: (world, { host }) => [
    `hosts/${host}`,
    ...[...rows(world.vms)].filter((vm) => vm.host === host).map((vm) => `vms/${vm.id}` as const),
  ],
  refusal: (world, { host }) => (find(world.hosts, host) ? null : refuse('rule.no-such-thing')),
  start: (turn, { host }, order) => clearHost(turn, host, order.seq),
  // What is made there or moved there meanwhile stays off too until it is done.
  work: (turn, { host }, _, order) => clearHost(turn, host, order.seq),
  finish: (turn, { host }, order) => {
    const rebuilt = reinstall(turn, host, { kind: 'seat', id: order.seat }, order.seq);
    refillHost(turn, host, order.seq, rebuilt);
  },
  abandon: (turn, { host }, order) => refillHost(turn, host, order.seq, order.seq),
});
