import type { Words } from '../../world/words.ts';

/** Scenarios: the title, what to choose it by, and the briefing that a player reads before it starts. */
export const scenarios = {
  'first-shift': {
    name: { ko: '첫 근무', en: 'First shift' },
    length: { ko: '5분 · 호스트 2대', en: '5 minutes · 2 hosts' },
    idea: {
      ko: '잔존 데이터(residual data), 어긋난 규칙, IDS의 사각지대, 장치를 통한 탈출(VM escape)을 하나씩 다룹니다.',
      en: 'Residual data, policy drift, the IDS’s blind spot, an escape: one after another.',
    },
    brief: {
      ko: '실제 호스트는 메모리를 0으로 지워서 할당하지만, 여기서는 VM을 빨리 띄우려고 그 소거(scrubbing)를 꺼 두었습니다. VM을 만들거나 옮기면 가상 스위치는 새 포트를 모릅니다. 정책을 다시 배포해야 규칙이 적용됩니다.',
      en: 'Real hosts zero memory before they hand it out; here that scrubbing is off, to start VMs faster. A virtual switch does not know the port of a VM that was just made or moved: its rules apply once the policy is pushed again.',
    },
    threat: {
      ko: '테넌트 가운데 하나는 공격자입니다. 물리 IDS는 한 호스트 안에서 오가는 패킷을 보지 못합니다.',
      en: 'One of the tenants is an attacker. The physical IDS sees no packet that stays within one host.',
    },
  },
  'three-tenants': {
    name: { ko: '세 테넌트', en: 'Three tenants' },
    length: { ko: '12분 · 호스트 4대', en: '12 minutes · 4 hosts' },
    idea: {
      ko: '하드웨어 세 세대와 컨테이너. 가상화 기법마다 격리(isolation)의 경계가 다릅니다. 팀에 알맞습니다.',
      en: 'Three generations of hardware and containers: each technique isolates by a different boundary. Best in a team.',
    },
    brief: {
      ko: '2015년식 Type 1, VT-x 없는 2003년식, EPT 없는 2006년식 Type 2, 컨테이너 호스트입니다. 어디에 두느냐에 따라 VM의 속도와 격리 경계가 달라집니다. 실제 하이퍼바이저(hypervisor)는 메모리를 지워서 할당하지만, 여기서는 소거(scrubbing)하지 않는 별도의 풀을 씁니다.',
      en: 'A type 1 of 2015, a machine of 2003 without VT-x, a type 2 of 2006 without EPT, a container host: where a VM runs decides its speed and its isolation boundary. Real hypervisors zero memory before they hand it out; here it comes from a pool outside the normal allocator that nobody scrubs.',
    },
    threat: {
      ko: '테넌트 가운데 공격자가 있습니다. 보안 권고가 나오면 서둘러 패치하세요. 공격자도 읽습니다.',
      en: 'Attackers are among the tenants. When an advisory comes out, patch quickly: they read it too.',
    },
  },
  'vacated-seat': {
    name: { ko: '비운 자리', en: 'The vacated seat' },
    length: { ko: '4분 · 호스트 2대', en: '4 minutes · 2 hosts' },
    idea: {
      ko: '한 가지만 다룹니다. 메모리와 디스크의 잔존 데이터(residual data)는 다음에 누구에게 넘어가는가.',
      en: 'One idea only: who is handed the data that memory and disks still hold.',
    },
    brief: {
      ko: '실제 호스트는 메모리를 0으로 지워서 할당하지만, 두 호스트 모두 VM을 빨리 띄우려고 그 소거(scrubbing)를 꺼 두었습니다. 프레임에는 마지막 소유자가 쓴 내용이 그대로 남습니다. 테넌트의 요청을 처리하되, 다른 테넌트의 데이터가 남은 프레임을 넘겨주지 마세요.',
      en: 'Real hosts zero memory before they hand it out; on both of these that scrubbing was switched off, to start VMs faster. A frame keeps what its last owner wrote. Serve the tenants’ requests, and hand nobody a frame that still holds another’s data.',
    },
    threat: {
      ko: '테넌트 가운데 하나는 공격자입니다. 그 테넌트의 요청도 다른 요청과 똑같이 보입니다.',
      en: 'One of the tenants is an attacker. Its requests look like all the others.',
    },
  },
  'inherited-room': {
    name: { ko: '물려받은 전산실', en: 'The inherited room' },
    length: { ko: '8분 · 호스트 3대', en: '8 minutes · 3 hosts' },
    idea: {
      ko: '남이 해 둔 설정을 하나씩 바로잡습니다. 튜닝하지 않은 IPS, 구형 머신 타입, 하이퍼콜, 저마다 다른 소거 정책을 다룹니다.',
      en: 'Put in order what others set up: an untuned IPS, old machine types, hypercalls, three ways of scrubbing.',
    },
    brief: {
      ko: '호스트마다 설정이 다릅니다. H1은 VM을 빨리 띄우려고 메모리 소거(scrubbing)를 꺼 두었고 IPS도 튜닝하지 않았습니다. H2는 하이퍼콜을 기록하지 않습니다. H3은 프레임을 할당할 때만 소거하고 장치 에뮬레이터를 샌드박스 없이 실행합니다. 애플리케이션 구역은 무차별 모드(promiscuous mode)를 허용합니다.',
      en: 'Each host was set up by somebody else. H1 has an IPS that nobody tuned, and scrubs no memory, to start VMs faster; H2 logs no hypercalls; H3 scrubs frames only as it allocates them, and runs device models without a sandbox. The application zone accepts promiscuous mode.',
    },
    threat: {
      ko: '테넌트 가운데 공격자가 있습니다. 할 수 있는 일은 많고 시간은 적습니다. 무엇부터 바로잡을지 정하세요.',
      en: 'Attackers are among the tenants. There are many controls and little time: decide what comes first.',
    },
  },
} satisfies Record<string, Record<'name' | 'length' | 'idea' | 'brief' | 'threat', Words>>;
