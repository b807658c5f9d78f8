import type { ExitReason } from '../../../world/machine/exit.ts';
import type { Texts, Words } from '../../../world/words.ts';

/** The trap desk: exits that wait for a human. */
export const traps = {
  bet: {
    title: { ko: '내기: VM exit 횟수를 맞혀 보세요', en: 'A bet: how many VM exits?' },
    asks: {
      syscall: {
        ko: '프로그램이 시스템 콜 getpid를 {{count}}번 부릅니다.',
        en: 'A program makes the system call getpid {{count}} {time/times}.',
      },
      device: {
        ko: '커널이 가상 장치의 I/O 포트에 한 번 씁니다.',
        en: 'The kernel writes to an I/O port of a virtual device once.',
      },
    } satisfies Record<'syscall' | 'device', Words>,
    stake: { ko: '{{count}}번', en: '{{count}}' },
    right: { ko: '맞습니다. {{count}}번입니다.', en: 'Right: {{count}} {exit/exits}.' },
    wrong: { ko: '아닙니다. {{count}}번입니다.', en: 'No: {{count}} {exit/exits}.' },
    because: {
      syscall: {
        ko: '하드웨어 지원 가상화에서 시스템 콜은 게스트 안에서 링 3에서 링 0으로 들어갈 뿐, 하이퍼바이저를 거치지 않습니다.',
        en: 'With hardware assistance a system call goes from ring 3 to ring 0 inside the guest, and not by way of the hypervisor.',
      },
      device: {
        ko: '가상 장치의 포트에 쓰는 명령은 트랩됩니다. CPU가 게스트에서 하이퍼바이저로 나갑니다.',
        en: 'An instruction that writes to a port of a virtual device traps: the CPU leaves the guest for the hypervisor.',
      },
    } satisfies Record<'syscall' | 'device', Words>,
    step: { ko: '단계별로 보기', en: 'See it step by step' },
  },
  desk: { ko: '트랩 데스크', en: 'Trap desk' },
  waiting: { ko: '{{count}}건 보류 중', en: '{{count}} held' },
  empty: {
    ko: '보류한 exit가 없습니다. 여기 온 것은 정하지 않으면 거부됩니다.',
    en: 'Nothing is held. What comes here is refused unless somebody decides.',
  },
  seconds: { ko: '{{seconds}}초', en: '{{seconds}} s' },
  announced: {
    ko: '{{vm}}의 exit 보류: {{what}}. {{seconds}}초 뒤 거부됩니다.',
    en: 'Held: {{what}} of {{vm}}. Refused in {{seconds}} {second/seconds}.',
  },
  cpuWaits: { ko: '가상 CPU가 멈춰 있습니다', en: 'Its virtual CPU waits' },
  refusedIn: { ko: '{{seconds}}초 뒤 거부', en: 'refused in {{seconds}} s' },
  reason: { ko: '사유', en: 'Reason' },
  reasons: {
    io: { ko: '포트 I/O 명령', en: 'port I/O instruction' },
    mmio: { ko: 'MMIO 접근', en: 'MMIO access' },
    'page-table': { ko: '페이지 테이블 쓰기', en: 'page-table write' },
    cpuid: { ko: 'CPUID 명령', en: 'CPUID' },
    hlt: { ko: '유휴(HLT)', en: 'HLT' },
    interrupt: { ko: '외부 인터럽트', en: 'external interrupt' },
    kick: { ko: 'virtio 알림(kick)', en: 'virtio kick' },
    hypercall: { ko: '하이퍼콜', en: 'hypercall' },
    syscall: { ko: '시스템 콜', en: 'system call' },
    vmrun: { ko: '자기 게스트로 진입(VMRUN)', en: 'entry into a guest of its own (VMRUN)' },
    exception: { ko: '가로챈 예외(#AC·#DB)', en: 'intercepted exception (#AC, #DB)' },
  } satisfies Record<ExitReason, Words>,
  needed: { ko: '이 VM의 업무에', en: 'Its work' },
  neededYes: { ko: '필요함', en: 'needs this' },
  neededNo: { ko: '필요하지 않음', en: 'does without' },
  operand: {
    bytes: { ko: '{{count}}바이트', en: '{{count}} {byte/bytes}' },
    lines: { ko: '{{count}}줄', en: '{{count}} {line/lines}' },
    mapping: { ko: '{{count}} KiB', en: '{{count}} KiB' },
    entries: { ko: '{{count}}번째 항목', en: 'entry {{count}}' },
  },
  asked: { ko: '요청 {{asked}}', en: 'asks {{asked}}' },
  bound: { ko: '경계 {{edge}}', en: 'bound {{edge}}' },
  unpatched: {
    ko: '이 VM에서 닿는 미패치 취약점: {{flaws}}',
    en: 'Unpatched and within reach of this VM: {{flaws}}',
  },
  choices: {
    emulateWithin: {
      ko: '원래대로 처리합니다. 한동안 이 VM의 경계 안 요청은 묻지 않고 통과합니다.',
      en: 'It is handled as usual. For a while requests of this VM within the bound pass unasked.',
    },
    emulateAny: {
      ko: '원래대로 처리합니다. 한동안 이 VM의 같은 종류 요청은 묻지 않고 통과합니다.',
      en: 'It is handled as usual. For a while all of its kind from this VM pass unasked.',
    },
    emulateOver: {
      ko: '{{asked}} 요청을 그대로 넘깁니다. 한동안 이 VM의 같은 종류 요청은 모두 통과합니다.',
      en: '{{asked}} is handed over as it is. For a while all of its kind from this VM pass.',
    },
    refuseWithin: {
      ko: '오류를 돌려줍니다. 한동안 이 VM의 같은 종류 요청을 모두 거부합니다. 업무에 필요하면 그동안 서비스가 멈춥니다.',
      en: 'The guest gets a fault. For a while all of its kind from this VM are refused: work that needs them stands still.',
    },
    refuseOver: {
      ko: '오류를 돌려줍니다. 한동안 이 VM에서 {{edge}}{을/를} 넘는 요청을 거부합니다.',
      en: 'The guest gets a fault. For a while what is over {{edge}} from this VM is refused.',
    },
    stop: {
      ko: 'VM을 끕니다. 메모리는 그대로 남아 조사할 수 있습니다. 공격자가 없었다면 충실성을 두 배로 잃습니다.',
      en: 'The VM is off. Its memory stays to be looked into. If no attacker was in it, fidelity loses twice.',
    },
  },
  filterOfIt: { ko: '이 거부를 필터로 만들기', en: 'Make a filter of this refusal' },
  onlyVm: { ko: '{{vm}}만', en: '{{vm}} only' },
  allOf: { ko: '{{host}}의 모든 VM', en: 'all of {{host}}' },
  ruleOver: { ko: '{{trap}}: {{edge}} 초과 → 거부', en: '{{trap}}: over {{edge}} → refuse' },
  ruleAll: { ko: '{{trap}}: 모두 거부', en: '{{trap}}: refuse all' },
  backtest: {
    ko: '지난 5분의 기록 {{looked}}건에 걸었다면 {{refused}}건 거부, 그중 업무에 필요하고 경보가 없는 것 {{needed}}건',
    en: 'Of {{looked}} on record in the last 5 minutes: {{refused}} refused; needed for work and without an alert: {{needed}}',
  },
  perCheck: { ko: '검사마다 +{{cycles}}사이클', en: '+{{cycles}} {cycle/cycles} a check' },
  setFilter: { ko: '필터 설정', en: 'Set the filter' },
  filterThere: { ko: '이미 그렇게 설정되어 있습니다.', en: 'It is set so already.' },
} satisfies Texts;
