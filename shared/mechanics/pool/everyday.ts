import { SCENARIO, type Seq, type TenantId, type Tick } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import type { Turn } from '../../world/turn.ts';
import { type Origin, record } from '../harm/evidence.ts';

/**
 * A lawful batch job begins: for a while its VM asks for twice its cycles (rule W8). In performance counters
 * it looks like whoever takes them on purpose.
 */
export function runBatch(turn: Turn, vm: Vm, length: Tick, origin: Origin): void {
  vm.batchUntil = turn.world.tick + length;
  record(turn, { kind: 'counters', vm: vm.id, host: vm.host, shows: 'steal' }, origin);
}

/** A tenant calls the portal's API over and over: a script that rolls something out does, too (rule S54). */
export function callApi(turn: Turn, tenant: TenantId, cause: Seq = SCENARIO): void {
  const actor = { kind: 'tenant', id: tenant } as const;
  record(turn, { kind: 'api-calls', tenant }, { actor, cause });
}
