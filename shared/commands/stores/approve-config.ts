import { approveConfig as approve } from '../../mechanics/stores/configs.ts';
import { find } from '../../world/table.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';
import { powerOn } from '../while-off.ts';

/** Compares the configuration of a VM with what was approved of it, and approves what somebody answers for (rule M43). */
export const approveConfig = vmCommand({
  name: 'approve-config',
  role: 'operator',
  key: '',
  fits: ['changed-config'],
  contains: ['config-drift', 'config-edited'],
  length: ({ approveConfigLength }) => approveConfigLength,
  refusal: (world, vm) =>
    notInMaking(world, vm) ?? (vm.drifted === undefined ? refuse('rule.no-such-thing') : null),
  finish: (turn, vm, order) => {
    approve(turn, vm, { kind: 'seat', id: order.seat }, order.seq);
    // What its tenant has no need of now stays off.
    if (find(turn.world.vms, vm)?.shutDown === false) powerOn(turn, vm, order.seq);
  },
  words: {
    name: { ko: 'VM 설정 확인과 승인', en: 'Review and approve the configuration' },
    does: {
      ko: 'VM의 설정을 승인된 것과 비교해, 책임지는 사람이 없는 변경은 되돌리고 나머지는 승인합니다. 검사에 걸려 꺼져 있던 VM은 켭니다. 아직 켜진 적이 없으면 심은 것도 함께 사라지지만, 이미 켜져서 들어온 코드는 남습니다.',
      en: 'Compares the configuration of the VM with what was approved, takes back what nobody answers for and approves the rest; a VM that the check kept off is started. What was planted and has never started goes with it. Code that has come in by now stays.',
    },
    done: {
      ko: '{{vm}}의 설정을 확인하고 승인한다',
      en: 'review and approve the configuration of {{vm}}',
    },
    control: { ko: 'VM 설정 확인', en: 'Review of VM configurations' },
  },
});
