import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import { NATURE } from '../../world/history.ts';
import {
  type FrameId,
  type HostId,
  type Seq,
  TICKS_PER_SECOND,
  type VmId,
} from '../../world/ids.ts';
import type { Vm } from '../../world/machine/vm.ts';
import { get, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import { record } from '../harm/evidence.ts';
import { allocate, release, zero } from '../memory.ts';
import { lackedBy, ownFrames, wantsFrame } from '../overcommit.ts';
import { dropSwap, putIntoSwap } from './swap.ts';
import { type Depth, takings } from './takings.ts';

/**
 * Takes frames back from other VMs of an overcommitted host, for one that wants so many (rule R11). They are free at
 * once, with what was in them, like any that a live guest gives back (rules R9, M2). Source: Waldspurger, OSDI 2002
 * (the balloon first, then the host's swap); FACTS §4.1, B27, B57.
 */
function reclaim(turn: Turn, taker: Vm, count: number, depth: Depth, cause: Seq): void {
  const { world } = turn;
  const found = takings(world, taker, count, depth);
  for (const id of new Set(found.map(({ vm }) => vm))) {
    const framesBy = (...ways: readonly string[]): FrameId[] =>
      found.filter(({ vm, by }) => vm === id && ways.includes(by)).map(({ frame }) => frame);
    giveUp(turn, id, framesBy('balloon', 'nothing'), cause);
    swapOut(turn, id, framesBy('swap'), taker, cause);
  }
}

/** A VM gives frames back that it has not written. What it was promised stays promised. */
function giveUp(turn: Turn, id: VmId, frames: readonly FrameId[], cause: Seq): void {
  if (frames.length === 0) return;
  const vm = get(turn.world.vms, id);
  const shrunk = emit(turn, 'vm-shrunk', {
    actor: NATURE,
    subjects: [`vms/${id}`, `hosts/${vm.host}`],
    causes: [cause, provenanceOf(turn.world, fact('hosts', vm.host, 'overcommit'))],
    data: { frames: frames.length },
  });
  letGo(turn, vm, frames, shrunk);
}

/** What a VM has written goes to its swap file, and the counters show for whom (rule S58). */
function swapOut(turn: Turn, id: VmId, frames: readonly FrameId[], taker: Vm, cause: Seq): void {
  if (frames.length === 0) return;
  const { world } = turn;
  const vm = get(world.vms, id);
  const swapped = emit(turn, 'memory-swapped', {
    actor: NATURE,
    subjects: [`vms/${id}`, `hosts/${vm.host}`],
    causes: [cause, provenanceOf(world, fact('hosts', vm.host, 'overcommit'))],
    data: { frames: frames.length, taker: taker.id },
  });
  putIntoSwap(turn, vm, frames.length, swapped);
  vm.filled -= frames.length;
  letGo(turn, vm, frames, swapped);
  const trace = { kind: 'counters', vm: taker.id, host: vm.host, shows: 'swapping' } as const;
  record(turn, trace, { actor: NATURE, cause: swapped });
}

function letGo(turn: Turn, vm: Vm, frames: readonly FrameId[], cause: Seq): void {
  const memory = vm.memory.filter((frame) => !frames.includes(frame));
  setFact(turn.world, 'vms', vm.id, 'memory', memory, cause);
  release(turn, vm.host, frames, vm, cause, 'alive');
}

/**
 * Hands a VM up to so many frames of a host: what is free, and what an overcommitted one takes back for it.
 * @throws if a host that is not overcommitted has too few: whoever asks has to have looked before
 */
export function obtain(
  turn: Turn,
  host: HostId,
  id: VmId,
  { count, depth }: { readonly count: number; readonly depth: Depth },
  cause: Seq,
): FrameId[] {
  const { world } = turn;
  if (!get(world.hosts, host).overcommit) return allocate(turn, host, id, count, cause);
  const short = count - get(world.hosts, host).free.length;
  if (short > 0) reclaim(turn, get(world.vms, id), short, depth, cause);
  return allocate(turn, host, id, Math.min(count, get(world.hosts, host).free.length), cause);
}

/** Frames come into a VM behind those that it has: the pages of its image stay last. */
function add(turn: Turn, vm: Vm, frames: readonly FrameId[], cause: Seq): void {
  const own = ownFrames(turn.world, vm);
  const pages = vm.memory.filter((frame) => !own.includes(frame));
  setFact(turn.world, 'vms', vm.id, 'memory', [...own, ...frames, ...pages], cause);
}

/**
 * A guest touches a frame that it was promised and not given: its host gets it one, from whomever it takes to.
 * @returns the frame, or `undefined` where nothing more can be taken: then the guest waits (rule R12)
 */
export function touch(turn: Turn, vm: Vm, cause: Seq): FrameId | undefined {
  if (!wantsFrame(turn.world, vm)) return undefined;
  const frames = obtain(turn, vm.host, vm.id, { count: 1, depth: 'used' }, cause);
  if (frames.length > 0) add(turn, vm, frames, cause);
  return frames[0];
}

/** Brings what lies in a VM's swap file back into so many frames, which it is given for that. */
function swapIn(turn: Turn, vm: Vm, frames: readonly FrameId[], cause: Seq): void {
  const { world } = turn;
  const returned = emit(turn, 'memory-returned', {
    actor: NATURE,
    subjects: [`vms/${vm.id}`, `hosts/${vm.host}`],
    causes: [cause],
    data: { frames: frames.length },
  });
  const own = ownFrames(world, vm);
  const rest = vm.memory.filter((frame) => !own.slice(0, vm.filled).includes(frame));
  const memory = [...own.slice(0, vm.filled), ...frames, ...rest];
  setFact(world, 'vms', vm.id, 'memory', memory, returned);
  for (const frame of frames) {
    setFact(world, 'frames', frame, 'content', vm.asset, returned);
    zero(world, frame, returned);
  }
  vm.filled += frames.length;
  dropSwap(turn, vm, frames.length, returned);
}

/**
 * The promise stage (rule R13): once a second an overcommitted host brings one swapped frame of each of its VMs
 * back, into what is free or idle, or held by a VM that is off; those of a VM with a reservation, and all else that
 * it was promised, whoever loses it.
 */
export function keepPromises(turn: Turn): void {
  const { world } = turn;
  if (world.tick % TICKS_PER_SECOND !== 0) return;
  for (const vm of rows(world.vms)) {
    if (vm.power !== 'running' || !get(world.hosts, vm.host).overcommit) continue;
    const why = vm.reserved ? fact('vms', vm.id, 'reserved') : fact('hosts', vm.host, 'free');
    const cause = provenanceOf(world, why);
    const depth = vm.reserved ? 'used' : 'off';
    if (vm.swapped > 0) {
      const frames = obtain(turn, vm.host, vm.id, { count: 1, depth }, cause);
      if (frames.length > 0) swapIn(turn, vm, frames, cause);
    } else if (vm.reserved && lackedBy(vm) > 0) {
      add(turn, vm, obtain(turn, vm.host, vm.id, { count: 1, depth }, cause), cause);
    }
  }
}

/** A host promises no more than it has: each of its VMs is given all that it was promised (rule R14). */
export function keepAll(turn: Turn, host: HostId, cause: Seq): void {
  for (const vm of rows(turn.world.vms)) {
    if (vm.host !== host) continue;
    if (vm.swapped > 0) {
      swapIn(turn, vm, allocate(turn, host, vm.id, vm.swapped, cause), cause);
    }
    const lacks = lackedBy(vm);
    if (lacks > 0) add(turn, vm, allocate(turn, host, vm.id, lacks, cause), cause);
  }
}
