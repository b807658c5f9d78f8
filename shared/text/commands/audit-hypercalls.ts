import type { CommandText } from '../kinds.ts';

export const auditHypercalls = {
  name: { ko: '하이퍼콜 감사', en: 'Audit hypercalls' },
  does: {
    ko: '반가상화 게스트가 부르는 이상한 하이퍼콜을 하이퍼바이저 로그에 남깁니다. 하이퍼콜마다 사이클을 씁니다.',
    en: 'Writes odd hypercalls of paravirtual guests into the hypervisor’s log. Each hypercall costs cycles.',
  },
  done: { ko: '{{host}}의 하이퍼콜을 감사한다', en: 'audit the hypercalls of {{host}}' },
} satisfies CommandText;
