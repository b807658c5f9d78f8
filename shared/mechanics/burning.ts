import { setFact } from '../world/fact.ts';
import { NONE, type Seq, type VmId } from '../world/ids.ts';
import type { Vm } from '../world/machine/vm.ts';
import { vmNote } from '../world/people/known.ts';
import { type Deep, find, get, rows } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { ReadonlyWorld, World } from '../world/world.ts';
import { dropSwap } from './pool/swap.ts';

/** Running VMs of other tenants on its host. */
export function neighboursOf(world: ReadonlyWorld, id: VmId): Deep<Vm>[] {
  const own = find(world.vms, id);
  return [...rows(world.vms)].filter(
    (vm) => vm.host === own?.host && vm.tenant !== own.tenant && vm.power === 'running',
  );
}

/** Whoever has code in it has it ask for all that there is, from now on (rule R6). */
export function burn(world: World, vm: VmId, cause: Seq): void {
  setFact(world, 'vms', vm, 'burning', true, cause);
}

/** One of its virtual CPUs delivers exceptions without end from now on (rule K104). */
export function hang(world: World, vm: VmId, cause: Seq): void {
  setFact(world, 'vms', vm, 'looping', true, cause);
}

/** Whoever has code in it has it write all that it was promised, and hold it (rule A99). */
export function hoard(world: World, vm: VmId, cause: Seq): void {
  setFact(world, 'vms', vm, 'hoards', true, cause);
}

/** What was held is free again inside the guest: nobody has written it, as its host sees it, but it is not empty. */
function letMemoryGo(turn: Turn, vm: VmId, cause: Seq): void {
  const { world } = turn;
  const row = get(world.vms, vm);
  const spare = row.filled + row.swapped - row.fills;
  if (spare <= 0) return;
  const fromSwap = Math.min(spare, row.swapped);
  if (fromSwap > 0) dropSwap(turn, row, fromSwap, cause);
  const kept = row.filled - (spare - fromSwap);
  for (const frame of row.memory.slice(kept, row.filled)) {
    setFact(world, 'frames', frame, 'content', NONE, cause);
    setFact(world, 'frames', frame, 'residue', row.asset, cause);
  }
  row.filled = kept;
}

/**
 * What burned in it or held its memory is gone with its processes, and where it is powered off the core that
 * one of its virtual CPUs kept is started anew: in reality that may take a reset of the whole host.
 */
export function cool(turn: Turn, vm: VmId, cause: Seq): void {
  const { world } = turn;
  if (get(world.vms, vm).hoards) {
    end(world, vm, 'hoards', cause);
    letMemoryGo(turn, vm, cause);
  }
  if (get(world.vms, vm).rogueDhcp) setFact(world, 'vms', vm, 'rogueDhcp', false, cause);
  if (get(world.vms, vm).burning) end(world, vm, 'burning', cause);
  if (get(world.vms, vm).looping) end(world, vm, 'looping', cause);
}

const NOTES = { burning: 'burns', looping: 'loops', hoards: 'hoards' } as const;

/** It is over, and whoever has it do so no longer counts on it. */
function end(world: World, vm: VmId, what: keyof typeof NOTES, cause: Seq): void {
  setFact(world, 'vms', vm, what, false, cause);
  for (const { knownVms, notes } of rows(world.attackers)) {
    const number = knownVms.indexOf(vm) + 1;
    if (number > 0) delete notes[vmNote(number, NOTES[what])];
  }
}
