import { copiesOf, restoreVm as restore } from '../../mechanics/stores/backups.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';
import { powerOff, powerOn } from '../while-off.ts';

/** Brings a VM back from its restore point (rule M27). It is off meanwhile. */
export const restoreVm = vmCommand({
  name: 'restore-vm',
  role: 'operator',
  key: '',
  blunt: true,
  fits: ['restorable-vm'],
  length: (pace) => pace.restoreLength,
  refusal: (world, vm) =>
    notInMaking(world, vm) ?? (copiesOf(world, vm.id).length === 0 ? refuse('rule.no-copy') : null),
  keeps: (world, { id }) => copiesOf(world, id).length > 0,
  start: (turn, vm, order) => powerOff(turn, { vm }, order),
  finish: (turn, vm, order) => {
    const restored = restore(turn, vm, { kind: 'seat', id: order.seat }, order.seq);
    if (restored !== null) powerOn(turn, vm, restored);
  },
  abandon: (turn, vm, order) => powerOn(turn, vm, order.seq),
  words: {
    name: { ko: '백업에서 복원', en: 'Restore from the backup' },
    does: {
      ko: 'VM을 마지막 복원 지점의 상태로 되돌립니다. 랜섬웨어가 암호화한 파일도 되살아납니다. 그 뒤에 한 패치는 사라지고, 그때 이미 들어와 있던 침입자는 함께 돌아옵니다.',
      en: 'Puts the VM back as it was at its last restore point, files that ransomware encrypted included. Every patch since is gone, and whoever was in it then comes back with it.',
    },
    done: { ko: '{{vm}}{을/를} 백업에서 복원한다', en: 'restore {{vm}} from the backup' },
    control: { ko: '백업에서 복원', en: 'Restore from a backup' },
  },
});
