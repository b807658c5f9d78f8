import { fact, provenanceOf } from '../../world/fact.ts';
import { type AssetId, NONE, type Seq, type VmId } from '../../world/ids.ts';
import { get, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { discover } from '../breaches.ts';
import { raise } from './raise.ts';

const NOTHING = { kind: 'nothing-found' } as const;

/**
 * What a close look at a VM finds, from the hypervisor's side: which of its frames hold data that it
 * never wrote, and which of those it has read. The hypervisor can tell because nested page tables
 * mark a page "accessed" and "dirty" separately: accessed and not dirty is read before written
 * (rule S8).
 */
export function investigate(turn: Turn, id: VmId, cause: Seq): void {
  const { world } = turn;
  const vm = get(world.vms, id);
  const place = { host: vm.host, vm: id };
  const foreign = new Map<AssetId, { frames: number; read: number; causes: Seq[] }>();
  for (const frameId of vm.memory) {
    const frame = get(world.frames, frameId);
    if (frame.residue === NONE || get(world.assets, frame.residue).tenant === vm.tenant) continue;
    const entry = foreign.get(frame.residue) ?? { frames: 0, read: 0, causes: [] };
    entry.frames += 1;
    entry.causes.push(provenanceOf(world, fact('frames', frameId, 'residue')));
    for (const trace of rows(world.evidence)) {
      if (trace.vm === id && trace.frame === frameId) entry.read += 1;
    }
    foreign.set(frame.residue, entry);
  }
  if (foreign.size === 0) {
    let frames = 0;
    for (const trace of rows(world.evidence)) if (trace.vm === id) frames += 1;
    const seen = frames > 0 ? ({ kind: 'searching', frames } as const) : NOTHING;
    raise(turn, 'investigation', place, seen, [cause]);
  }
  for (const [asset, { frames, read, causes }] of foreign) {
    const seen = { kind: 'foreign-residue', asset, frames, read } as const;
    raise(turn, 'investigation', place, seen, [cause, ...causes]);
  }
  for (const breach of rows(world.breaches)) if (breach.vm === id) discover(turn, breach, cause);
}
