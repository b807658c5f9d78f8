import type { Evidence, Trace } from '../../world/evidence.ts';
import type { Actor } from '../../world/history.ts';
import type { BlockId, EvidenceId, FrameId, Seq, VmId } from '../../world/ids.ts';
import { NONE } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';

/** Who left a trace, and the event that it comes of. */
export interface Origin {
  readonly actor: Actor;
  readonly cause: Seq;
}

/** Leaves a trace in the world: for sensors that look in the right place, in this very tick. */
export function record(turn: Turn, trace: Trace, { actor, cause }: Origin): Evidence {
  const { world } = turn;
  const id = world.evidence.length as EvidenceId;
  const evidence: Evidence = { ...trace, id, tick: world.tick };
  world.evidence.push(evidence);
  const vm = 'vm' in trace && trace.vm !== NONE ? [`vms/${trace.vm}` as const] : [];
  emit(turn, 'evidence', {
    actor,
    subjects: vm,
    causes: [cause],
    data: { evidence: id, trace: trace.kind },
  });
  return evidence;
}

/** The traces of this tick, in the order in which they were left. */
export const freshEvidence = (turn: Turn): Evidence[] => evidenceAt(turn, turn.world.tick);

/** The traces of a tick, in the order in which they were left: a log may be read later. */
export function evidenceAt({ world }: Turn, tick: number): Evidence[] {
  const found: Evidence[] = [];
  for (let i = world.evidence.length - 1; i > 0; i -= 1) {
    const trace = world.evidence[i];
    if (!trace || trace.tick < tick) break;
    if (trace.tick === tick) found.unshift(trace);
  }
  return found;
}

/**
 * Leaves the trace of a read in a guest's page tables, unless the guest has written that frame
 * itself: then there is nothing unusual to see. One trace a frame.
 */
export function witnessRead(turn: Turn, vm: VmId, frame: FrameId, origin: Origin): void {
  const { world } = turn;
  const row = find(world.frames, frame);
  if (!row || row.content !== NONE) return;
  for (const trace of rows(world.evidence)) {
    if (trace.kind === 'read-before-write' && trace.vm === vm && trace.frame === frame) return;
  }
  record(turn, { kind: 'read-before-write', vm, frame, held: row.residue }, origin);
}

/** The same for a block of its volume that a guest has not written itself. */
export function witnessBlockRead(turn: Turn, vm: VmId, block: BlockId, origin: Origin): void {
  const { world } = turn;
  const row = find(world.blocks, block);
  if (!row || row.content !== NONE) return;
  for (const trace of rows(world.evidence)) {
    if (trace.kind === 'block-read-before-write' && trace.vm === vm && trace.block === block)
      return;
  }
  const held = row.sealed ? NONE : row.residue;
  record(turn, { kind: 'block-read-before-write', vm, block, held }, origin);
}
