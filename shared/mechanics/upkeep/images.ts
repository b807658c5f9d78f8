import { fact, provenanceOf, setFact } from '../../world/fact.ts';
import { SERVICE_COMPONENTS } from '../../world/flaws/record.ts';
import type { Actor } from '../../world/history.ts';
import { type ImageId, NONE, type Seq, type VmId } from '../../world/ids.ts';
import type { Image } from '../../world/machine/image.ts';
import { get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { evict } from '../harm/intrusion.ts';
import { broughtBy, implantedBy, unsign } from '../library.ts';
import { latestBuild, publications } from './patching.ts';

/** Builds of what runs in a guest. */
interface Builds {
  readonly kernel: number;
  readonly service: number;
}

/** The builds that something would have after it was patched: nothing is ever patched down. */
function patchedBuilds(world: ReadonlyWorld, { kernel, service }: Builds): Builds {
  return {
    kernel: Math.max(kernel, latestBuild(world, 'guest-kernel')),
    service: Math.max(service, latestBuild(world, ...SERVICE_COMPONENTS)),
  };
}

/** Whether every published flaw of its kernel and its service is fixed. */
export function upToDate(world: ReadonlyWorld, builds: Builds): boolean {
  const { kernel, service } = patchedBuilds(world, builds);
  return kernel === builds.kernel && service === builds.service;
}

/** Raises the builds of a running system or of an image to the latest that is published (G1). */
function patch(turn: Turn, table: 'vms' | 'images', id: number, actor: Actor, cause: Seq): Seq {
  const { world } = turn;
  const was: Builds = get<Builds>(world[table], id);
  const now = patchedBuilds(world, was);
  const part = now.service !== was.service ? 'service' : 'kernel';
  const patched = emit(turn, 'patched', {
    actor,
    subjects: [`${table}/${id}`],
    causes: [
      cause,
      ...publications(world, part === 'service' ? SERVICE_COMPONENTS : ['guest-kernel']),
    ],
    data: { from: was[part], to: now[part] },
  });
  setFact(world, table, id, 'kernel', now.kernel, patched);
  setFact(world, table, id, 'service', now.service, patched);
  return patched;
}

/** Patches what runs in a guest, while it runs (rule G2). What was rolled back is so no more. */
export function patchGuest(turn: Turn, vm: VmId, actor: Actor, cause: Seq): void {
  const patched = patch(turn, 'vms', vm, actor, cause);
  setFact(turn.world, 'vms', vm, 'revertedFrom', 0, patched);
}

/** Patches a catalogue entry. The VMs that were made from it stay as they are (rule G2). */
export function patchImage(turn: Turn, image: ImageId, actor: Actor, cause: Seq): void {
  unsign(turn, image, patch(turn, 'images', image, actor, cause));
}

/**
 * Makes a VM anew from its image: the image's builds and devices, what was left in it, and nobody in it (rule G3). It
 * keeps its frames, its volume and its tenant's data.
 */
export function rebuild(turn: Turn, id: VmId, actor: Actor, cause: Seq): Seq {
  const { world } = turn;
  const { image: from } = get(world.vms, id);
  const image = get(world.images, from);
  const stamps = (['kernel', 'service', 'devices', 'leftSecret', 'seeded'] as const).map((field) =>
    provenanceOf(world, fact('images', from, field)),
  );
  const rebuilt = emit(turn, 'vm-rebuilt', {
    actor,
    subjects: [`vms/${id}`, `images/${from}`],
    causes: [cause, ...stamps, ...implantedBy(world, image)],
    data: { image: from },
  });
  setFact(world, 'vms', id, 'kernel', image.kernel, rebuilt);
  setFact(world, 'vms', id, 'service', image.service, rebuilt);
  setFact(world, 'vms', id, 'devices', image.devices, rebuilt);
  setFact(world, 'vms', id, 'leftSecret', image.leftSecret, rebuilt);
  setFact(world, 'vms', id, 'keysFrom', image.seeded ? image.id : NONE, rebuilt);
  setFact(world, 'vms', id, 'revertedFrom', 0, rebuilt);
  if (get(world.vms, id).ransomed) setFact(world, 'vms', id, 'ransomed', false, rebuilt);
  evict(turn, id, rebuilt);
  comeBack(turn, id, image, rebuilt);
  return rebuilt;
}

/** What the library knows of a VM that was made anew, and whoever comes with its image (rules A170, G20). */
function comeBack({ world }: Turn, id: VmId, image: Image, rebuilt: Seq): void {
  const { technique, foothold } = get(world.vms, id);
  const brought = broughtBy(image, technique);
  if (brought && foothold === 'none') {
    setFact(world, 'vms', id, 'foothold', brought.foothold, rebuilt);
    setFact(world, 'vms', id, 'intruder', brought.intruder, rebuilt);
  }
  if (image.signed === undefined) return;
  setFact(world, 'vms', id, 'madeAt', world.tick, rebuilt);
  setFact(world, 'vms', id, 'drifted', false, rebuilt);
}
