import { setFact } from '../../world/fact.ts';
import { type Actor, NATURE } from '../../world/history.ts';
import { type AssetId, type ImageId, NONE, type Seq } from '../../world/ids.ts';
import { get } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';

/**
 * Somebody works in an image by hand and publishes it anew, with what they had in it: keys, or a sample key of
 * some documentation, which looks the same (rule S66). What was changed before are other keys.
 * Source: FACTS B35 (Bugiel and others, CCS 2011; Balduzzi and others, SAC 2012).
 */
export function bakeImage(turn: Turn, image: ImageId, left: AssetId | 0, cause: Seq): void {
  const { world } = turn;
  const baked = emit(turn, 'image-baked', {
    actor: NATURE,
    subjects: [`images/${image}`],
    causes: [cause],
    data: { image },
  });
  setFact(world, 'images', image, 'recipe', false, baked);
  setFact(world, 'images', image, 'revoked', false, baked);
  setFact(world, 'images', image, 'leftSecret', left, baked);
  setFact(world, 'images', image, 'sampleKey', left === NONE, baked);
  // In a library it differs from what is on record of it: by whose hand does not show (rule G22).
  if (get(world.images, image).signed !== undefined)
    setFact(world, 'images', image, 'drifted', true, baked);
}

/**
 * Builds an image anew from a recipe: nothing that anybody left in it is in it any more, and it has never booted.
 * VMs that were made from it stay as they are (rule K111).
 */
export function buildAnew(turn: Turn, image: ImageId, actor: Actor, cause: Seq): void {
  const built = change(turn, image, 'recipe', actor, cause);
  setFact(turn.world, 'images', image, 'leftSecret', NONE, built);
  setFact(turn.world, 'images', image, 'sampleKey', false, built);
  setFact(turn.world, 'images', image, 'seeded', false, built);
  if (get(turn.world.images, image).signed === undefined) return;
  // The pipeline signs what it builds (rule G22).
  setFact(turn.world, 'images', image, 'implant', NONE, built);
  setFact(turn.world, 'images', image, 'drifted', false, built);
  setFact(turn.world, 'images', image, 'signed', true, built);
}

/** Has the keys changed that may lie in an image: what lies there, or in a VM made from it, opens nothing (K112). */
export function revokeKeys(turn: Turn, image: ImageId, actor: Actor, cause: Seq): void {
  change(turn, image, 'revoked', actor, cause);
}

/** Turns something of an image on. @returns the event by which it is */
function change(
  turn: Turn,
  image: ImageId,
  setting: 'recipe' | 'revoked',
  actor: Actor,
  cause: Seq,
): Seq {
  const changed = emit(turn, 'setting-changed', {
    actor,
    subjects: [`images/${image}`],
    causes: [cause],
    data: { setting, to: 'on' },
  });
  setFact(turn.world, 'images', image, setting, true, changed);
  return changed;
}
