import { revokeKeys as revoke } from '../../mechanics/images/left.ts';
import { imageCommand } from '../on-image.ts';
import { refuse } from '../refusal.ts';

/** Has whatever keys may lie in an image changed where they open something: every copy is worthless (rule K112). */
export const revokeKeys = imageCommand({
  name: 'revoke-keys',
  role: 'analyst',
  key: '',
  contains: ['image-secret'],
  price: (pace) => pace.revokePrice,
  length: (pace) => pace.revokeLength,
  refusal: ({ revoked }) => (revoked ? refuse('rule.already-so') : null),
  finish: (turn, image, order) => revoke(turn, image, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '남은 키 교체: {{image}}', en: 'Change the keys left in {{image}}' },
    does: {
      ko: '이 이미지에 남았을 수 있는 키를 키의 주인이 모두 교체합니다. 이미 만든 VM에 들어간 키도 아무것도 열지 못하게 됩니다. 이미지의 파일은 그대로입니다.',
      en: 'Has the owners of keys that may lie in it change them: copies in VMs made from it open nothing any more. The files of the image stay as they are.',
    },
    done: {
      ko: '{{image}} 이미지에 남은 키를 교체한다',
      en: 'change the keys left in the image {{image}}',
    },
    control: { ko: '이미지에 남은 키 교체', en: 'Change of the keys that an image held' },
  },
});
