import type { ImageId } from '../world/ids.ts';
import type { Image } from '../world/machine/image.ts';
import type { Pace } from '../world/pace.ts';
import { type Deep, find } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { type Command, define, id, idIn, type OrderRef, schemaOf, type Traits } from './command.ts';
import { type RuleRefusal, refuse } from './refusal.ts';

interface OnImage extends Record<string, number | string> {
  readonly image: ImageId;
}

/** What differs between the commands that are about one image. */
interface ImageCommand extends Traits {
  /** Credits; left out, nothing but time. */
  readonly price?: (pace: Pace) => number;
  readonly length: (pace: Pace) => number;
  readonly refusal: (image: Deep<Image>, world: ReadonlyWorld) => RuleRefusal | null;
  readonly finish: (turn: Turn, image: ImageId, order: OrderRef) => void;
}

/** A command about one image: it is looked at by itself, or by a VM that was made from it. */
export function imageCommand(command: ImageCommand): Command {
  return define<OnImage>({
    ...command,
    schema: schemaOf<OnImage>({ image: id }),
    offers: (world, subject) => {
      const made = find(world.vms, idIn(subject, 'vms'))?.image;
      const image = find(world.images, made ?? idIn(subject, 'images'));
      return image ? [{ image: image.id }] : [];
    },
    price: (world) => command.price?.(world.pace) ?? 0,
    length: (world) => command.length(world.pace),
    load: () => ({ host: 0, cycles: 0 }),
    claims: (_, { image }) => [`images/${image}`],
    refusal: (world, { image }) => {
      const row = find(world.images, image);
      return row ? command.refusal(row, world) : refuse('rule.no-such-thing');
    },
    holds: (world, { image }) => (find(world.images, image) ? null : 'subject-gone'),
    finish: (turn, { image }, order) => command.finish(turn, image, order),
  });
}
