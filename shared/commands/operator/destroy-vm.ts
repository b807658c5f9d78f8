import { destroyVm } from '../../mechanics/lifecycle.ts';
import { find, rows } from '../../world/table.ts';
import { type Command, idIn } from '../command.ts';
import { vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

const ofVm = vmCommand({
  name: 'destroy-vm',
  role: 'operator',
  key: 'D',
  always: true,
  blunt: true,
  lastResort: true,
  fits: ['unwanted-vm'],
  length: (pace) => pace.stopLength,
  refusal: (world, vm) => {
    for (const { wish } of rows(world.requests)) {
      if (wish.kind === 'destroy' && wish.vm === vm.id) return null;
    }
    return refuse('rule.still-wanted');
  },
  finish: (turn, vm, order) => destroyVm(turn, vm, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '삭제', en: 'Delete' },
    does: {
      ko: '프레임과 블록을 돌려받습니다. 소거하지 않는 한 쓴 내용은 그대로 남습니다.',
      en: 'Its frames and blocks come back. Unless they are scrubbed, what it wrote stays in them.',
    },
    done: {
      ko: '{{vm}}{을/를} 삭제한다',
      en: 'delete {{vm}}',
    },
    control: { ko: 'VM 삭제', en: 'Delete the VM' },
  },
});

/**
 * Removes a VM that its tenant has asked to be rid of: from the VM, or from the request that asks for it.
 * What it wrote stays in its frames (V4, M2).
 */
export const destroy: Command = {
  ...ofVm,
  offers: (world, subject) => {
    const wish = find(world.requests, idIn(subject, 'requests'))?.wish;
    return ofVm.offers(world, wish?.kind === 'destroy' ? `vms/${wish.vm}` : subject);
  },
};
