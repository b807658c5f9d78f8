import { z } from 'zod';
import { guestPermille } from '../../mechanics/cost/guest-cost.ts';
import { runVm, stopVm } from '../../mechanics/lifecycle.ts';
import { giveUpMove } from '../../mechanics/migration.ts';
import { consolidate as image } from '../../mechanics/pool/consolidate.ts';
import { reserve } from '../../mechanics/reserve.ts';
import { obstacle } from '../../mechanics/room.ts';
import { boundaryOf } from '../../mechanics/technique/boundary.ts';
import { offeredTechniques } from '../../mechanics/technique/technique.ts';
import { inDeck } from '../../world/deck.ts';
import { setFact } from '../../world/fact.ts';
import type { HostId, VmId } from '../../world/ids.ts';
import { TECHNIQUES, type Technique } from '../../world/machine/vm.ts';
import { find, get, rows } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { obstructed, refuse } from '../refusal.ts';

interface Consolidate extends Record<string, number | string> {
  readonly vm: VmId;
  readonly host: HostId;
  readonly technique: Technique;
}

/** Images a machine of its own onto a host that others share, as a VM (P2V, rule R2). It is off meanwhile. */
export const consolidate = define<Consolidate>({
  name: 'consolidate',
  role: 'operator',
  key: '',
  fits: 'always',
  ways: ['vm', 'host'],
  schema: schemaOf<Consolidate>({ vm: id, host: id, technique: z.enum(TECHNIQUES) }),
  offers: (world, subject) => {
    const row = find(world.vms, idIn(subject, 'vms'));
    const system = find(world.images, row?.image ?? 0);
    if (row?.technique !== 'native' || !system) return [];
    return [...rows(world.hosts)].flatMap((host) => {
      if (host.retired) return [];
      const [technique] = offeredTechniques(world, host, system, row.workload);
      return technique === undefined ? [] : [{ vm: row.id, host: host.id, technique }];
    });
  },
  price: () => 0,
  quote: (world, { vm, host, technique }) => {
    const row = find(world.vms, vm);
    const place = find(world.hosts, host);
    if (!row || !place) return null;
    const cost = guestPermille({ ...row, technique }, place);
    return { cost, now: 1000, boundary: boundaryOf(technique) };
  },
  length: (world) => world.pace.consolidateLength,
  load: (world, { host }) => ({ host, cycles: world.pace.jobCycles }),
  claims: (_, { vm }) => [`vms/${vm}`],
  refusal: (world, { vm, host, technique }) => {
    const row = find(world.vms, vm);
    if (row?.technique !== 'native' || !inDeck(world, 'techniques', technique)) {
      return refuse('rule.no-such-thing');
    }
    return obstructed(host, technique, obstacle(world, host, { ...row, technique }));
  },
  start: (turn, { vm, host }, order) => {
    const { frames, blocks, power } = get(turn.world.vms, vm);
    if (power === 'running') stopVm(turn, vm, order.seq);
    reserve(turn, vm, host, { frames, blocks }, order.seq);
    setFact(turn.world, 'vms', vm, 'movingTo', host, order.seq);
  },
  holds: (world, { vm, host }) => {
    const row = find(world.vms, vm);
    if (!row) return 'subject-gone';
    return row.movingTo === host ? null : 'no-longer-allowed';
  },
  finish: (turn, { vm, host, technique }, order) =>
    image(turn, vm, { host, technique }, { kind: 'seat', id: order.seat }, order.seq),
  abandon: (turn, { vm, host }, order) => {
    if (find(turn.world.vms, vm)?.movingTo !== host) return;
    giveUpMove(turn, vm, order.seq);
    runVm(turn, vm, order.seq);
  },
  words: {
    name: {
      ko: '{{host}}에 통합 · {{technique}}',
      en: 'Consolidate onto {{host}} · {{technique}}',
    },
    does: {
      ko: '물리 서버의 디스크를 복제해 VM으로 다시 켭니다(P2V). 그동안 서비스가 멈추고, 빈 서버는 폐기할 때까지 유지비가 듭니다. 호스트 하나가 무너지면 함께 무너집니다.',
      en: 'Images the machine’s disk and boots it as a VM (P2V). Its service is off meanwhile, and the empty box costs its upkeep until it is retired. From then on it falls with its host.',
    },
    done: {
      ko: '{{vm}}{을/를} {{host}}{으로/로} 통합한다({{technique}})',
      en: 'consolidate {{vm}} onto {{host}} ({{technique}})',
    },
    control: { ko: '서버 통합(P2V)', en: 'Consolidation (P2V)' },
  },
});
