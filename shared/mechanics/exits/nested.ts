import type { VmId } from '../../world/ids.ts';
import { get } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { type Origin, record } from '../harm/evidence.ts';
import { leave } from './exits.ts';
import { bareExit } from './sample.ts';

/**
 * A guest enters a guest of its own: VMRUN is an exit like any other and passes filters and the trap desk
 * (rule A102). That it was tried is in the log whatever becomes of it (rule S51).
 */
export function enterOwnGuest(turn: Turn, vm: VmId, origin: Origin): void {
  leave(turn, { vm, ...bareExit('vmrun') });
  record(turn, { kind: 'nested-run', vm, host: get(turn.world.vms, vm).host }, origin);
}
