import { setFact } from '../world/fact.ts';
import type { VmId } from '../world/ids.ts';
import { UNLIMITED, type Vm } from '../world/machine/vm.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { OrderRef } from './command.ts';

/** What a VM has of it of which nothing was settled. */
const NOTHING_SETTLED: readonly Vm['limit' | 'reserved' | 'shares'][] = [
  UNLIMITED,
  false,
  'normal',
];

/** Settles what a VM may have of its host, or that nothing is settled any more. */
export function allow<Field extends 'limit' | 'reserved' | 'shares'>(
  turn: Turn,
  vm: VmId,
  field: Field,
  to: Vm[Field],
  order: OrderRef,
): void {
  const set = emit(turn, 'setting-changed', {
    actor: { kind: 'seat', id: order.seat },
    subjects: [`vms/${vm}`],
    causes: [order.seq],
    data: { setting: field, to: NOTHING_SETTLED.includes(to) ? 'off' : 'on' },
  });
  setFact(turn.world, 'vms', vm, field, to, set);
}
