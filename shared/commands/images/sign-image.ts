import { signImage as sign } from '../../mechanics/library.ts';
import { imageCommand } from '../on-image.ts';
import { refuse } from '../refusal.ts';

/** Signs an image as it lies in the library, with whatever is in it (rule G22). */
export const signImage = imageCommand({
  name: 'sign-image',
  role: 'hypervisor',
  key: '',
  fits: ['unsigned-image'],
  length: ({ signImageLength }) => signImageLength,
  refusal: ({ signed }) => {
    if (signed === undefined) return refuse('rule.no-such-thing');
    return signed ? refuse('rule.already-so') : null;
  },
  finish: (turn, image, order) => sign(turn, image, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '이미지 서명: {{image}}', en: 'Sign the image: {{image}}' },
    does: {
      ko: '이미지를 지금 있는 그대로 서명하고 그 해시를 등록합니다. 누가 심은 코드가 들어 있어도 그대로 서명되고, 그 뒤로 무결성 스캐너(S6)는 조용합니다. 확실하지 않으면 새로 빌드하세요. 새로 빌드한 이미지는 서명되어 나옵니다.',
      en: 'Signs the image as it is now, and records its hash. Code that somebody put into it is signed with it, and the image scanner (S6) is silent from then on. If in doubt, build it again: what the pipeline builds comes signed.',
    },
    done: { ko: '{{image}} 이미지에 서명한다', en: 'sign the image {{image}}' },
    control: { ko: '이미지 서명', en: 'Signed images' },
  },
});
