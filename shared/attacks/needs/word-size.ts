import { fact } from '../../world/fact.ts';
import { find } from '../../world/table.ts';
import { isNoted } from '../knowing.ts';
import type { Need } from '../need.ts';

/** Its kernel is of 64 bits: addresses that it hands over reach the hypervisor's own. */
export const isWide: Need<'is-64-bit'> = {
  id: 'is-64-bit',
  words: {
    short: { ko: '64비트 게스트', en: '64-bit guest' },
    failed: { ko: '그 VM의 커널은 32비트였습니다', en: 'the kernel of the VM is of 32 bits' },
  },
  known: { inside: isNoted('word-size', 64) },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.wordSize === 64,
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'wordSize')],
  // Another kernel is another guest.
  counters: () => [],
};
