import type { AttackText } from '../kinds.ts';

export const probe = {
  name: { ko: '조건 하나 확인', en: 'Checking one precondition' },
  does: {
    ko: '시도하기 전에 조건 하나를 확인합니다. 흔적은 남지 않지만 그동안 동시 작업 하나를 차지합니다.',
    en: 'Checks one precondition before anything is tried. It leaves no trace, and takes up a slot meanwhile.',
  },
  lead: {
    ko: '공격자는 시도하기 전에 조건 하나가 참인지부터 확인했습니다. 흔적은 남지 않지만 그동안 동시 작업 하나를 차지합니다.',
    en: 'Before trying anything the attacker checked whether one precondition was true. It leaves no trace, and takes up a slot meanwhile.',
  },
  title: { ko: '조건 확인', en: 'A precondition checked' },
  needs: { 'is-tenant': { ko: '테넌트이다', en: 'They are a tenant' } },
} satisfies AttackText;
