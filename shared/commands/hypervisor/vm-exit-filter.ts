import { z } from 'zod';
import { setFact } from '../../world/fact.ts';
import type { VmId } from '../../world/ids.ts';
import { TRAPS, type Trap } from '../../world/machine/host.ts';
import { find, get, rows } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import {
  type FilterVerdict,
  makes,
  replaced,
  VERDICTS,
  verdictOn,
  verdictsIn,
  worthFiltering,
} from '../filtering.ts';
import { refuse } from '../refusal.ts';

interface SetVmFilter extends Record<string, number | string> {
  readonly vm: VmId;
  readonly trap: Trap;
  readonly action: FilterVerdict;
}

/** Whether a VM makes such exits, or has a filter for them. */
function concerns(world: ReadonlyWorld, id: VmId, trap: Trap): boolean {
  const vm = find(world.vms, id);
  return vm !== null && (makes(vm, trap) || vm.filters.some((filter) => filter.trap === trap));
}

const verdictAt = (world: ReadonlyWorld, id: VmId, trap: Trap): FilterVerdict =>
  verdictOn(find(world.vms, id)?.filters ?? [], trap);

/** How many other VMs are marked by a hold of their own: a desk has eyes for so many (rule K80). */
const othersMarked = (world: ReadonlyWorld, vm: VmId): number =>
  [...rows(world.vms)].filter(
    ({ id: other, filters }) => other !== vm && filters.some(({ action }) => action === 'hold'),
  ).length;

/**
 * The same for the exits of one VM: whoever else is on its host keeps theirs, and it takes the filter with
 * it wherever it is moved (rule K73).
 */
export const vmExitFilter = define<SetVmFilter>({
  name: 'vm-exit-filter',
  role: 'hypervisor',
  key: '',
  fits: ['own-exit-refused'],
  schema: schemaOf<SetVmFilter>({ vm: id, trap: z.enum(TRAPS), action: z.enum(VERDICTS) }),
  offers: (world, subject) => {
    const vm = idIn(subject, 'vms') as VmId;
    const row = find(world.vms, vm);
    if (row === null) return [];
    return worthFiltering(world, [row], row.filters).flatMap((trap) =>
      verdictsIn(world, trap)
        .filter((action) => action !== verdictAt(world, vm, trap))
        .map((action) => ({ vm, trap, action })),
    );
  },
  price: (world, { action }) => (action === 'emulate' ? 0 : Math.trunc(world.pace.filterPrice / 2)),
  length: (world) => world.pace.filterLength,
  load: (world, { vm }) => ({
    host: find(world.vms, vm)?.host ?? 0,
    cycles: world.pace.jobCycles,
  }),
  claims: (_, { vm }) => [`vms/${vm}`],
  refusal: (world, { vm, trap, action }) => {
    if (!concerns(world, vm, trap)) return refuse('rule.no-such-thing');
    if (!verdictsIn(world, trap).includes(action)) return refuse('rule.not-in-deck');
    if (verdictAt(world, vm, trap) === action) return refuse('rule.already-so');
    const most = world.pace.holdMarks;
    const full = action === 'hold' && othersMarked(world, vm) >= most;
    return full ? refuse('rule.holds-full', { most }) : null;
  },
  holds: (world, { vm }) => (find(world.vms, vm) ? null : 'subject-gone'),
  finish: (turn, { vm, trap, action }, order) => {
    const { host, filters } = get(turn.world.vms, vm);
    const set = emit(turn, 'filter-set', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`vms/${vm}`],
      causes: [order.seq],
      data: { vm, host, trap, action },
    });
    setFact(turn.world, 'vms', vm, 'filters', replaced(filters, trap, action), set);
  },
  words: {
    name: { ko: '이 VM의 {{trap}} 필터: {{action}}', en: 'Its own {{trap}} filter: {{action}}' },
    does: {
      ko: '이 VM의 VM exit(VM 이탈)와 하이퍼콜만 거릅니다. 사유(포트 I/O, MMIO)를 고르면 그 방법으로 닿는 장치 모두에 걸립니다. 다른 VM은 그대로이고, VM을 옮기면 필터도 따라갑니다.',
      en: 'Filters the VM exits and hypercalls of this VM alone; by reason (port I/O, MMIO) those for all devices reached so. Others keep theirs, and the filter goes with it.',
    },
    atDesk: {
      ko: '보류하면 그 exit가 가상 CPU를 멈추고 트랩 데스크에서 결정을 기다립니다.',
      en: 'A hold has the virtual CPU wait until somebody decides at the trap desk.',
    },
    done: {
      ko: '{{vm}}의 {{trap}} 필터를 “{{action}}”{으로/로} 둔다',
      en: 'set the {{trap}} filter of {{vm}} to “{{action}}”',
    },
    control: { ko: 'VM 하나의 VM exit(VM 이탈) 필터', en: 'A filter on one VM’s exits' },
  },
});
