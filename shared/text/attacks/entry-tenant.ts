import type { AttackText } from '../kinds.ts';

export const entryTenant = {
  name: { ko: '정식으로 VM을 빌림', en: 'Renting a VM lawfully' },
  lead: {
    ko: '공격자는 정식 테넌트로서 VM을 요청했습니다.',
    en: 'The attacker asked for a VM as a lawful tenant.',
  },
  title: { ko: '정식 테넌트의 요청', en: 'A lawful tenant’s request' },
  needs: { 'is-tenant': { ko: '테넌트이다', en: 'They are a tenant' } },
} satisfies AttackText;
