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
  refusal: (world, vm) => {
    const short = { host: vm.host, free: 0, wanted: 1 };
    const room = find(world.hosts, vm.host)?.freeBlocks.length ?? 0;
    return notInMaking(world, vm) ?? (room === 0 ? refuse('rule.blocks-short', short) : null);
  },
  keeps: (world, { host }) => (find(world.hosts, host)?.freeBlocks.length ?? 0) > 0,
  finish: (turn, vm, order) => {
    takeSnapshot(turn, vm, { kind: 'seat', id: order.seat }, order.seq);
  },
});
