import { retire } from '../../mechanics/pool/inventory.ts';
import type { HostId } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface RetireHost extends Record<string, number | string> {
  readonly host: HostId;
}

/** Whether anything is on a host, or on its way to it. */
function inUse(world: ReadonlyWorld, host: number): boolean {
  for (const vm of rows(world.vms)) if (vm.host === host || vm.movingTo === host) return true;
  return world.snapshots.some((snapshot) => snapshot?.host === host);
}

/** Takes an empty host out of the room: its upkeep ends (rule R2). */
export const retireHost = define<RetireHost>({
  name: 'retire-host',
  role: 'operator',
  key: '',
  schema: schemaOf<RetireHost>({ host: id }),
  offers: (world, subject) => {
    const host = find(world.hosts, idIn(subject, 'hosts'));
    return host && !host.retired ? [{ host: host.id }] : [];
  },
  price: () => 0,
  length: (world) => world.pace.retireLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => {
    const row = find(world.hosts, host);
    if (!row || row.retired) return refuse('rule.no-such-thing');
    return inUse(world, host) ? refuse('rule.host-in-use', { host }) : null;
  },
  holds: (world, { host }) => (inUse(world, host) ? 'no-longer-allowed' : null),
  finish: (turn, { host }, order) =>
    retire(turn, host, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '빈 호스트 폐기', en: 'Retire the empty host' },
    does: {
      ko: '운영 비용(OPEX)이 더 들지 않습니다. 메모리 모듈과 디스크는 파기하므로 남은 데이터도 사라집니다. 다시 쓰려면 새로 사야 합니다(CAPEX).',
      en: 'It costs no OPEX any more. Its modules and disks are destroyed, and what lay in them. A new one is CAPEX.',
    },
    done: { ko: '{{host}}{을/를} 폐기한다', en: 'retire {{host}}' },
    control: { ko: '빈 호스트 폐기', en: 'Retire an empty host' },
  },
});
