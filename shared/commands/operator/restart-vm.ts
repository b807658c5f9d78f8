import { runVm, stopVm } from '../../mechanics/lifecycle.ts';
import { get } from '../../world/table.ts';
import { powerIs, vmCommand } from '../on-vm.ts';

/**
 * Powers a VM off and on again: it runs in a new process, with the device models that its host has now
 * (rule K10). It is off meanwhile.
 */
export const restart = vmCommand({
  name: 'restart-vm',
  role: 'operator',
  key: '',
  always: true,
  blunt: true,
  fits: ['old-device-process'],
  contains: ['device-process'],
  length: (pace) => pace.restartLength,
  refusal: powerIs('running'),
  start: (turn, vm, order) => stopVm(turn, vm, order.seq),
  finish: (turn, vm, order) => {
    if (get(turn.world.vms, vm).power === 'stopped') runVm(turn, vm, order.seq);
  },
  words: {
    name: { ko: '재시작', en: 'Restart' },
    does: {
      ko: '전원을 껐다 켭니다. 호스트의 현재 코드로 새 장치 프로세스가 시작되고, 이전 프로세스에 있던 침입자는 사라집니다. 그동안 서비스가 멈춥니다.',
      en: 'Off and on again: a new device process begins with the host’s code of today, and whoever was in the old one is gone. Its service is off meanwhile.',
    },
    done: { ko: '{{vm}}{을/를} 재시작한다', en: 'restart {{vm}}' },
    control: { ko: 'VM 재시작', en: 'Restart the VM' },
  },
});
