import type { CommandText } from '../kinds.ts';

export const verifyPolicy = {
  name: { ko: '정책 검증', en: 'Verify the policy' },
  does: {
    ko: '이 호스트의 VM으로 들어가는 경로를 모두 계산해, 의도하지 않았는데 열린 경로를 찾습니다. 고치지는 않습니다.',
    en: 'Works out every path into this host’s VMs and finds those that nobody intended. It fixes none of them.',
  },
  done: { ko: '{{host}}의 정책을 검증한다', en: 'verify the policy on {{host}}' },
} satisfies CommandText;
