import { buildAnew as build } from '../../mechanics/images/left.ts';
import { imageCommand } from '../on-image.ts';
import { refuse } from '../refusal.ts';

/** Builds an image anew from a recipe: what anybody left in it is gone, and in its copies it is not (rule K111). */
export const buildAnew = imageCommand({
  name: 'build-anew',
  role: 'hypervisor',
  key: '',
  contains: ['image-secret', 'image-drift'],
  leaves: ['image-secret'],
  length: (pace) => pace.recipeLength,
  // In a library others may have written to it since: what is built again is what its recipe says.
  refusal: ({ recipe, signed }) =>
    recipe && signed === undefined ? refuse('rule.already-so') : null,
  finish: (turn, image, order) => build(turn, image, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '이미지 새로 빌드: {{image}}', en: 'Build the image again: {{image}}' },
    does: {
      ko: '레시피로 처음부터 다시 빌드해, 손으로 작업하며 남은 키와 기록을 없앱니다. 빌드 번호는 그대로입니다. 이미 만든 VM에 들어간 것은 남습니다.',
      en: 'Builds it from nothing by a recipe, without the keys and histories that work by hand leaves. Its builds stay as they are. What is in VMs made from it already stays there.',
    },
    done: { ko: '{{image}} 이미지를 새로 빌드한다', en: 'build the image {{image}} again' },
    control: { ko: '레시피로 이미지 새로 빌드', en: 'Images built again from a recipe' },
  },
});
