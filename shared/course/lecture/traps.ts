import type { LectureSection } from './section.ts';

/** §17 to §19: rings, and what happens when a guest is not allowed to do something itself. */
export const traps: readonly LectureSection[] = [
  {
    number: 17,
    words: {
      topic: { ko: '링과 듀얼 모드', en: 'Rings and dual mode' },
      here: {
        ko: '링(CPL)과 root·non-root 모드는 서로 다른 두 축입니다. 공격자도 링 3에서 시작하므로 대개 게스트의 링 0부터 얻어야 합니다.',
        en: 'Ring (CPL) and root or non-root mode are two axes. Attackers begin in ring 3 too: most have to get ring 0 of their guest first.',
      },
      todo: {
        ko: '게스트 패치로 권한 상승 막기, 하이퍼바이저 패치',
        en: 'Patch the guest so that nobody rises in it, patch the hypervisor',
      },
    },
    rules: ['K20', 'K21', 'K32', 'A6'],
    commands: ['patch-guest', 'patch-host'],
    played: [{ scenario: 'first-shift', sign: { event: 'foothold' } }],
  },
  {
    number: 18,
    words: {
      topic: {
        ko: 'VM 환경에서 트랩과 에뮬레이션',
        en: 'Trap and emulate in a VM',
      },
      here: {
        ko: 'VM exit, 처리, 에뮬레이션, VM entry의 순서는 강의와 같습니다. 다만 하드웨어 지원 게스트에서 시스템 콜은 exit하지 않고, 가로채기로 한 연산만 exit합니다.',
        en: 'Exit, dispatch, emulation, entry: the order is the lecture’s. But a system call of a hardware-assisted guest does not exit; only what is intercepted does.',
      },
      todo: {
        ko: '호스트나 VM의 exit 필터, 트랩 데스크에서 판단하기',
        en: 'Filter exits of a host or a VM, decide at the trap desk',
      },
    },
    rules: ['K4', 'K5', 'K6', 'K31', 'K80', 'K82'],
    commands: ['exit-filter', 'vm-exit-filter', 'decide-trap'],
    played: [{ scenario: 'trap-floor', sign: { event: 'trap-held' } }],
  },
  {
    number: 19,
    words: {
      topic: {
        ko: '(강의에서 비어 있는 절) 트랩을 한 단계씩',
        en: '(empty in the lecture) A trap, stage by stage',
      },
      here: {
        ko: '강의 노트의 19절에는 내용이 없습니다. 여기서는 18절의 과정을 한 단계씩 따라갑니다. 누가 어느 모드와 링에서 얼마를 들여 하는지 보입니다.',
        en: 'Section 19 of the notes is empty. Here it is where section 18 is followed stage by stage: who acts, in which mode and ring, at what cost.',
      },
      todo: { ko: '중첩 가상화 끄기', en: 'Turn nested virtualisation off' },
    },
    rules: ['K31', 'K32', 'K106'],
    commands: ['disable-nesting'],
    played: [{ scenario: 'trap-floor', sign: { done: 'esc-nested-vmcb' } }],
  },
];
