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
  always: true,
  blunt: true,
  fits: ['fallen-host'],
  contains: ['host-compromised', 'host-complaint', 'measurement-differs'],
  schema: schemaOf<RebuildHost>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    const row = find(world.hosts, host);
    // Below the system of a machine of its own is nothing.
    return row && row.platform !== 'native' ? [{ host }] : [];
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
  hostOff: () => true,
  start: (turn, { host }, order) => clearHost(turn, host, order.seq),
  // What is made there or moved there meanwhile stays off too until it is done.
  work: (turn, { host }, _, order) => clearHost(turn, host, order.seq),
  finish: (turn, { host }, order) => {
    const rebuilt = reinstall(turn, host, { kind: 'seat', id: order.seat }, order.seq);
    refillHost(turn, host, order.seq, rebuilt);
  },
  abandon: (turn, { host }, order) => refillHost(turn, host, order.seq, order.seq),
  words: {
    name: { ko: '호스트 재설치', en: 'Reinstall the host' },
    does: {
      ko: '신뢰할 수 있는 매체로 호스트를 최신 빌드로 다시 설치합니다. 그동안 그 호스트의 VM은 모두 꺼졌다가, 끝나면 다시 켜집니다. 관리 자격 증명은 그대로입니다.',
      en: 'Installs the host again from trusted media, at the latest build. Its VMs are powered off and start again afterwards. Its management credential stays the same.',
    },
    done: {
      ko: '{{host}}{을/를} 신뢰할 수 있는 매체로 다시 설치한다',
      en: 'reinstall {{host}} from trusted media',
    },
    control: { ko: '신뢰할 수 있는 매체로 호스트 재설치', en: 'Reinstall the host' },
  },
});
