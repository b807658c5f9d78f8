import type { CommandText } from '../kinds.ts';

export const placeSensor = {
  name: { ko: '가상 스위치 감시: {{watch}}', en: 'Watch the switch: {{watch}}' },
  does: {
    ko: '같은 호스트의 VM끼리 주고받는 것까지 봅니다. IPS는 시그니처와 일치하면 막는데, 정상 트래픽도 막을 수 있고 호스트가 포화되면 모두 버립니다. 호스트 사이클의 3%(IPS는 6%, 게임에서 정한 값)와 유지비가 듭니다.',
    en: 'Sees even traffic between VMs of this host. An IPS also blocks what matches a signature, at times legitimate traffic, and drops everything when its host is saturated. It takes 3% of the host’s cycles (an IPS 6%; the game’s own figures) and upkeep.',
  },
  done: {
    ko: '{{host}}의 가상 스위치에 {{watch}}{을/를} 둔다',
    en: 'put {{watch}} in the switch of {{host}}',
  },
} satisfies CommandText;
