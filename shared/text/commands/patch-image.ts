import type { CommandText } from '../kinds.ts';

export const patchImage = {
  name: { ko: '이미지 패치: {{image}}', en: 'Patch the image: {{image}}' },
  does: {
    ko: '앞으로 만드는 VM에만 적용됩니다. 이미 만든 VM은 그대로입니다.',
    en: 'For VMs made from now on. Those that were made from it stay as they are.',
  },
  done: { ko: '{{image}} 이미지를 패치한다', en: 'patch the image {{image}}' },
} satisfies CommandText;
