import type { Breach } from '../../world/breach.ts';
import type { VmId } from '../../world/ids.ts';
import { UNLIMITED } from '../../world/machine/vm.ts';
import { find, rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { neighboursOf } from '../burning.ts';
import { endBreach } from '../harm/breaches.ts';
import { promisable, waitsForMemory } from '../overcommit.ts';

/**
 * Whether a VM takes from others: they are there, nothing holds it back, and not all is set apart. Of a core
 * that does not come back to the host nothing can be set apart, and no limit gives it back.
 */
function takesFromOthers(world: ReadonlyWorld, id: VmId): boolean {
  const vm = find(world.vms, id);
  if (vm?.power !== 'running') return false;
  if (vm.looping) return neighboursOf(world, id).length > 0;
  if (!vm.burning || vm.limit !== UNLIMITED) return false;
  return neighboursOf(world, id).some(({ reserved }) => !reserved);
}

/** Free frames from which there is room again for a VM as most are (our figure). */
const ROOM_AGAIN = 8;

/**
 * The contention stage (rules R6, R8, A99, A103): what was taken from neighbours is given back in the tick in which
 * nothing takes it any more; what was taken from the pool, or from a disk, when there is room again.
 */
export function contention(turn: Turn): void {
  const { world } = turn;
  for (const breach of rows(world.breaches)) {
    if (!breach.open) continue;
    if (isOver(world, breach)) endBreach(turn, breach, breach.harm);
  }
}

function isOver(
  world: ReadonlyWorld,
  { kind, vm, host }: Pick<Breach, 'kind' | 'vm' | 'host'>,
): boolean {
  switch (kind) {
    case 'starved':
      return !takesFromOthers(world, vm);
    case 'exhausted':
      return hasRoomAgain(world);
    case 'squeezed':
      return !squeezesOthers(world, vm);
    case 'flooded':
      return (find(world.hosts, host)?.freeBlocks.length ?? 0) > 0;
    case 'leak':
    case 'takeover':
      return false;
  }
}

/** Whether a VM holds what its neighbours' memory was taken for, and they wait for theirs. */
function squeezesOthers(world: ReadonlyWorld, id: VmId): boolean {
  const vm = find(world.vms, id);
  if (vm?.power !== 'running' || !vm.hoards) return false;
  return neighboursOf(world, id).some((one) => waitsForMemory(world, one) > 0);
}

/** Whether no host of the pool has room for a VM as most are. */
export const isEmpty = (world: ReadonlyWorld): boolean => !hasRoomAgain(world);

function hasRoomAgain(world: ReadonlyWorld): boolean {
  for (const host of rows(world.hosts)) {
    if (host.platform === 'native' || host.retired) continue;
    if (promisable(world, host) >= ROOM_AGAIN) return true;
  }
  return false;
}
