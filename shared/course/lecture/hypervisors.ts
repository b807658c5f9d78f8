import type { LectureSection } from './section.ts';

/** §8 to §11 and §16: the hypervisor’s duties, and what sits on the metal. */
export const hypervisors: readonly LectureSection[] = [
  {
    number: 8,
    words: {
      topic: {
        ko: '하이퍼바이저의 세 의무',
        en: 'The three duties of a hypervisor',
      },
      here: {
        ko: '충실성, 격리, 성능이 곧 점수입니다. 호스트는 게스트의 메모리를 읽을 수 있고, 메모리 암호화만이 그것을 막습니다.',
        en: 'Fidelity, isolation and performance are the score. A host can read its guests’ memory; only memory encryption stops it.',
      },
      todo: {
        ko: '메모리 암호화, 장치 프로세스 샌드박스',
        en: 'Encrypt memory, confine device processes',
      },
    },
    rules: ['F6', 'P2', 'P3', 'W1', 'K61'],
    commands: ['encrypt-memory', 'confine-host'],
    played: [
      { scenario: 'first-shift', sign: { event: 'duty' } },
      { scenario: 'one-key', sign: { order: 'encrypt-memory' } },
    ],
  },
  {
    number: 9,
    words: {
      topic: { ko: 'Type 1: 네이티브(베어메탈)', en: 'Type 1: native (bare metal)' },
      here: {
        ko: '호스트 OS는 없지만 Dom0 같은 특권 도메인이 드라이버와 관리 도구를 돌립니다. 하이퍼바이저와 그 도메인이 함께 신뢰할 대상입니다.',
        en: 'There is no host OS, but a privileged domain such as Dom0 runs drivers and tools: hypervisor and domain are what has to be trusted.',
      },
      todo: {
        ko: '무결성 증명(attestation), 장치 프로세스 샌드박스',
        en: 'Attest the host, confine device processes',
      },
    },
    rules: ['K99', 'K62', 'K11'],
    commands: ['attest-host', 'confine-host'],
    played: [{ scenario: 'one-key', sign: { order: 'confine-host' } }],
  },
  {
    number: 10,
    words: {
      topic: { ko: 'Type 2: 호스티드', en: 'Type 2: hosted' },
      here: {
        ko: '하이퍼바이저는 호스트 OS의 프로그램 가운데 하나입니다. 층이 하나 더 있고, 그 OS를 차지한 사람은 모든 게스트를 차지합니다.',
        en: 'The hypervisor is one program of the host’s OS: one layer more, and whoever has that OS has every guest.',
      },
      todo: {
        ko: '호스트 OS 패치, VM과 무관한 프로그램 지우기, EDR 두기',
        en: 'Patch the host OS, remove programs that are none of a VM’s, put an EDR on it',
      },
    },
    rules: ['K95', 'K98', 'K99'],
    commands: ['remove-programs', 'patch-host-os', 'place-host-edr'],
    played: [{ scenario: 'shared-desk', sign: { done: 't2-hostos-takeover' } }],
  },
  {
    number: 11,
    words: {
      topic: { ko: '가상화 기법의 종류', en: 'Kinds of virtualisation' },
      here: {
        ko: '하이브리드는 하드웨어 지원 게스트에 반가상화 드라이버를 더한 것입니다. 컨테이너는 게스트 커널 없이 호스트의 커널 하나를 나눠 씁니다.',
        en: 'Hybrid is a hardware-assisted guest with paravirtual drivers. Containers have no kernel of their own: they share their host’s.',
      },
      todo: {
        ko: 'VM을 만들 때 기법 고르기, 다른 기법으로 바꾸기',
        en: 'Choose a technique for a new VM, convert one',
      },
    },
    rules: ['K1', 'K22', 'K85', 'K96'],
    commands: ['create-vm', 'convert-vm'],
    played: [
      { scenario: 'three-tenants', sign: { runs: 'container' } },
      { scenario: 'the-race', sign: { runs: 'hybrid' } },
    ],
  },
  {
    number: 16,
    words: {
      topic: { ko: 'Xen(강의의 ‘Zen’)', en: 'Xen (the lecture’s “Zen”)' },
      here: {
        ko: 'Xen의 게스트는 번호가 있는 하이퍼콜로 하이퍼바이저를 부릅니다. 인자를 잘못 검사하는 하이퍼콜 하나가 탈출 경로가 됩니다.',
        en: 'Guests of Xen call their hypervisor by numbered hypercalls. One that checks its arguments wrongly is a way out.',
      },
      todo: {
        ko: '하이퍼콜 기록하기, 하이퍼콜마다 필터 걸기',
        en: 'Audit hypercalls, filter single ones',
      },
    },
    rules: ['K72', 'K99', 'S32'],
    commands: ['audit-hypercalls', 'exit-filter'],
    played: [{ scenario: 'trap-floor', sign: { done: 'hc-memory-exchange' } }],
  },
];
