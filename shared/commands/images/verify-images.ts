import { verifyCommand } from '../on-store.ts';

/** Has the signature of an image verified as a VM is made from it (rule G21). Source: FACTS B33. */
export const verifyImages = verifyCommand({
  name: 'verify-images',
  role: 'hypervisor',
  key: '',
  of: 'library',
  fits: ['unverified-library'],
  price: ({ pace }) => pace.verifyImagesPrice,
  length: ({ pace }) => pace.verifyImagesLength,
  words: {
    name: { ko: '배포할 때 이미지 서명 검증', en: 'Verify signatures at deployment' },
    does: {
      ko: 'VM을 만들거나 다시 만들 때 이미지의 서명을 검증합니다. 서명하지 않았거나 서명한 뒤에 바뀐 이미지로는 VM을 만들지 못하므로, 그동안 요청이 밀립니다. 이미 만든 VM은 그대로입니다.',
      en: 'The signature of an image is verified whenever a VM is made or rebuilt from it. Of an image that is not signed, or was changed since, no VM is made, and requests wait meanwhile. VMs made before stay as they are.',
    },
    done: {
      ko: '배포할 때 이미지의 서명을 검증하게 한다',
      en: 'have signatures of images verified at deployment',
    },
    control: { ko: '이미지 서명과 배포 시 검증', en: 'Signed images, verified at deployment' },
  },
});
