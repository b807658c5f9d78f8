import type { CommandText } from '../kinds.ts';

export const rebuildVm = {
  name: { ko: '이미지로 다시 만들기', en: 'Rebuild from its image' },
  does: {
    ko: '침입자는 사라지고 빌드는 이미지와 같아집니다. 그동안 서비스가 멈춥니다.',
    en: 'Whoever got in is gone. Its builds become those of the image, and its service is off meanwhile.',
  },
  done: { ko: '{{vm}}{을/를} 이미지로 다시 만든다', en: 'rebuild {{vm}} from its image' },
} satisfies CommandText;
