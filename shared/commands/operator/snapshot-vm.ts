import { takeSnapshot } from '../../mechanics/snapshots.ts';
import { find } from '../../world/table.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/** Keeps a VM as it is, to go back to: with its holes, and with whoever is in it (rule G6). */
export const snapshotVm = vmCommand({
  name: 'snapshot-vm',
  role: 'operator',
  key: '',
  length: (pace) => pace.snapshotLength,
  // A snapshot is taken by what runs below it, and below a machine of its own nothing does (rule R1).
  of: ({ technique }) => technique !== 'native',
  refusal: (world, vm) => {
    if (vm.technique === 'native') return refuse('rule.no-such-thing');
    const short = { host: vm.host, free: 0, wanted: 1 };
    const room = find(world.hosts, vm.host)?.freeBlocks.length ?? 0;
    return notInMaking(world, vm) ?? (room === 0 ? refuse('rule.blocks-short', short) : null);
  },
  keeps: (world, { host }) => (find(world.hosts, host)?.freeBlocks.length ?? 0) > 0,
  finish: (turn, vm, order) => {
    takeSnapshot(turn, vm, { kind: 'seat', id: order.seat }, order.seq);
  },
  words: {
    name: { ko: '스냅샷 생성', en: 'Take a snapshot' },
    does: {
      ko: '지금 상태를 블록 하나에 저장합니다. 취약점도 침입자도 함께 저장됩니다. 이전 스냅샷은 삭제됩니다.',
      en: 'Keeps its present state in one block: its flaws too, and whoever is in it. The earlier snapshot goes.',
    },
    done: { ko: '{{vm}}의 스냅샷을 생성한다', en: 'take a snapshot of {{vm}}' },
    control: { ko: '스냅샷 생성', en: 'Take a snapshot' },
  },
});
