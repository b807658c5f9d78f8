import { stopVm } from '../../mechanics/lifecycle.ts';
import { LASTING, OF_A_VM, powerIs, UNWANTED, vmCommand } from '../on-vm.ts';

/** Powers a VM off: contains whatever runs in it, and takes its tenant's service away (rule V3). */
export const stop = vmCommand({
  name: 'stop-vm',
  role: 'operator',
  key: 'X',
  always: true,
  blunt: true,
  lastResort: true,
  contains: OF_A_VM,
  leaves: [...LASTING, ...UNWANTED],
  length: (pace) => pace.stopLength,
  refusal: powerIs('running'),
  finish: (turn, vm, order) => stopVm(turn, vm, order.seq),
  words: {
    name: { ko: '정지', en: 'Stop' },
    does: {
      ko: '안에서 벌어지는 일이 멈춥니다. 서비스도 멈춥니다.',
      en: 'Whatever runs in it stops. So does its service.',
    },
    done: {
      ko: '{{vm}}{을/를} 멈춘다',
      en: 'stop {{vm}}',
    },
    control: { ko: 'VM 정지', en: 'Stop the VM' },
  },
});
