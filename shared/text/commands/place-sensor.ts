import type { CommandText } from '../kinds.ts';

export const placeSensor = {
  name: { ko: '가상 스위치 감시: {{watch}}', en: 'Watch the switch: {{watch}}' },
  does: {
    ko: '같은 호스트의 VM끼리 주고받는 것까지 봅니다. IPS는 서명에 걸린 것을 막습니다. 호스트 성능의 3 %와 유지비가 듭니다.',
    en: 'Sees even what VMs of this host say to each other; an IPS also stops what matches. It takes 3 % of the host, and upkeep.',
  },
  done: {
    ko: '{{host}}의 가상 스위치에 {{watch}}{을/를} 둔다',
    en: 'put {{watch}} in the switch of {{host}}',
  },
} satisfies CommandText;
