import { fact, provenanceOf } from '../../world/fact.ts';
import { type AssetId, NONE, type Seq, type VmId } from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { find, get, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { World } from '../../world/world.ts';
import { discover } from '../harm/breaches.ts';
import { footingOf } from '../technique/kernel-ring.ts';
import { raise } from './raise.ts';

/**
 * What a close look at a VM finds, from the hypervisor's side: which of its frames and blocks hold
 * data that it never wrote, which of those it has read, and whether code of someone else runs in it.
 * The hypervisor can tell a read because nested page tables mark a page "accessed" and "dirty"
 * separately: accessed and not dirty is read before written (rule S8). Code that a tenant runs in
 * what it rents is its own affair, and looks like it (rule T1).
 */
export function investigate(turn: Turn, id: VmId, cause: Seq): void {
  const { world } = turn;
  const vm = get(world.vms, id);
  const place = { host: vm.host, vm: id };
  let found = intruderIn(turn, vm, cause);
  for (const [asset, { places, read, causes }] of foreignIn(world, vm)) {
    const seen = { kind: 'foreign-residue', asset, frames: places.size, read } as const;
    raise(turn, 'investigation', place, seen, [cause, ...causes]);
    found = true;
  }
  const frames = found ? 0 : readsOf(world, id);
  if (frames > 0) raise(turn, 'investigation', place, { kind: 'searching', frames }, [cause]);
  else if (!found) raise(turn, 'investigation', place, { kind: 'nothing-found' }, [cause]);
  for (const breach of rows(world.breaches)) if (breach.vm === id) discover(turn, breach, cause);
}

function intruderIn(turn: Turn, vm: Vm, cause: Seq): boolean {
  const { world } = turn;
  const intruder = find(world.attackers, vm.intruder);
  if (vm.foothold === 'none' || intruder?.tenant === vm.tenant) return false;
  const ring = footingOf(vm.foothold, vm.technique, get(world.hosts, vm.host));
  const seen = { kind: 'code-found', ring } as const;
  const since = provenanceOf(world, fact('vms', vm.id, 'foothold'));
  raise(turn, 'investigation', { host: vm.host, vm: vm.id }, seen, [cause, since]);
  return true;
}

/** Reads of memory and disk that the VM had never written. */
function readsOf(world: World, vm: VmId): number {
  let reads = 0;
  for (const trace of rows(world.evidence)) {
    const read = trace.kind === 'read-before-write' || trace.kind === 'block-read-before-write';
    if (read && trace.vm === vm) reads += 1;
  }
  return reads;
}

interface Foreign {
  /** Frames and blocks that hold it, or held it when they were read. */
  readonly places: Set<string>;
  read: number;
  readonly causes: Seq[];
}

function foreignIn(world: World, vm: Vm): Map<AssetId, Foreign> {
  const foreign = new Map<AssetId, Foreign>();
  const entry = (asset: AssetId | 0): Foreign | null => {
    if (asset === NONE || get(world.assets, asset).tenant === vm.tenant) return null;
    const known = foreign.get(asset) ?? { places: new Set(), read: 0, causes: [] };
    foreign.set(asset, known);
    return known;
  };
  for (const id of vm.memory) {
    const found = entry(get(world.frames, id).residue);
    found?.places.add(`frames/${id}`);
    found?.causes.push(provenanceOf(world, fact('frames', id, 'residue')));
  }
  for (const id of vm.disk) {
    const { residue, sealed } = get(world.blocks, id);
    const found = sealed ? null : entry(residue);
    found?.places.add(`blocks/${id}`);
    found?.causes.push(provenanceOf(world, fact('blocks', id, 'residue')));
  }
  for (const trace of rows(world.evidence)) {
    if (trace.kind !== 'read-before-write' && trace.kind !== 'block-read-before-write') continue;
    const found = trace.vm === vm.id ? entry(trace.held) : null;
    if (!found) continue;
    found.places.add(
      trace.kind === 'read-before-write' ? `frames/${trace.frame}` : `blocks/${trace.block}`,
    );
    found.read += 1;
  }
  return foreign;
}
