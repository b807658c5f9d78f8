import { snapshotsOf } from '../../mechanics/disk.ts';
import { revert } from '../../mechanics/snapshots.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Puts a VM back to its snapshot: whoever came in since is out, and every patch since too (G7). */
export const rollback = vmCommand({
  name: 'rollback-vm',
  role: 'operator',
  key: 'B',
  blunt: true,
  length: (pace) => pace.rollbackLength,
  refusal: (world, vm) =>
    notInMaking(world, vm) ??
    (snapshotsOf(world, vm.id).length === 0 ? refuse('rule.no-snapshot') : null),
  keeps: (world, { id }) => snapshotsOf(world, id).length > 0,
  finish: (turn, vm, order) => {
    const snapshot = snapshotsOf(turn.world, vm).at(-1);
    if (!snapshot) return;
    revert(turn, vm, snapshot.id, { kind: 'seat', id: order.seat }, order.seq);
  },
  words: {
    name: { ko: '스냅샷으로 되돌리기', en: 'Roll back to the snapshot' },
    does: {
      ko: '그 뒤에 들어온 침입자는 사라지지만, 그 뒤에 한 패치도 함께 사라집니다. 에뮬레이션된 타이머를 쓰는 게스트는 시계도 되돌아갑니다.',
      en: 'Whoever came in since is out, and so is every patch since. A guest on an emulated timer has its clock set back too.',
    },
    done: { ko: '{{vm}}{을/를} 스냅샷으로 되돌린다', en: 'roll {{vm}} back to its snapshot' },
    control: { ko: '스냅샷으로 되돌리기', en: 'Roll the VM back to a snapshot' },
  },
});
