import { fact } from '../../../world/fact.ts';
import { find } from '../../../world/table.ts';
import type { Need } from '../../need.ts';

/** Nobody answers for the VM, so that nobody updates it either. `vm` of the strike. Source: FACTS B37. */
export const nobodyAnswers: Need<'nobody-answers'> = {
  id: 'nobody-answers',
  words: {
    short: { ko: '담당자 없는 VM', en: 'nobody answers for it' },
    failed: {
      ko: '그 VM에는 담당자가 있었습니다',
      en: 'somebody answers for that VM',
    },
  },
  holds: (world, { vm = 0 }) => find(world.vms, vm)?.owner === 'gone',
  facts: (_, { vm = 0 }) => [fact('vms', vm, 'owner')],
  counters: (_, { vm = 0 }) => [
    { command: 'reclaim-vm', args: { vm }, moment: 'after', fact: fact('vms', vm, 'owner') },
  ],
};
