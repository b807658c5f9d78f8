import { setFact } from '../world/fact.ts';
import { NATURE } from '../world/history.ts';
import type { Seq, VmId } from '../world/ids.ts';
import { SCENARIO } from '../world/ids.ts';
import type { Vm } from '../world/machine/vm.ts';
import { type Deep, get, rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';

type Answering = Pick<Deep<Vm>, 'owner' | 'leaseEnds'>;

/** Why a VM is wanted by nobody any more: nobody answers for it, or its time is over (rule G8). */
export type Unwanted = 'orphan' | 'lease-over';

export function unwantedReason(
  { tick }: { readonly tick: number },
  { owner, leaseEnds }: Answering,
): Unwanted | null {
  if (owner === 'gone') return 'orphan';
  return leaseEnds !== 0 && tick >= leaseEnds ? 'lease-over' : null;
}

/** The leases' stage: says of each VM whose time is over that it is. It runs on all the same. */
export function leases(turn: Turn): void {
  const { world } = turn;
  for (const vm of rows(world.vms)) {
    if (vm.leaseEnds === 0 || vm.leaseEnds !== world.tick) continue;
    emit(turn, 'lease-over', {
      actor: NATURE,
      subjects: [`vms/${vm.id}`],
      causes: [world.provenance[`vms/${vm.id}`] ?? SCENARIO],
      data: {},
    });
  }
}

/** Whoever answered for a VM is gone. It stays on, unpatched and reachable, until someone cares. */
export function ownerLeaves(turn: Turn, vm: VmId, cause: Seq): void {
  const left = emit(turn, 'owner-left', {
    actor: NATURE,
    subjects: [`vms/${vm}`],
    causes: [cause],
    data: {},
  });
  setFact(turn.world, 'vms', vm, 'owner', 'gone', left);
  if (get(turn.world.vms, vm).onLeave) setFact(turn.world, 'vms', vm, 'onLeave', false, left);
  setFact(turn.world, 'vms', vm, 'ownerAsked', false, left);
}
