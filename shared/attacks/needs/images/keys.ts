import { sharesKeys } from '../../../mechanics/images/entropy.ts';
import { fact } from '../../../world/fact.ts';
import { between } from '../../../world/people/known.ts';
import { find } from '../../../world/table.ts';
import { noted } from '../../knowing.ts';
import type { Need } from '../../need.ts';

/**
 * Both VMs have made their keys from one random state, that of the image they were made from, and neither has reseeded
 * since. `from` and `vm` of the strike. Source: FACTS B32.
 */
export const sameKeys: Need<'same-keys'> = {
  id: 'same-keys',
  words: {
    short: { ko: '같은 난수 상태에서 만든 키', en: 'keys from one random state' },
    failed: {
      ko: '그 VM의 키는 우리 VM의 키와 달랐습니다',
      en: 'the VM’s keys were not those of ours',
    },
  },
  known: { around: (known, { from, vm }) => noted(between(known, from, vm, 'same-keys')) },
  holds: (world, { from = 0, vm = 0 }) => {
    const [here, there] = [find(world.vms, from), find(world.vms, vm)];
    return here !== null && there !== null && sharesKeys(here, there);
  },
  facts: (_, { from = 0, vm = 0 }) => [fact('vms', from, 'keysFrom'), fact('vms', vm, 'keysFrom')],
  counters: (world, { vm = 0 }) => {
    const since = fact('vms', vm, 'keysFrom');
    const image = find(world.vms, vm)?.image ?? 0;
    return [
      { command: 'generation-id', args: { vm }, moment: 'after', fact: since },
      { command: 'build-anew', args: { image }, moment: 'before', fact: since },
    ];
  },
};
