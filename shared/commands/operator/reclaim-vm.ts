import { missVm } from '../../mechanics/images/owners.ts';
import { unwantedReason } from '../../mechanics/leases.ts';
import { destroyVm } from '../../mechanics/lifecycle.ts';
import { get } from '../../world/table.ts';
import { UNWANTED, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Removes a VM that nobody answers for, or whose time is over (rule G8). */
export const reclaim = vmCommand({
  name: 'reclaim-vm',
  role: 'operator',
  key: 'K',
  blunt: true,
  fits: 'always',
  contains: UNWANTED,
  length: (pace) => pace.reclaimLength,
  refusal: (world, vm) => (unwantedReason(world, vm) === null ? refuse('rule.still-wanted') : null),
  finish: (turn, vm, order) => {
    const row = get(turn.world.vms, vm);
    destroyVm(turn, vm, { kind: 'seat', id: order.seat }, order.seq);
    missVm(turn, row, order.seq);
  },
  words: {
    name: { ko: '회수', en: 'Reclaim' },
    does: {
      ko: '담당자가 없거나 임대 기한이 지난 VM을 없앱니다. 소거하지 않는 한 쓴 내용은 프레임과 블록에 남습니다.',
      en: 'Removes a VM that has no owner or whose lease is over. Unless they are scrubbed, what it wrote stays in its frames and blocks.',
    },
    done: { ko: '{{vm}}{을/를} 회수한다', en: 'reclaim {{vm}}' },
    control: { ko: '담당자 없는 VM 회수', en: 'Reclaim the orphaned VM' },
  },
});
