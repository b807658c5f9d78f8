import type { AttackText } from '../kinds.ts';

export const probe = {
  name: { ko: '조건 하나 살피기', en: 'A look at one precondition' },
  does: {
    ko: '시도하기 전에 조건 하나를 살핍니다. 흔적은 남지 않지만 그동안 손 하나가 묶입니다.',
    en: 'Looks at one precondition before anything is tried. It leaves no trace, and takes a hand meanwhile.',
  },
  lead: {
    ko: '공격자는 시도하기 전에 조건 하나가 참인지부터 살폈습니다. 흔적은 남지 않지만 그동안 손 하나가 묶입니다.',
    en: 'Before trying anything the attacker looked whether one precondition was true. It leaves no trace, and takes a hand meanwhile.',
  },
  title: { ko: '조건 살피기', en: 'A look at a precondition' },
  needs: { 'is-tenant': { ko: '테넌트이다', en: 'They are a tenant' } },
} satisfies AttackText;
