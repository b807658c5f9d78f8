import { fact } from '../../../world/fact.ts';
import { about } from '../../../world/people/known.ts';
import { find } from '../../../world/table.ts';
import type { Need } from '../../need.ts';
import { mounted } from '../stores/mounted.ts';

/** The library of images is mounted where they are, to be written to (rule M44). `from` (0: the internet) and `store`. */
export const libraryOpen = mounted(
  'library-open',
  {
    short: { ko: '이미지 라이브러리에 쓰기 가능', en: 'the image library can be written to' },
    failed: {
      ko: '거기서는 이미지 라이브러리에 쓰지 못했습니다',
      en: 'the image library could not be written to from there',
    },
  },
  (known, { from }) => (about(known, from, 'library') === undefined ? undefined : true),
);

/** That image lies in that library. `image` and `store` of the strike. */
export const inLibrary: Need<'in-library'> = {
  id: 'in-library',
  words: {
    short: { ko: '라이브러리에 있는 이미지', en: 'an image in the library' },
    failed: { ko: '그런 이미지가 라이브러리에 없었습니다', en: 'no such image was in the library' },
  },
  holds: (world, { image = 0, store = 0 }) =>
    find(world.images, image) !== null && find(world.stores, store)?.library === true,
  facts: (_, { store = 0 }) => [fact('stores', store, 'library')],
  counters: () => [],
};

/** Nobody verifies an image’s signature as a VM is made from it (rule G21). `store` of the strike. Source: FACTS B33. */
export const deploysUnverified: Need<'deploys-unverified'> = {
  id: 'deploys-unverified',
  words: {
    short: { ko: '서명을 검증하지 않는 배포', en: 'deployment without a signature check' },
    failed: {
      ko: 'VM을 만들 때 이미지의 서명을 검증했습니다',
      en: 'signatures of images were verified at deployment',
    },
  },
  holds: (world, { store = 0 }) => find(world.stores, store)?.verified === false,
  facts: (_, { store = 0 }) => [fact('stores', store, 'verified')],
  counters: (_, { store = 0 }) => [
    {
      command: 'verify-images',
      args: { store },
      moment: 'after',
      fact: fact('stores', store, 'verified'),
    },
  ],
};
