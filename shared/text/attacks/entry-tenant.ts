import type { AttackText } from '../kinds.ts';

export const entryTenant = {
  name: { ko: '정식 고객으로 VM 임대', en: 'Renting a VM as an ordinary customer' },
  does: {
    ko: '여느 고객처럼 VM을 요청합니다. 방어자의 대기열에는 다른 요청과 똑같이 보입니다. 누군가 만들어 줄 때까지 기다립니다.',
    en: 'Asks for a VM as an ordinary customer. In the defenders’ queue it looks like any other request, and waits until somebody serves it.',
  },
  lead: {
    ko: '공격자는 여느 고객처럼 VM을 요청했습니다.',
    en: 'The attacker asked for a VM as an ordinary customer.',
  },
  title: { ko: '정식 고객의 요청', en: 'An ordinary customer’s request' },
  needs: { 'is-tenant': { ko: '테넌트이다', en: 'They are a tenant' } },
} satisfies AttackText;
