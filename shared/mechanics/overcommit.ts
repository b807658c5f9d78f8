import type { FrameId } from '../world/ids.ts';
import { NONE } from '../world/ids.ts';
import type { Host } from '../world/machine/host.ts';
import type { Vm } from '../world/machine/vm.ts';
import { type Deep, find, get, rows } from '../world/table.ts';
import type { ReadonlyWorld } from '../world/world.ts';

/** Permille of its memory that an overcommitted host promises at the most (our figure). */
const MOST_PROMISED = 1500;

/** Permille of its time that a guest waits at the most for what was swapped: some of what it touches is there. */
const MOST_WAITING = 900;

/** How many times its share of swapped memory a guest waits for (our figure: what is swapped is touched, too). */
const TOUCHED = 3;

/** Frames that a host has. */
export function framesOn(world: ReadonlyWorld, host: Deep<Host>): number {
  let sum = 0;
  for (const { host: at } of rows(world.frames)) if (at === host.id) sum += 1;
  return sum;
}

/** Frames that a host has promised: to those on it, and to those that are coming or growing. */
export function promisedOn(world: ReadonlyWorld, host: Deep<Host>): number {
  let sum = 0;
  for (const vm of rows(world.vms)) {
    if (vm.host === host.id) sum += vm.frames;
    const aside = vm.movingTo === NONE ? vm.host : vm.movingTo;
    if (aside === host.id) sum += vm.reservedMemory.length;
  }
  return sum;
}

/** Frames that an overcommitted host promises at the most, of so many that it has (rule R10). */
export const mostPromised = (frames: number): number => Math.trunc((frames * MOST_PROMISED) / 1000);

/** Frames that a host can still promise: what is free, or half as much again as it has in all (rule R10). */
export function promisable(world: ReadonlyWorld, host: Deep<Host>): number {
  const free = host.free.length;
  if (!host.overcommit) return free;
  return Math.max(free, mostPromised(framesOn(world, host)) - promisedOn(world, host));
}

/** Frames that a VM was promised and has neither in memory nor in its swap file. */
export const lackedBy = (vm: Pick<Deep<Vm>, 'frames' | 'memory' | 'merged' | 'swapped'>): number =>
  Math.max(0, vm.frames - vm.memory.length - vm.merged.length - vm.swapped);

/** Frames of a VM that it writes itself: the pages of its image lie behind them. */
export const ownFrames = (world: ReadonlyWorld, vm: Pick<Deep<Vm>, 'memory'>): FrameId[] =>
  vm.memory.filter((id) => get(world.frames, id).image === NONE);

/** Frames that a guest writes in all: what its work fills, or, where somebody hoards in it, whatever it can. */
export function writesOf(world: ReadonlyWorld, vm: Deep<Vm>): number {
  if (!vm.hoards) return vm.fills;
  const pages = vm.memory.length - ownFrames(world, vm).length;
  return Math.max(vm.fills, vm.frames - pages - vm.merged.length);
}

/** Whether a guest is to write a frame next that it was promised and not given. */
export function wantsFrame(world: ReadonlyWorld, vm: Deep<Vm>): boolean {
  if (lackedBy(vm) === 0 || vm.filled + vm.swapped >= writesOf(world, vm)) return false;
  return (
    find(world.hosts, vm.host)?.overcommit === true && vm.filled >= ownFrames(world, vm).length
  );
}

/**
 * Permille of its time in which a guest's virtual CPUs wait for its host's disk (rule R12); all of it where it
 * touches a frame that nobody can give it.
 */
export function waitsForMemory(world: ReadonlyWorld, vm: Deep<Vm>): number {
  if (vm.fillIn <= 0 && wantsFrame(world, vm)) return 1000;
  if (vm.swapped === 0) return 0;
  return Math.min(MOST_WAITING, Math.trunc((1000 * TOUCHED * vm.swapped) / vm.frames));
}
