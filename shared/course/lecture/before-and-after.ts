import type { LectureSection } from './section.ts';

/** §2 to §7: what virtualisation is, and what it changes for whoever runs machines. */
export const beforeAndAfter: readonly LectureSection[] = [
  {
    number: 2,
    words: {
      topic: { ko: '가상화와 하이퍼바이저', en: 'Virtualisation and the hypervisor' },
      here: {
        ko: '호스트의 프레임과 블록을 받아야 VM이 됩니다. 호스트마다 하이퍼바이저가 VM을 만들고 나누고 중재합니다.',
        en: 'A VM is what a host’s frames and blocks make it. On every host a hypervisor creates VMs, shares out and mediates.',
      },
      todo: { ko: '요청받은 VM 만들기', en: 'Create the VM that is asked for' },
    },
    rules: ['V1', 'V4', 'M9', 'K1'],
    commands: ['create-vm'],
    played: [{ scenario: 'first-shift', sign: { event: 'vm-placed' } }],
  },
  {
    number: 3,
    words: {
      topic: {
        ko: '가상화 전후: 통합, CAPEX, OPEX',
        en: 'Before and after: consolidation, CAPEX and OPEX',
      },
      here: {
        ko: '역할 하나에 서버 하나이던 기계를 호스트로 통합합니다. 자본적 지출(CAPEX)은 줄지만, 한 호스트에 모인 만큼 함께 잃을 것도 늘어납니다. 모두를 한곳에서 관리하는 서버는 모두를 여는 문이기도 합니다.',
        en: 'Machines of one role each are consolidated onto hosts. CAPEX (capital expenditure) falls; what is lost together with one host grows. The server that manages all of it opens all of it.',
      },
      todo: {
        ko: '서버를 VM으로 통합, 빈 호스트 폐기, 호스트 구입, 관리 서버에 닿는 곳 제한',
        en: 'Consolidate servers, retire empty hosts, buy one, restrict who reaches the management server',
      },
    },
    rules: ['R1', 'R2', 'E1', 'H8'],
    commands: ['consolidate', 'retire-host', 'buy-host', 'restrict-server'],
    played: [
      { scenario: 'moving-in', sign: { order: 'consolidate' } },
      { scenario: 'open-console', sign: { done: 'mgmt-vcenter-rce' } },
    ],
  },
  {
    number: 4,
    words: {
      topic: { ko: '동적 리소스 할당', en: 'Resources on demand' },
      here: {
        ko: '풀에서 주고 돌려받습니다. 돌려받은 프레임에는 지우기 전까지 이전 내용이 남아 있고, 약속이 실제보다 많으면 누군가는 기다립니다.',
        en: 'A pool gives and takes back. What is taken back holds its old content until it is cleared, and where more is promised than there is, somebody waits.',
      },
      todo: {
        ko: '메모리 회수(balloon), 예약(reservation), 가중치(shares), 오버커밋',
        en: 'Balloon, reservation, shares, overcommit',
      },
    },
    rules: ['R3', 'R4', 'R5', 'R9', 'R10', 'G9'],
    commands: ['balloon-vm', 'reserve-vm', 'set-shares', 'overcommit-memory'],
    played: [{ scenario: 'moving-in', sign: { event: 'vm-shrunk' } }],
  },
  {
    number: 5,
    words: {
      topic: { ko: '클라우드 컴퓨팅의 핵심', en: 'What cloud computing is built on' },
      here: {
        ko: '테넌트는 포털로 직접 VM을 만들고 쓴 만큼 냅니다. 할당량이 없으면 한 테넌트가 풀을 다 쓸 수 있습니다.',
        en: 'Tenants make VMs by a portal and pay for what runs. Without a quota one of them can use up the pool.',
      },
      todo: { ko: '테넌트 할당량(quota) 정하기', en: 'Set a tenant’s quota' },
    },
    rules: ['T4', 'E1', 'R7', 'R8'],
    commands: ['set-quota'],
    played: [{ scenario: 'moving-in', sign: { done: 'dos-create-storm' } }],
  },
  {
    number: 6,
    words: {
      topic: { ko: '가상화 시스템 아키텍처', en: 'Architecture of a virtualised system' },
      here: {
        ko: '보통 명령은 CPU가 직접 실행하고 민감한 것만 하이퍼바이저가 가로챕니다. 직접 할당한 장치는 하이퍼바이저를 거치지 않으므로 IOMMU가 격리합니다.',
        en: 'Ordinary instructions run on the CPU itself; only sensitive ones are intercepted. A device that is passed through bypasses the hypervisor: an IOMMU isolates it.',
      },
      todo: {
        ko: 'IOMMU와 인터럽트 재매핑 켜기, 장치를 VF나 가상 카드로 주기',
        en: 'Turn on the IOMMU and interrupt remapping; give a VF, or a virtual card',
      },
    },
    rules: ['K4', 'K90', 'K93', 'K95', 'N15'],
    commands: ['enable-iommu', 'remap-interrupts', 'attach-vf', 'virtual-card'],
    played: [{ scenario: 'straight-through', sign: { order: 'remap-interrupts' } }],
  },
  {
    number: 7,
    words: {
      topic: { ko: '가상 머신의 카테고리', en: 'Categories of virtual machines' },
      here: {
        ko: '서버, 데스크톱, 애플리케이션, 하드웨어 에뮬레이션은 일에 꼭 필요한 것이 다르고, 그래서 공격받는 곳도 다릅니다.',
        en: 'Server, desktop, application and hardware emulation differ in what their work cannot do without, and so in what attacks them.',
      },
      todo: {
        ko: '도구 채널 닫기, 장치 모델 바꾸기, 쓰지 않는 디스플레이 빼기',
        en: 'Close tool channels, swap device models, remove an unused display',
      },
    },
    rules: ['W15', 'W16', 'W17', 'W18'],
    commands: ['tool-channel', 'swap-device', 'remove-display'],
    played: [
      { scenario: 'shared-desk', sign: { order: 'tool-channel' } },
      { scenario: 'device-bay', sign: { event: 'device-swapped' } },
    ],
  },
];
