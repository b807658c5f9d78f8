import { z } from 'zod';
import type { VmId } from '../../world/ids.ts';
import { SHARE_LEVELS, type ShareLevel } from '../../world/machine/vm.ts';
import { find } from '../../world/table.ts';
import { allow } from '../allowance.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { notInMaking } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

interface SetShares extends Record<string, number | string> {
  readonly vm: VmId;
  readonly shares: ShareLevel;
}

/** Says how much a VM counts where its host has not enough for all (rule R5). */
export const setShares = define<SetShares>({
  name: 'set-shares',
  role: 'hypervisor',
  key: '',
  ways: ['vm'],
  schema: schemaOf<SetShares>({ vm: id, shares: z.enum(SHARE_LEVELS) }),
  offers: (world, subject) => {
    const vm = idIn(subject, 'vms') as VmId;
    const row = find(world.vms, vm);
    if (!row || row.technique === 'native') return [];
    return SHARE_LEVELS.filter((shares) => shares !== row.shares).map((shares) => ({ vm, shares }));
  },
  price: () => 0,
  length: (world) => world.pace.limitLength,
  load: (world, { vm }) => ({
    host: find(world.vms, vm)?.host ?? 0,
    cycles: world.pace.jobCycles,
  }),
  claims: (_, { vm }) => [`vms/${vm}`],
  refusal: (world, { vm, shares }) => {
    const row = find(world.vms, vm);
    if (!row || row.technique === 'native') return refuse('rule.no-such-thing');
    if (row.shares === shares) return refuse('rule.already-so');
    return notInMaking(world, row);
  },
  holds: (world, { vm }) => (find(world.vms, vm) ? null : 'subject-gone'),
  finish: (turn, { vm, shares }, order) => allow(turn, vm, 'shares', shares, order),
  words: {
    name: { ko: 'CPU 가중치 · {{shares}}', en: 'CPU shares: {{shares}}' },
    does: {
      ko: '호스트의 CPU가 모자랄 때만 효과가 있습니다. 남을 때는 누구도 막지 않습니다. 높인 만큼 이웃의 몫이 줄어듭니다.',
      en: 'It counts only where the host has not enough for all, and holds nobody back else. What one counts more, its neighbours get less.',
    },
    done: {
      ko: '{{vm}}의 CPU 가중치를 {{shares}}{으로/로} 바꾼다',
      en: 'set the CPU shares of {{vm}} to {{shares}}',
    },
    control: { ko: 'CPU 가중치(shares)', en: 'CPU shares' },
  },
});
