import { fact, provenanceOf, setFact } from '../world/fact.ts';
import type { Actor, Proof } from '../world/history.ts';
import { type ImageId, NONE, type Seq, type StoreId, type Tick, type VmId } from '../world/ids.ts';
import type { Image } from '../world/machine/image.ts';
import type { Store } from '../world/machine/store.ts';
import { rentersFoothold, type Vm } from '../world/machine/vm.ts';
import type { Attacker } from '../world/people/attacker.ts';
import { type Deep, find, get, rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { meet } from './harm/intrusion.ts';
import { leaves } from './network/path.ts';

/** The library that images lie in, or `null`: then nobody gets to them. */
export function libraryOf(world: ReadonlyWorld): Deep<Store> | null {
  for (const store of rows(world.stores)) if (store.library === true) return store;
  return null;
}

/**
 * Whether a VM may be made from an image (rule G21): where signatures are verified, only if it is signed and still is what was
 * signed.
 */
export const isDeployable = (world: ReadonlyWorld, image: Deep<Image>): boolean =>
  libraryOf(world)?.verified !== true || (image.signed === true && image.drifted !== true);

/**
 * Somebody writes code of theirs into an image in the library (rule A170). VMs that were made from it before stay as they are.
 * Source: FACTS B33; ATT&CK T1525.
 */
export function implant(
  turn: Turn,
  image: ImageId,
  by: { readonly attacker: Attacker; readonly attack: string; readonly proof: Proof },
): void {
  const { attacker, attack, proof } = by;
  const implanted = emit(turn, 'image-implanted', {
    actor: { kind: 'attacker', id: attacker.id },
    subjects: [`images/${image}`],
    causes: proof.causes,
    data: { image, attack, needs: proof.needs },
  });
  setFact(turn.world, 'images', image, 'implant', attacker.id, implanted);
  setFact(turn.world, 'images', image, 'drifted', true, implanted);
}

/** Whoever has code in an image is in what is made from it, to its kernel (rule A170): who, and how deep; `null` for nobody. */
export function broughtBy(
  { implant: who = NONE }: Deep<Image>,
  technique: Vm['technique'],
): Pick<Vm, 'foothold' | 'intruder'> | null {
  return who === NONE ? null : { foothold: rentersFoothold(technique), intruder: who };
}

/** What the library writes down of a VM that is made from an image of its: nothing where it is in none (rule G20). */
export const inBook = (
  { signed }: Deep<Image>,
  madeAt: Tick,
): Pick<Vm, 'madeAt' | 'drifted' | 'shutDown'> =>
  signed === undefined ? {} : { madeAt, drifted: false, shutDown: false };

/** The event since which somebody has code in an image, where that is so. */
export const implantedBy = (
  world: ReadonlyWorld,
  { id, implant: who = NONE }: Deep<Image>,
): Seq[] => (who === NONE ? [] : [provenanceOf(world, fact('images', id, 'implant'))]);

/** Code that came with an image calls home as its VM starts, where that gets out: whose it is knows of the VM then (A172). */
export function callHome({ world }: Turn, id: VmId): void {
  const { intruder, image } = get(world.vms, id);
  const attacker = find(world.attackers, intruder);
  if (attacker === null || find(world.images, image)?.implant !== intruder) return;
  if (leaves(world, id, NONE, 'web')) meet(attacker, id);
}

/** The team signs an image as it lies in the library, with whatever is in it (rule G22): it is on record so from then on. */
export function signImage(turn: Turn, image: ImageId, actor: Actor, cause: Seq): void {
  const signed = emit(turn, 'setting-changed', {
    actor,
    subjects: [`images/${image}`],
    causes: [cause],
    data: { setting: 'imageSigned', to: 'on' },
  });
  setFact(turn.world, 'images', image, 'signed', true, signed);
  setFact(turn.world, 'images', image, 'drifted', false, signed);
}

/** An image in a library is not what was signed any more: it was patched in place, or worked in by hand (rule G22). */
export function unsign(turn: Turn, id: ImageId, cause: Seq): void {
  if (get(turn.world.images, id).signed === true)
    setFact(turn.world, 'images', id, 'signed', false, cause);
}

/** What lies on a store is verified before it is started, from now on. */
export function verifyStore(turn: Turn, store: StoreId, actor: Actor, cause: Seq): void {
  const verified = emit(turn, 'setting-changed', {
    actor,
    subjects: [`stores/${store}`],
    causes: [cause],
    data: {
      setting: get(turn.world.stores, store).library ? 'imageSignatures' : 'configHashes',
      to: 'on',
    },
  });
  setFact(turn.world, 'stores', store, 'verified', true, verified);
}
