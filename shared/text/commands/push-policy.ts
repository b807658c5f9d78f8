import type { CommandText } from '../kinds.ts';

export const pushPolicy = {
  name: { ko: '정책 배포', en: 'Push the policy' },
  does: {
    ko: '스위치가 지금의 정책과 모든 VM의 포트를 알게 됩니다. 적용하는 2초 동안 이 호스트의 패킷은 모두 버려집니다.',
    en: 'The switch learns the policy as it is now, and every VM’s port. For 2 s while loading it drops every packet.',
  },
  done: { ko: '{{host}}에 정책을 배포한다', en: 'push the policy to {{host}}' },
} satisfies CommandText;
