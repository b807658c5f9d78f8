import type { Evidence } from '../world/evidence.ts';
import { type EvidenceId, type FrameId, NONE, type VmId } from '../world/ids.ts';
import { find, rows } from '../world/table.ts';
import type { World } from '../world/world.ts';

/**
 * Leaves the trace of a read in a guest's page tables, unless the guest has written that frame
 * itself: then there is nothing unusual to see. One trace a frame.
 */
export function witness(world: World, kind: Evidence['kind'], vm: VmId, frame: FrameId): void {
  const row = find(world.frames, frame);
  if (!row || row.content !== NONE) return;
  for (const trace of rows(world.evidence)) if (trace.vm === vm && trace.frame === frame) return;
  const id = world.evidence.length as EvidenceId;
  world.evidence.push({ id, tick: world.tick, kind, vm, frame, held: row.residue });
}
