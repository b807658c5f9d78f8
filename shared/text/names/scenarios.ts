import type { Words } from '../kinds.ts';

/** Scenarios: the title, what to choose it by, and the briefing that a player reads before it starts. */
export const scenarios = {
  'first-shift': {
    name: { ko: '첫 근무', en: 'First shift' },
    length: { ko: '5분 · 호스트 2대', en: '5 minutes · 2 hosts' },
    idea: {
      ko: '잔존 데이터, 어긋난 규칙, IDS가 못 보는 길, 장치 탈출. 하나씩 만납니다.',
      en: 'Residue, drifting rules, the road no IDS sees, an escape: one after another.',
    },
    brief: {
      ko: 'VM을 빨리 띄우려고 메모리 소거를 꺼 두었습니다. VM을 옮기거나 만들면 가상 스위치는 새 포트를 모릅니다. 정책을 다시 배포해야 규칙이 따라옵니다.',
      en: 'Memory scrubbing is off, to start VMs faster. A virtual switch does not know the port of a VM that was moved or just made: rules follow only when the policy is pushed again.',
    },
    threat: {
      ko: '테넌트 가운데 하나는 정직하지 않습니다. 물리 IDS는 한 호스트 안의 일을 보지 못합니다.',
      en: 'One of the tenants is not honest. The physical IDS sees nothing of what happens within one host.',
    },
  },
  'three-tenants': {
    name: { ko: '세 테넌트', en: 'Three tenants' },
    length: { ko: '12분 · 호스트 4대', en: '12 minutes · 4 hosts' },
    idea: {
      ko: '세 세대의 하드웨어와 컨테이너. 기법마다 무너지는 벽이 다릅니다. 팀에 알맞습니다.',
      en: 'Three generations of hardware and containers: each technique has another wall. Best in a team.',
    },
    brief: {
      ko: '2015년식 1형, VT-x가 없는 2003년식, EPT가 없는 2006년식 2형, 그리고 컨테이너 호스트가 함께 돕니다. 같은 VM도 어디에 두느냐에 따라 빠르기와 벽이 달라집니다.',
      en: 'A type 1 of 2015, a machine of 2003 without VT-x, a type 2 of 2006 without EPT and a container host run side by side. Where a VM stands decides how fast it is and which wall guards it.',
    },
    threat: {
      ko: '공격자는 몇 수 앞을 내다봅니다. 취약점 공지가 나오면 서둘러 고치세요. 공격자도 같은 공지를 읽습니다.',
      en: 'The attacker thinks a few moves ahead. When an advisory comes out, hurry: they read it too.',
    },
  },
  'vacated-seat': {
    name: { ko: '비운 자리', en: 'The vacated seat' },
    length: { ko: '4분 · 호스트 2대', en: '4 minutes · 2 hosts' },
    idea: {
      ko: '한 가지만: 메모리에 남은 데이터는 누구에게 넘어가는가.',
      en: 'One idea only: who is handed the data that memory still holds.',
    },
    brief: {
      ko: 'VM을 빨리 띄우려고 두 호스트 모두 메모리 소거를 꺼 두었습니다. 메모리는 마지막 주인이 쓴 것을 그대로 기억합니다. 테넌트의 요청에 답하면서, 남의 데이터가 남은 자리를 아무에게도 넘겨주지 마세요.',
      en: 'Both hosts have memory scrubbing switched off, to start VMs faster. Memory remembers what its last owner wrote. Answer the tenants’ requests, and hand nobody a seat with another’s data still in it.',
    },
    threat: {
      ko: '테넌트 가운데 하나는 정직하지 않습니다. 그 테넌트의 요청도 다른 요청과 똑같이 보입니다.',
      en: 'One of the tenants is not honest. Its requests look like all the others.',
    },
  },
} satisfies Record<string, Record<'name' | 'length' | 'idea' | 'brief' | 'threat', Words>>;
