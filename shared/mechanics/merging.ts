import { fact, provenanceOf, setFact } from '../world/fact.ts';
import { NATURE } from '../world/history.ts';
import {
  type FrameId,
  type HostId,
  NONE,
  type Seq,
  TICKS_PER_SECOND,
  type VmId,
} from '../world/ids.ts';
import { isOwn } from '../world/machine/card.ts';
import type { Vm } from '../world/machine/vm.ts';
import { type Deep, find, get, rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { ReadonlyWorld, World } from '../world/world.ts';
import { allocate, zero } from './memory.ts';

/** Ticks between two pages that a host’s scanner merges (our figure; KSM has `sleep_millisecs`). */
const SCAN_EVERY = TICKS_PER_SECOND;

/** Frames of its own in which a VM has the pages of its image. */
function pagesOf(world: ReadonlyWorld, vm: Deep<Vm>): FrameId[] {
  return vm.memory.filter((id) => get(world.frames, id).image !== NONE);
}

/**
 * Fills the last frames that a guest never writes with the pages of its image, as it boots or arrives:
 * its programs and libraries, the same in every VM of that image (rule M11).
 */
export function loadPages(world: World, id: VmId, cause: Seq): void {
  const vm = get(world.vms, id);
  const { alike } = get(world.images, vm.image);
  const lacking = alike - vm.merged.length;
  if (lacking <= 0) return;
  for (const frame of vm.memory.slice(-lacking)) {
    if (get(world.frames, frame).content !== NONE) continue;
    setFact(world, 'frames', frame, 'image', vm.image, cause);
    zero(world, frame, cause);
  }
}

/**
 * Whether a VM's pages can be merged at all: what is encrypted in memory is the same as nothing else (rule
 * K61), and frames that a device writes to by itself are pinned where they are (rule W12).
 */
const canMerge = ({ memoryEncrypted, card }: Vm): boolean => !memoryEncrypted && !isOwn(card);

/** Whether their pages hold the same: the image’s, neither of them patched away from the other. */
const holdTheSame = (a: Vm, b: Vm): boolean =>
  a.image === b.image &&
  a.kernel === b.kernel &&
  a.service === b.service &&
  canMerge(a) &&
  canMerge(b);

/** Frames of a VM that others of its host read as well. */
function readByOthers(world: ReadonlyWorld, vm: Deep<Vm>): FrameId[] {
  return vm.memory.filter((frame) => readersOf(world, frame).length > 0);
}

/** Who reads in a frame beside its owner. */
const readersOf = (world: ReadonlyWorld, frame: FrameId): VmId[] =>
  [...rows(world.vms)].filter(({ merged }) => merged.includes(frame)).map(({ id }) => id);

/** Whether a VM reads any page in common with another. */
export function readsInCommon(world: ReadonlyWorld, id: VmId): boolean {
  const vm = get(world.vms, id);
  return vm.merged.length > 0 || readByOthers(world, vm).length > 0;
}

/** Frames in which both VMs read. */
export function framesOfBoth(world: ReadonlyWorld, one: number, other: number): FrameId[] {
  const [a, b] = [find(world.vms, one), find(world.vms, other)];
  if (!a || !b) return [];
  const ofA = new Set([...a.memory, ...a.merged]);
  return [...b.memory, ...b.merged].filter((frame) => ofA.has(frame));
}

/**
 * The merging stage (rules M11 to M13): once a second each host’s scanner parts what no longer holds the
 * same, and, where merging is on, merges one more page of a VM with the same page of a VM beside it. The
 * frame that the scanner found first is kept.
 */
export function mergePages(turn: Turn): void {
  const { world } = turn;
  if (world.tick % SCAN_EVERY !== 0 || !world.images.some((image) => image && image.alike > 0)) {
    return;
  }
  for (const { id, dedup } of rows(world.hosts)) {
    const guests = [...rows(world.vms)].filter((vm) => vm.host === id && vm.power === 'running');
    partChanged(turn, guests);
    if (dedup) mergeOne(turn, id, guests);
  }
}

/** A guest that was patched has written its pages: they are its own again, once there is a frame for each. */
function partChanged(turn: Turn, guests: readonly Vm[]): void {
  const { world } = turn;
  for (const vm of guests) {
    const [first] = vm.merged;
    const keeper = first === undefined ? null : find(world.vms, get(world.frames, first).owner);
    if (!keeper || holdTheSame(vm, keeper)) continue;
    if (get(world.hosts, vm.host).free.length < vm.merged.length) continue;
    part(turn, vm.id, provenanceOf(world, fact('vms', vm.id, 'service')));
  }
}

function mergeOne(turn: Turn, host: HostId, guests: readonly Vm[]): void {
  const { world } = turn;
  for (const vm of guests) {
    const own = pagesOf(world, vm);
    const last = own.at(-1);
    if (last === undefined) continue;
    const keeper = keeperFor(world, vm, guests);
    const pages = keeper ? pagesOf(world, keeper) : [];
    const kept = pages.find((frame) => !vm.merged.includes(frame));
    if (!keeper || kept === undefined) continue;
    merge(turn, host, { vm, keeper, gone: last, kept });
    return;
  }
}

/** Whose pages a VM’s are merged into: those that are merged already, or else those of whoever was there first. */
function keeperFor(world: World, vm: Vm, guests: readonly Vm[]): Vm | null {
  if (readByOthers(world, vm).length > 0) return null;
  const same = guests.filter((one) => one.merged.length === 0 && holdTheSame(one, vm));
  const keeper = same.find((one) => readByOthers(world, one).length > 0) ?? same[0];
  return keeper === undefined || keeper.id === vm.id ? null : keeper;
}

interface Pair {
  readonly vm: Vm;
  readonly keeper: Vm;
  readonly gone: FrameId;
  readonly kept: FrameId;
}

function merge(turn: Turn, host: HostId, { vm, keeper, gone, kept }: Pair): void {
  const { world } = turn;
  const merged = emit(turn, 'pages-merged', {
    actor: NATURE,
    subjects: [`hosts/${host}`, `vms/${vm.id}`, `vms/${keeper.id}`],
    causes: [
      provenanceOf(world, fact('hosts', host, 'dedup')),
      ...[vm, keeper].map(({ id }) => provenanceOf(world, fact('vms', id, 'host'))),
    ],
    data: { host, vm: vm.id, keeper: keeper.id },
  });
  const memory = vm.memory.filter((frame) => frame !== gone);
  setFact(world, 'vms', vm.id, 'memory', memory, merged);
  setFact(world, 'vms', vm.id, 'merged', [...vm.merged, kept], merged);
  setFact(world, 'frames', gone, 'owner', NONE, merged);
  setFact(world, 'frames', gone, 'image', NONE, merged);
  setFact(world, 'hosts', host, 'free', [...get(world.hosts, host).free, gone], merged);
}

/**
 * Gives a VM frames of its own again for what it read in those of others.
 * @param left frames of its own that it has left to others meanwhile, and needs as well
 * @throws if the host has too few: whoever asks has to have looked before
 */
function part(turn: Turn, id: VmId, cause: Seq, left = 0): void {
  const { world } = turn;
  const vm = get(world.vms, id);
  const wanted = vm.merged.length + left;
  const parted = emit(turn, 'pages-parted', {
    actor: NATURE,
    subjects: [`hosts/${vm.host}`, `vms/${id}`],
    causes: [cause],
    data: { frames: wanted },
  });
  const frames = allocate(turn, vm.host, id, wanted, parted);
  for (const frame of frames) {
    setFact(world, 'frames', frame, 'image', vm.image, parted);
    zero(world, frame, parted);
  }
  setFact(world, 'vms', id, 'memory', [...vm.memory, ...frames], parted);
  setFact(world, 'vms', id, 'merged', [], parted);
}

/** Frames that a host needs to give each of its VMs pages of its own. */
export function framesToPart(world: ReadonlyWorld, host: HostId): number {
  let frames = 0;
  for (const vm of world.vms) if (vm?.host === host) frames += vm.merged.length;
  return frames;
}

/** Parts every page of a host (KSM’s `run=2`). The frames for it have to be there. */
export function partAll(turn: Turn, host: HostId, cause: Seq): void {
  for (const vm of rows(turn.world.vms)) {
    if (vm.host === host && vm.merged.length > 0) part(turn, vm.id, cause);
  }
}

/** Frames that a host needs to pin all memory of a VM: what it shares with others cannot stay shared. */
export function framesToPin(world: ReadonlyWorld, vm: Deep<Vm>): number {
  return vm.merged.length + readByOthers(world, vm).length;
}

/**
 * A device of its host's is in a VM's hands and writes to its memory by itself: the VM has each of its pages alone from
 * now on (rule W12). The frames for it have to be there. Source: QEMU c65ee43 (VFIO pins what an IOMMU maps).
 */
export function pinPages(turn: Turn, id: VmId, cause: Seq): void {
  const left = leaveToReaders(turn, id, cause);
  if (left + get(turn.world.vms, id).merged.length > 0) part(turn, id, cause, left);
}

/**
 * A VM is about to leave its host, for good or for another. What others read in its frames stays with the
 * first of them; what it read in frames of others it does not take along.
 */
export function leavePages(turn: Turn, id: VmId, cause: Seq): void {
  const { world } = turn;
  leaveToReaders(turn, id, cause);
  if (get(world.vms, id).merged.length > 0) setFact(world, 'vms', id, 'merged', [], cause);
}

/** Leaves each frame that others read to the first of them, and says how many they were. */
function leaveToReaders({ world }: Turn, id: VmId, cause: Seq): number {
  const read = readByOthers(world, get(world.vms, id));
  for (const frame of read) {
    const [heir] = readersOf(world, frame);
    if (heir === undefined) continue;
    const { memory, merged } = get(world.vms, heir);
    setFact(world, 'frames', frame, 'owner', heir, cause);
    setFact(world, 'vms', heir, 'memory', [...memory, frame], cause);
    const rest = merged.filter((one) => one !== frame);
    setFact(world, 'vms', heir, 'merged', rest, cause);
    const own = get(world.vms, id).memory.filter((one) => one !== frame);
    setFact(world, 'vms', id, 'memory', own, cause);
  }
  return read.length;
}
