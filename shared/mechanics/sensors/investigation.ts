import { fact, provenanceOf } from '../../world/fact.ts';
import { type AssetId, type FrameId, NONE, type Seq, type VmId } from '../../world/ids.ts';
import { get, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { Vm } from '../../world/vm.ts';
import type { World } from '../../world/world.ts';
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
  const foreign = foreignIn(world, vm);
  if (foreign.size === 0) {
    let frames = 0;
    for (const trace of rows(world.evidence)) if (trace.vm === id) frames += 1;
    const seen = frames > 0 ? ({ kind: 'searching', frames } as const) : NOTHING;
    raise(turn, 'investigation', place, seen, [cause]);
  }
  for (const [asset, { frames, read, causes }] of foreign) {
    const seen = { kind: 'foreign-residue', asset, frames: frames.size, read } as const;
    raise(turn, 'investigation', place, seen, [cause, ...causes]);
  }
  for (const breach of rows(world.breaches)) if (breach.vm === id) discover(turn, breach, cause);
}

interface Foreign {
  /** Frames that hold it, or held it when they were read. */
  readonly frames: Set<FrameId>;
  read: number;
  readonly causes: Seq[];
}

function foreignIn(world: World, vm: Vm): Map<AssetId, Foreign> {
  const foreign = new Map<AssetId, Foreign>();
  const entry = (asset: AssetId | 0): Foreign | null => {
    if (asset === NONE || get(world.assets, asset).tenant === vm.tenant) return null;
    const known = foreign.get(asset) ?? { frames: new Set(), read: 0, causes: [] };
    foreign.set(asset, known);
    return known;
  };
  for (const id of vm.memory) {
    const found = entry(get(world.frames, id).residue);
    found?.frames.add(id);
    found?.causes.push(provenanceOf(world, fact('frames', id, 'residue')));
  }
  for (const trace of rows(world.evidence)) {
    const found = trace.vm === vm.id ? entry(trace.held) : null;
    if (!found) continue;
    found.frames.add(trace.frame);
    found.read += 1;
  }
  return foreign;
}
