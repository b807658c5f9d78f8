import { UNLIMITED } from '../../world/machine/vm.ts';
import { allow } from '../allowance.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Lets a VM have whatever its host has to give again (rule R15). */
export const liftLimit = vmCommand({
  name: 'lift-limit',
  role: 'hypervisor',
  key: '',
  length: (pace) => pace.limitLength,
  of: ({ limit }) => limit < UNLIMITED,
  refusal: (world, vm) =>
    notInMaking(world, vm) ?? (vm.limit < UNLIMITED ? null : refuse('rule.already-so')),
  finish: (turn, vm, order) => allow(turn, vm, 'limit', UNLIMITED, order),
  words: {
    name: { ko: 'CPU 상한 풀기', en: 'Lift its CPU limit' },
    does: {
      ko: '호스트가 줄 수 있는 만큼 다시 받습니다. 바쁠 때 모자라지 않지만, 혼자 다 가져가려 해도 막는 것이 없습니다.',
      en: 'It gets whatever its host has to give again: enough when it is busy, and nothing holds it back if it takes all.',
    },
    done: { ko: '{{vm}}의 CPU 상한을 푼다', en: 'lift the CPU limit of {{vm}}' },
  },
});
