import type { LectureSection } from './section.ts';

/** §12 to §15, §20 and §21: how a guest is run, and what that costs. */
export const techniques: readonly LectureSection[] = [
  {
    number: 12,
    words: {
      topic: { ko: '전가상화', en: 'Full virtualisation' },
      here: {
        ko: '게스트 OS를 고치지 않습니다. CPU의 지원이 필요한 것은 하드웨어 지원 방식뿐이고, 이진 변환은 지원 없이도 됩니다.',
        en: 'The guest OS is not changed. Only the hardware-assisted kind needs support of the CPU; binary translation does without.',
      },
      todo: {
        ko: '쓰지 않는 장치 떼기, 플로피 없는 머신 타입',
        en: 'Detach unused devices, a machine type without a floppy',
      },
    },
    rules: ['K1', 'K8', 'K20', 'K24'],
    commands: ['create-vm', 'detach-device', 'change-machine-type'],
    played: [{ scenario: 'trap-floor', sign: { runs: 'hvm' } }],
  },
  {
    number: 13,
    words: {
      topic: {
        ko: '소프트웨어 기반 전가상화: 이진 변환',
        en: 'Full virtualisation in software: binary translation',
      },
      here: {
        ko: '게스트 커널은 링 1에서 변환된 코드로 돕니다. 처음 만나는 코드는 느리고, 변환해 둔 것은 다시 쓰므로 점점 빨라집니다.',
        en: 'The guest’s kernel runs in ring 1 as translated code: slow where it is new, quicker as the cache of translations fills.',
      },
      todo: {
        ko: '가상화 지원이 없는 CPU에서 기법 고르기',
        en: 'Choose a technique where the CPU has no extension',
      },
    },
    rules: ['K20', 'K102', 'K21'],
    commands: ['create-vm'],
    played: [{ scenario: 'three-tenants', sign: { runs: 'bt' } }],
  },
  {
    number: 14,
    words: {
      topic: { ko: '하드웨어 기반 전가상화(HVM)', en: 'Hardware-assisted (HVM)' },
      here: {
        ko: '게스트 커널은 non-root 모드의 링 0에서 돕니다. VM exit 하나의 비용은 CPU의 연식에 따라 다릅니다.',
        en: 'The guest’s kernel runs in ring 0 of non-root mode. What one VM exit costs depends on the year of the CPU.',
      },
      todo: {
        ko: '알맞은 세대의 호스트와 기법 고르기',
        en: 'Choose the generation of a host, and a technique',
      },
    },
    rules: ['K3', 'K4', 'K20', 'K21'],
    commands: ['create-vm', 'convert-vm'],
    played: [{ scenario: 'the-race', sign: { runs: 'hvm' } }],
  },
  {
    number: 15,
    words: {
      topic: { ko: '반가상화와 하이퍼콜', en: 'Paravirtualisation and hypercalls' },
      here: {
        ko: '하이퍼콜로 바뀌는 것은 커널의 특권 연산입니다. 애플리케이션의 시스템 콜은 그대로여서 하이퍼콜이 아닙니다.',
        en: 'What becomes hypercalls is the kernel’s privileged operations. An application’s system calls stay as they are: they are none.',
      },
      todo: {
        ko: '하이퍼콜 기록하기, 다른 기법으로 바꾸기',
        en: 'Audit hypercalls, convert to another technique',
      },
    },
    rules: ['K4', 'K20', 'K21', 'K72'],
    commands: ['audit-hypercalls', 'convert-vm'],
    played: [{ scenario: 'trap-floor', sign: { runs: 'para' } }],
  },
  {
    number: 20,
    words: {
      topic: {
        ko: '이진 변환의 과거와 현재',
        en: 'Binary translation, then and now',
      },
      here: {
        ko: '변환하는 것은 시스템 콜이 아니라 게스트 커널의 명령입니다. 하드웨어 지원과 함께 쓰면 이어지는 exit를 하나로 묶을 수 있습니다.',
        en: 'What is translated is instructions of the guest’s kernel, not system calls. Beside hardware assistance it can merge exits that follow each other.',
      },
      todo: { ko: '이어지는 exit 묶기', en: 'Merge exits that follow each other' },
    },
    rules: ['K102', 'K103'],
    commands: ['merge-exits'],
    played: [{ scenario: 'the-race', sign: { order: 'merge-exits' } }],
  },
  {
    number: 21,
    words: {
      topic: { ko: '계층과 성능, SR-IOV', en: 'Layers and performance, SR-IOV' },
      here: {
        ko: '비용은 연산의 횟수에 값을 곱해 더한 것입니다. 강의의 순서는 옛 CPU에서 맞고, 중첩 페이징과 반가상화 드라이버가 있으면 뒤집히기도 합니다.',
        en: 'Cost is operations times their prices. The lecture’s order holds on old CPUs, and can turn round with nested paging and paravirtual drivers.',
      },
      todo: {
        ko: '다른 기법으로 바꾸기, 다른 호스트로 옮기기, VF 붙이기',
        en: 'Convert, migrate, attach a VF',
      },
    },
    rules: ['K2', 'K3', 'K22', 'K74', 'K92', 'N16'],
    commands: ['convert-vm', 'migrate-vm', 'attach-vf'],
    played: [
      { scenario: 'the-race', sign: { event: 'technique-changed' } },
      { scenario: 'straight-through', sign: { done: 'io-sriov-vf-spoof' } },
    ],
  },
];
