import { z } from 'zod';
import { guestPermille } from '../../mechanics/cost/guest-cost.ts';
import { boundaryOf } from '../../mechanics/technique/boundary.ts';
import {
  canDrive,
  modelOf,
  modelsOf,
  swapDevice as swap,
  withModel,
} from '../../mechanics/technique/devices.ts';
import type { VmId } from '../../world/ids.ts';
import { MODELLED, MODELS, type Model, type Modelled } from '../../world/machine/device.ts';
import { find, get } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { notInMaking } from '../on-vm.ts';
import { refuse } from '../refusal.ts';
import { powerOff, powerOn } from '../while-off.ts';

interface SwapDevice extends Record<string, number | string> {
  readonly vm: VmId;
  readonly device: Modelled;
  readonly model: Model;
}

/**
 * Gives a VM another disk or network card (rules K85, K86): another model, whose code on the host is other
 * code, or a ring. It is off meanwhile.
 */
export const swapDevice = define<SwapDevice>({
  name: 'swap-device',
  role: 'hypervisor',
  key: '',
  blunt: true,
  schema: schemaOf<SwapDevice>({ vm: id, device: z.enum(MODELLED), model: z.enum(MODELS) }),
  offers: (world, subject) => {
    const vm = idIn(subject, 'vms') as VmId;
    const row = find(world.vms, vm);
    const image = find(world.images, row?.image ?? 0);
    if (!row || !image) return [];
    return MODELLED.filter((device) =>
      modelsOf(device).some((one) => canDrive(row, image, device, one)),
    ).flatMap((device) =>
      modelsOf(device)
        .filter((model) => model !== modelOf(row, device))
        .map((model) => ({ vm, device, model })),
    );
  },
  price: () => 0,
  quote: (world, { vm, device, model }) => {
    const row = find(world.vms, vm);
    const place = find(world.hosts, row?.host ?? 0);
    if (!row || !place) return null;
    const next = withModel(row, device, model);
    const cost = guestPermille({ ...row, ...next }, place);
    return { cost, now: guestPermille(row, place), boundary: boundaryOf(next.technique) };
  },
  length: (world) => world.pace.machineLength,
  load: (world, { vm }) => ({
    host: find(world.vms, vm)?.host ?? 0,
    cycles: world.pace.jobCycles,
  }),
  claims: (_, { vm }) => [`vms/${vm}`],
  refusal: (world, { vm, device, model }) => {
    const row = find(world.vms, vm);
    if (!row) return refuse('rule.no-such-thing');
    const making = notInMaking(world, row);
    if (making) return making;
    if (!canDrive(row, get(world.images, row.image), device, model))
      return refuse('rule.no-driver');
    return modelOf(row, device) === model ? refuse('rule.already-so') : null;
  },
  start: powerOff,
  holds: (world, { vm }) => (find(world.vms, vm) ? null : 'subject-gone'),
  finish: (turn, { vm, device, model }, order) => {
    const actor = { kind: 'seat', id: order.seat } as const;
    powerOn(turn, vm, swap(turn, vm, device, model, actor, order.seq));
  },
  words: {
    name: { ko: '{{device}} 교체 · {{model}}', en: 'Swap the {{device}}: {{model}}' },
    does: {
      ko: '다른 모델의 장치를 달고 다시 켭니다. 모델마다 호스트에서 실행되는 코드가 다릅니다. 반가상화(virtio) 장치는 빠르지만 게스트에 드라이버가 있어야 합니다. 그동안 서비스가 멈춥니다.',
      en: 'Starts it again with another model: other code of the host reads what the guest gives it. A paravirtual one (virtio) is faster and takes a driver in the guest. Its service is off meanwhile.',
    },
    done: {
      ko: '{{vm}}의 {{device}}{을/를} 교체한다({{model}})',
      en: 'swap the {{device}} of {{vm}} ({{model}})',
    },
    control: { ko: '네트워크 카드의 모델 교체', en: 'Another model of the network card' },
  },
});
