import type { CommandText } from '../kinds.ts';

export const patchGuest = {
  name: { ko: '게스트 패치', en: 'Patch the guest' },
  does: {
    ko: '게스트 커널과 서비스를 공개된 최신 빌드로 올립니다. 이미지와 스냅샷은 옛 빌드 그대로입니다.',
    en: 'Raises its kernel and service to the latest published builds. Its image and its snapshot stay old.',
  },
  done: { ko: '{{vm}}{을/를} 패치한다', en: 'patch {{vm}}' },
} satisfies CommandText;
