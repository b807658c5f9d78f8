import type { Words } from '../kinds.ts';

/** Scenarios: the title, and the briefing that a player reads before it starts. */
export const scenarios = {
  'vacated-seat': {
    name: { ko: '비운 자리', en: 'The vacated seat' },
    brief: {
      ko: 'VM을 빨리 띄우려고 두 호스트 모두 메모리 소거를 꺼 두었습니다. 메모리는 마지막 주인이 쓴 것을 그대로 기억합니다. 테넌트의 요청에 답하면서, 남의 데이터가 남은 자리를 아무에게도 넘겨주지 마세요.',
      en: 'Both hosts have memory scrubbing switched off, to start VMs faster. Memory remembers what its last owner wrote. Answer the tenants’ requests, and hand nobody a seat with another’s data still in it.',
    },
    threat: {
      ko: '테넌트 가운데 하나는 정직하지 않습니다. 그 테넌트의 요청도 다른 요청과 똑같이 보입니다.',
      en: 'One of the tenants is not honest. Its requests look like all the others.',
    },
  },
} satisfies Record<string, Record<'name' | 'brief' | 'threat', Words>>;
