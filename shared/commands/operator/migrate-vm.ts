import { guestPermille } from '../../mechanics/cost/guest-cost.ts';
import { beginMove, giveUpMove, moveObstacle, moveVm } from '../../mechanics/migration.ts';
import { moveTicks } from '../../mechanics/network/transit.ts';
import { boundaryOf } from '../../mechanics/technique/boundary.ts';
import type { HostId, VmId } from '../../world/ids.ts';
import { find, get, rows } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { obstructed, refuse } from '../refusal.ts';

interface MigrateVm extends Record<string, number | string> {
  readonly vm: VmId;
  readonly host: HostId;
}

/**
 * Moves a VM to another host while it runs (rules G4, G5). The new host's switch has never heard of
 * its port: until the policy is given anew it stands open there (N4).
 */
export const migrateVm = define<MigrateVm>({
  name: 'migrate-vm',
  role: 'operator',
  key: 'M',
  blunt: true,
  fits: ['clock-starved'],
  schema: schemaOf<MigrateVm>({ vm: id, host: id }),
  offers: (world, subject) => {
    const vm = idIn(subject, 'vms') as VmId;
    const row = find(world.vms, vm);
    // A machine of its own is imaged, not moved.
    if (!row || row.technique === 'native') return [];
    return [...rows(world.hosts)]
      .filter(({ id: host, retired }) => host !== row.host && !retired)
      .map(({ id: host }) => ({ vm, host }));
  },
  price: () => 0,
  quote: (world, { vm, host }) => {
    const row = find(world.vms, vm);
    const place = find(world.hosts, host);
    if (!row || !place) return null;
    const now = guestPermille(row, get(world.hosts, row.host));
    const cost = guestPermille(row, place);
    return { cost, now, boundary: boundaryOf(row.technique) };
  },
  length: (world, { vm }) => moveTicks(world, find(world.vms, vm)?.frames ?? 0),
  load: (world, { vm }) => ({
    host: find(world.vms, vm)?.host ?? 0,
    cycles: world.pace.jobCycles,
  }),
  claims: (_, { vm }) => [`vms/${vm}`],
  refusal: (world, { vm, host }) => {
    const row = find(world.vms, vm);
    if (!row) return refuse('rule.no-such-thing');
    if (row.host === host) return refuse('rule.already-so');
    const { power } = row;
    if (power === 'provisioning') return refuse('rule.wrong-power', { power });
    return obstructed(host, row.technique, moveObstacle(world, vm, host));
  },
  start: (turn, { vm, host }, order) =>
    beginMove(turn, vm, host, { kind: 'seat', id: order.seat }, order.seq),
  holds: (world, { vm, host }) => {
    const row = find(world.vms, vm);
    if (!row) return 'subject-gone';
    return row.movingTo === host ? null : 'no-longer-allowed';
  },
  finish: (turn, { vm, host }, order) =>
    moveVm(turn, vm, host, { kind: 'seat', id: order.seat }, order.seq),
  abandon: (turn, { vm, host }, order) => {
    if (find(turn.world.vms, vm)?.movingTo === host) giveUpMove(turn, vm, order.seq);
  },
  words: {
    name: { ko: '{{host}}{으로/로} 옮기기', en: 'Migrate to {{host}}' },
    does: {
      ko: '켜 둔 채로 옮깁니다(라이브 마이그레이션). 떠난 프레임에는 소거하지 않는 한 내용이 남고, 새 스위치는 정책을 배포할 때까지 이 VM을 필터링하지 않습니다.',
      en: 'Moves it while it runs. Unless they are scrubbed, the frames it leaves keep what it wrote; the new switch does not filter it until you push the policy.',
    },
    done: { ko: '{{vm}}{을/를} {{host}}{으로/로} 옮긴다', en: 'migrate {{vm}} to {{host}}' },
    control: { ko: 'VM을 다른 호스트로 옮기기', en: 'Migrate the VM to another host' },
  },
});
