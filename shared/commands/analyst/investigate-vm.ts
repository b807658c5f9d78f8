import { investigate } from '../../mechanics/sensors/investigation.ts';
import { CUT_OFF, LASTING, vmCommand, WAYS_OUT } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Looks at a VM's memory from the hypervisor's side (rule S8). It touches nothing. */
export const investigateVm = vmCommand({
  name: 'investigate-vm',
  role: 'analyst',
  key: 'I',
  fits: ['alert-of-vm', 'foreign-memory'],
  investigates: [...CUT_OFF, ...WAYS_OUT, 'disk-full'],
  // It does not look below the guest, and whom it has found is in there still.
  leaves: [...LASTING, ...WAYS_OUT, 'disk-full'],
  length: (pace) => pace.investigateLength,
  refusal: (_, vm) => {
    if (vm.memoryEncrypted) return refuse('rule.memory-encrypted');
    return vm.power === 'provisioning' ? refuse('rule.wrong-power', { power: vm.power }) : null;
  },
  finish: (turn, vm, order) => investigate(turn, vm, order.seq),
  words: {
    name: { ko: '조사', en: 'Investigate' },
    does: {
      ko: '쓰지 않은 메모리나 디스크를 읽었는지, 침입자의 코드가 있는지 하이퍼바이저에서 확인합니다. 호스트가 장악되었다면 결과를 믿을 수 없습니다.',
      en: 'From the hypervisor: has it read memory or disk that it never wrote, and does an intruder’s code run in it? On a host that fell the answer is the intruder’s.',
    },
    done: {
      ko: '{{vm}}{을/를} 조사한다',
      en: 'investigate {{vm}}',
    },
    control: { ko: 'VM 조사', en: 'Investigate the VM' },
  },
});
