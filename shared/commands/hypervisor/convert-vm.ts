import { z } from 'zod';
import { guestPermille } from '../../mechanics/cost/guest-cost.ts';
import { canEncrypt } from '../../mechanics/fall/memory-encryption.ts';
import { runVm, stopVm } from '../../mechanics/lifecycle.ts';
import { boundaryOf } from '../../mechanics/technique/boundary.ts';
import { convertVm as convert } from '../../mechanics/technique/convert.ts';
import { misfit, offeredTechniques } from '../../mechanics/technique/technique.ts';
import { inDeck } from '../../world/deck.ts';
import type { VmId } from '../../world/ids.ts';
import { usualModels } from '../../world/machine/device-path.ts';
import { TECHNIQUES, type Technique } from '../../world/machine/vm.ts';
import { find, get } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { notInMaking } from '../on-vm.ts';
import { obstructed, refuse } from '../refusal.ts';

interface ConvertVm extends Record<string, number | string> {
  readonly vm: VmId;
  readonly technique: Technique;
}

/** Every other way to run a VM where it is, the cheapest first (rule K22). */
function waysOf(world: ReadonlyWorld, vm: VmId): Technique[] {
  const row = find(world.vms, vm);
  const place = find(world.hosts, row?.host ?? 0);
  const image = find(world.images, row?.image ?? 0);
  if (!row || !place || !image) return [];
  return offeredTechniques(world, place, image, row.workload).filter(
    (technique) => technique !== row.technique,
  );
}

/**
 * Has a guest run by another technique, where it is (rule K27). It is off meanwhile. Source: FACTS B09,
 * "convert guest to HVM/PVH": what only a ported kernel can do, nobody in it can do any more.
 */
export const convertVm = define<ConvertVm>({
  name: 'convert-vm',
  role: 'hypervisor',
  key: '',
  blunt: true,
  ways: ['vm'],
  schema: schemaOf<ConvertVm>({ vm: id, technique: z.enum(TECHNIQUES) }),
  offers: (world, subject) => {
    const vm = idIn(subject, 'vms') as VmId;
    return waysOf(world, vm).map((technique) => ({ vm, technique }));
  },
  price: () => 0,
  quote: (world, { vm, technique }) => {
    const row = find(world.vms, vm);
    const place = find(world.hosts, row?.host ?? 0);
    if (!row || !place) return null;
    const now = guestPermille(row, place);
    const models = usualModels(technique, get(world.images, row.image));
    const cost = guestPermille({ ...row, technique, ...models }, place);
    return { cost, now, boundary: boundaryOf(technique) };
  },
  length: (world) => world.pace.machineLength,
  load: (world, { vm }) => ({
    host: find(world.vms, vm)?.host ?? 0,
    cycles: world.pace.jobCycles,
  }),
  claims: (_, { vm }) => [`vms/${vm}`],
  refusal: (world, { vm, technique }) => {
    const row = find(world.vms, vm);
    if (!row || !inDeck(world, 'techniques', technique)) return refuse('rule.no-such-thing');
    if (row.technique === technique) return refuse('rule.already-so');
    const making = notInMaking(world, row);
    if (making) return making;
    if (row.memoryEncrypted && !canEncrypt({ ...row, technique }))
      return refuse('rule.guest-cannot-encrypt');
    const reason = misfit(get(world.hosts, row.host), get(world.images, row.image), technique);
    return obstructed(row.host, technique, reason && { kind: 'misfit', reason });
  },
  start: (turn, { vm }, order) => {
    if (get(turn.world.vms, vm).power === 'running') stopVm(turn, vm, order.seq);
  },
  holds: (world, { vm }) => (find(world.vms, vm) ? null : 'subject-gone'),
  finish: (turn, { vm, technique }, order) => {
    const changed = convert(turn, vm, technique, { kind: 'seat', id: order.seat }, order.seq);
    if (get(turn.world.vms, vm).power === 'stopped') runVm(turn, vm, changed);
  },
  words: {
    name: { ko: '기법 변경 · {{technique}}', en: 'Convert · {{technique}}' },
    does: {
      ko: '디스크는 그대로 두고 다른 가상화 기법으로 다시 켭니다. 속도와 격리 경계가 달라집니다. 그동안 서비스가 멈춥니다.',
      en: 'Starts it again by another technique, with the same disk: its speed and its isolation boundary change. Its service is off meanwhile.',
    },
    done: {
      ko: '{{vm}}의 가상화 기법을 바꾼다({{technique}})',
      en: 'convert {{vm}} ({{technique}})',
    },
    control: {
      ko: '반가상화 게스트를 다른 기법으로 변경',
      en: 'Another technique for a paravirtual guest',
    },
  },
});
