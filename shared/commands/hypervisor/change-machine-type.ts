import { touchesModels } from '../../mechanics/fidelity/models.ts';
import { runVm, stopVm } from '../../mechanics/lifecycle.ts';
import { changeMachineType as change } from '../../mechanics/technique/machine-type.ts';
import { find, get } from '../../world/table.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/**
 * Gives a VM a machine type of today, which has no floppy controller (rule K8). It is off meanwhile. A
 * guest that has drivers for the old machine only does not boot on another.
 */
export const changeMachineType = vmCommand({
  name: 'change-machine-type',
  role: 'hypervisor',
  key: '',
  blunt: true,
  length: (pace) => pace.machineLength,
  refusal: (world, vm) => {
    const making = notInMaking(world, vm);
    if (making) return making;
    if (!touchesModels(vm.technique) || !vm.devices.includes('floppy'))
      return refuse('rule.already-so');
    return find(world.images, vm.image)?.legacyOnly ? refuse('rule.legacy-only') : null;
  },
  start: (turn, vm, order) => {
    if (get(turn.world.vms, vm).power === 'running') stopVm(turn, vm, order.seq);
  },
  finish: (turn, vm, order) => {
    const changed = change(turn, vm, { kind: 'seat', id: order.seat }, order.seq);
    if (get(turn.world.vms, vm).power === 'stopped') runVm(turn, vm, changed);
  },
  words: {
    name: { ko: '최신 머신 타입으로 변경', en: 'Change the machine type' },
    does: {
      ko: '플로피 컨트롤러가 없는 머신 타입으로 다시 켭니다. 구형 타입에서는 드라이브를 떼어도 컨트롤러가 남습니다. 그동안 서비스가 멈춥니다.',
      en: 'Starts it on a machine type without a floppy controller. On the old type the controller stays even without a drive. Its service is off meanwhile.',
    },
    done: { ko: '{{vm}}의 머신 타입을 바꾼다', en: 'change the machine type of {{vm}}' },
    control: {
      ko: '플로피 컨트롤러가 없는 머신 타입',
      en: 'A machine type without a floppy',
    },
  },
});
