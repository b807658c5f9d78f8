import { z } from 'zod';
import { setFact } from '../../world/fact.ts';
import type { VmId } from '../../world/ids.ts';
import { find, get } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

/**
 * Devices that can be taken from a guest while it runs: those that come off a bus. The floppy controller
 * is part of the machine type and stays, drive or no drive (FACTS B01).
 */
const REMOVABLE = ['xhci'] as const;

interface DetachDevice extends Record<string, number | string> {
  readonly vm: VmId;
  readonly device: (typeof REMOVABLE)[number];
}

/** Takes a virtual device from a guest, and the code that emulates it out of its reach (rule K8). */
export const detachDevice = define<DetachDevice>({
  name: 'detach-device',
  role: 'hypervisor',
  key: '',
  schema: schemaOf<DetachDevice>({ vm: id, device: z.enum(REMOVABLE) }),
  offers: (world, subject) => {
    const vm = idIn(subject, 'vms') as VmId;
    const devices = find(world.vms, vm)?.devices ?? [];
    return REMOVABLE.filter((device) => devices.includes(device)).map((device) => ({ vm, device }));
  },
  price: () => 0,
  length: (world) => world.pace.detachLength,
  load: (world, { vm }) => ({
    host: find(world.vms, vm)?.host ?? 0,
    cycles: world.pace.jobCycles,
  }),
  claims: (_, { vm }) => [`vms/${vm}`],
  refusal: (world, { vm, device }) => {
    const row = find(world.vms, vm);
    if (!row) return refuse('rule.no-such-thing');
    return row.devices.includes(device) ? null : refuse('rule.already-so');
  },
  holds: (world, { vm }) => (find(world.vms, vm) ? null : 'subject-gone'),
  finish: (turn, { vm, device }, order) => {
    const changed = emit(turn, 'devices-changed', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`vms/${vm}`],
      causes: [order.seq],
      data: { device },
    });
    const devices = get(turn.world.vms, vm).devices.filter((name) => name !== device);
    setFact(turn.world, 'vms', vm, 'devices', devices, changed);
  },
  words: {
    name: { ko: '{{device}} 분리', en: 'Detach {{device}}' },
    does: {
      ko: 'USB 컨트롤러를 VM에서 분리합니다. 그 장치가 필요한 VM은 서비스를 제대로 하지 못합니다.',
      en: 'Takes the USB controller from the VM. A VM that works with it no longer serves properly.',
    },
    done: { ko: '{{vm}}에서 {{device}}{을/를} 분리한다', en: 'detach the {{device}} from {{vm}}' },
    control: { ko: '쓰지 않는 가상 장치 떼어 내기', en: 'Detach the unused device' },
  },
});
