import { type FrameId, NONE, type VmId } from '../../world/ids.ts';
import { isOwn } from '../../world/machine/card.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { type Deep, find, rows } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { ownFrames } from '../overcommit.ts';

/** How far a hypervisor goes: to what nobody has written; to what VMs hold that are off; to what others use. */
const DEPTHS = ['idle', 'off', 'used'] as const;
export type Depth = (typeof DEPTHS)[number];

/** A frame that would be taken back, from whom, and how: a balloon, for nothing, or into the swap file. */
export interface Taking {
  readonly vm: VmId;
  readonly frame: FrameId;
  readonly by: 'balloon' | 'nothing' | 'swap';
}

/** What a guest could still give. */
interface Purse {
  readonly vm: Deep<Vm>;
  readonly idle: FrameId[];
  readonly written: FrameId[];
  file: boolean;
}

/** A balloon is a driver that knows a hypervisor below it; emulated and translated guests have none here. */
export const hasBalloon = ({ technique }: Pick<Vm, 'technique'>): boolean =>
  technique === 'hybrid' || technique === 'para';

/**
 * Whether a hypervisor may take memory from a VM by itself: not what is reserved, not what it cannot read, and not
 * what hardware of the guest's may write to (both are pinned), and not while it is made or moved.
 */
const mayBeTaken = (vm: Deep<Vm>): boolean =>
  !vm.reserved &&
  !vm.memoryEncrypted &&
  !isOwn(vm.card) &&
  vm.technique !== 'native' &&
  vm.power !== 'provisioning' &&
  vm.movingTo === NONE;

/**
 * Which frames an overcommitted host would take back from other VMs for one that wants so many (rule R11): first
 * what running guests have not written, by their balloons, from whoever has the most of it; then what VMs hold
 * that are off; then what running ones have written, from whoever has the most in memory. What was written is
 * kept on the host's disk, as long as there is a block for it.
 */
export function takings(
  world: ReadonlyWorld,
  taker: Pick<Deep<Vm>, 'id' | 'host'>,
  count: number,
  depth: Depth,
): Taking[] {
  const host = find(world.hosts, taker.host);
  if (host?.overcommit !== true) return [];
  const purses = [...rows(world.vms)]
    .filter((vm) => vm.host === taker.host && vm.id !== taker.id && mayBeTaken(vm))
    .map((vm): Purse => {
      const own = ownFrames(world, vm);
      const [idle, written] = [own.slice(vm.filled), own.slice(0, vm.filled)];
      return { vm, idle, written, file: vm.swapFile !== NONE };
    });
  let blocks = host.freeBlocks.length;
  const found: Taking[] = [];
  while (found.length < count) {
    const next = nextFrom(purses, depth, blocks);
    if (next === null) break;
    if (next.by === 'swap' && !next.purse.file) {
      next.purse.file = true;
      blocks -= 1;
    }
    found.push({ vm: next.purse.vm.id, frame: next.frame, by: next.by });
  }
  return found;
}

function nextFrom(
  purses: readonly Purse[],
  depth: Depth,
  blocks: number,
): { readonly purse: Purse; readonly frame: FrameId; readonly by: Taking['by'] } | null {
  const running = purses.filter(({ vm }) => vm.power === 'running');
  const off = purses.filter(({ vm }) => vm.power !== 'running');
  const saved = (from: readonly Purse[]) => from.filter(({ file }) => file || blocks > 0);
  const ways = [
    ['idle', 'balloon', 'idle', running.filter(({ vm }) => hasBalloon(vm))],
    ['off', 'nothing', 'idle', off],
    ['off', 'swap', 'written', saved(off)],
    ['used', 'swap', 'written', saved(running)],
  ] as const;
  for (const [least, by, what, from] of ways) {
    if (DEPTHS.indexOf(depth) < DEPTHS.indexOf(least)) continue;
    const purse = most(from, (one) => one[what].length);
    const frame = purse?.[what].pop();
    if (purse && frame !== undefined) return { purse, frame, by };
  }
  return null;
}

/** Whoever has the most of it, the first of equals. */
function most(purses: readonly Purse[], of: (purse: Purse) => number): Purse | null {
  let best: Purse | null = null;
  for (const purse of purses) if (best === null || of(purse) > of(best)) best = purse;
  return best;
}
