import { patchImage as patch, upToDate } from '../../mechanics/upkeep/images.ts';
import type { ImageId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface PatchImage extends Record<string, number | string> {
  readonly image: ImageId;
}

/** Patches a catalogue entry: what is made from it from now on is born patched (rule G2). */
export const patchImage = define<PatchImage>({
  name: 'patch-image',
  role: 'hypervisor',
  key: 'A',
  contains: ['image-outdated'],
  schema: schemaOf<PatchImage>({ image: id }),
  // An image is looked at by itself, or by a VM that was made from it.
  offers: (world, subject) => {
    const made = find(world.vms, idIn(subject, 'vms'))?.image;
    const image = find(world.images, made ?? idIn(subject, 'images'));
    return image ? [{ image: image.id }] : [];
  },
  price: () => 0,
  length: (world) => world.pace.patchImageLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { image }) => [`images/${image}`],
  refusal: (world, { image }) => {
    const row = find(world.images, image);
    if (!row) return refuse('rule.no-such-thing');
    return upToDate(world, row) ? refuse('rule.already-so') : null;
  },
  finish: (turn, { image }, order) =>
    patch(turn, image, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '이미지 패치: {{image}}', en: 'Patch the image: {{image}}' },
    does: {
      ko: '앞으로 만드는 VM에만 적용됩니다. 이미 만든 VM은 그대로입니다.',
      en: 'For VMs made from now on. Those that were made from it stay as they are.',
    },
    done: { ko: '{{image}} 이미지를 패치한다', en: 'patch the image {{image}}' },
    control: { ko: '이미지 패치', en: 'Patch the image' },
  },
});
