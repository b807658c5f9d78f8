import type { Actor, Followed, Outcome } from '../../world/machine/trap.ts';
import type { Texts, Words } from '../../world/words.ts';

/** Who acts in a stage of an exit. */
export const actors = {
  app: { ko: '앱', en: 'Application' },
  'guest-kernel': { ko: '게스트 커널', en: 'Guest kernel' },
  'own-hypervisor': { ko: 'VM 안의 하이퍼바이저(L1)', en: 'The VM’s own hypervisor (L1)' },
  'inner-guest': { ko: '안쪽 게스트(L2)', en: 'Inner guest (L2)' },
  cpu: { ko: 'CPU(하드웨어)', en: 'CPU (hardware)' },
  hypervisor: { ko: '하이퍼바이저', en: 'Hypervisor' },
  translator: { ko: '변환기', en: 'Translator' },
  'device-model': { ko: '장치 모델', en: 'Device model' },
  dom0: { ko: 'Dom0 커널', en: 'Dom0’s kernel' },
  'host-kernel': { ko: '호스트 커널', en: 'Host kernel' },
  emulator: { ko: '에뮬레이터', en: 'Emulator' },
} satisfies Record<Actor, Words>;

/** Operations that a guest leaves itself for, or not; in batches where its technique collects them. */
export const operations = {
  compute: { ko: '일반 명령', en: 'Ordinary instruction' },
  device: { ko: '장치 접근', en: 'Device access' },
  deviceBatch: { ko: '장치 요청 묶음', en: 'Batch of device requests' },
  deviceMerged: { ko: '이어진 장치 접근', en: 'Device accesses in a row' },
  pageTable: { ko: '페이지 테이블 쓰기', en: 'Page-table write' },
  pageTableBatch: { ko: '페이지 테이블 변경 묶음', en: 'Batch of page-table writes' },
  pageTableMerged: { ko: '이어진 페이지 테이블 쓰기', en: 'Page-table writes in a row' },
  interrupt: { ko: '인터럽트', en: 'Interrupt' },
  halt: { ko: '유휴(HLT)', en: 'Idle (HLT)' },
  cpuid: { ko: 'CPUID 명령', en: 'CPUID' },
  syscall: { ko: '시스템 콜', en: 'System call' },
  vmrun: { ko: '안쪽 게스트로 진입(VMRUN)', en: 'Entry into an inner guest (VMRUN)' },
  exception: { ko: '예외(#AC·#DB)', en: 'Exception (#AC, #DB)' },
} satisfies Record<Followed | `${'device' | 'pageTable'}${'Batch' | 'Merged'}`, Words>;

/** What becomes of an instruction of a guest's kernel. */
export const outcomes = {
  direct: { ko: '그대로 실행', en: 'runs as it is' },
  fault: { ko: '트랩', en: 'traps' },
  silent: { ko: '트랩 없이 다르게 동작', en: 'does something else, untold' },
  translated: { ko: '변환기가 안전한 코드로 바꿈', en: 'safe code in its place' },
  hypercall: { ko: '하이퍼콜로 바꿈', en: 'a hypercall in its place' },
  replaced: {
    ko: '커널에서 빼거나 공유 메모리로 대신함',
    en: 'left out of the kernel, or done in shared memory',
  },
  exit: { ko: 'VM exit 발생', en: 'a VM exit' },
  emulated: { ko: '에뮬레이터가 실행', en: 'run by the emulator' },
} satisfies Record<Outcome, Words>;

/** What happens in each stage: a line without its subject, which stands beside it. */
export const stages = {
  // Beside an emulated device.
  touch: { ko: '포트 I/O나 MMIO로 장치를 건드림', en: 'touches the device, by a port or MMIO' },
  intercept: {
    ko: 'VMCS(AMD는 VMCB)에서 가로챌 일임을 확인',
    en: 'finds in the VMCS (AMD: VMCB) that this is intercepted',
  },
  exit: {
    ko: 'VM exit: 사유를 적고 게스트 상태를 저장',
    en: 'VM exit: notes the reason, saves the guest’s state',
  },
  flushesL1: { ko: 'L1 데이터 캐시를 비움', en: 'empties the L1 data cache' },
  dispatch: { ko: '사유를 보고 처리할 곳을 정함', en: 'looks at the reason, decides what to do' },
  check: { ko: '필터가 길이를 경계와 비교', en: 'compares the length with its bound, by a filter' },
  refuse: { ko: '필터로 거부하고 오류를 주입', en: 'refuses, by a filter, and injects a fault' },
  holds: {
    ko: '트랩 데스크에 보류하고 가상 CPU를 멈춤',
    en: 'holds it for the trap desk and stops the virtual CPU',
  },
  checksCall: {
    ko: '필터가 인자를 경계와 비교',
    en: 'compares the argument with its bound, by a filter',
  },
  refusesCall: {
    ko: '필터로 거부하고 오류를 돌려줌',
    en: 'refuses, by a filter, and returns an error',
  },
  getsError: { ko: '오류를 돌려받음', en: 'gets the error' },
  handOver: { ko: '장치 모델에 넘기고 대답을 받음', en: 'passes it to the device model and back' },
  emulate: {
    ko: '에뮬레이션: 인자를 검사하고 가상 장치를 움직임',
    en: 'emulates: checks what came, moves the virtual device',
  },
  realDevice: { ko: '진짜 장치에 같은 일을 시킴', en: 'has the real device do the same' },
  result: {
    ko: '결과를 쓰고 RIP를 다음 명령으로 옮김',
    en: 'writes the result, moves RIP to the next instruction',
  },
  entry: { ko: 'VM entry: 게스트 상태를 되돌림', en: 'VM entry: loads the guest’s state' },
  continues: {
    ko: '하드웨어가 대답한 줄 알고 계속함',
    en: 'goes on, believing that hardware answered',
  },
  faults: { ko: '오류를 받음', en: 'gets the fault' },
  // With paravirtual drivers.
  rings: {
    ko: '요청 {{count}}개를 공유 링에 넣음',
    en: 'puts {{count}} {request/requests} on the shared ring',
  },
  kick: { ko: '알림(kick)을 한 번 보냄', en: 'kicks once' },
  notify: { ko: '백엔드를 깨움', en: 'wakes the back end' },
  drain: {
    ko: '요청 {{count}}개를 꺼내 진짜 장치에 시킴',
    en: 'takes {{count}} {request/requests}, has the real device do them',
  },
  goesOn: { ko: '다음 일을 계속함', en: 'goes on' },
  // What is nobody else's business.
  direct: { ko: 'CPU에서 그대로 실행', en: 'runs on the CPU as it is' },
  calls: { ko: '시스템 콜을 부름', en: 'makes a system call' },
  toKernel: {
    ko: '모드 비트를 0으로 바꾸고 커널 진입점으로 감',
    en: 'sets the mode bit to 0, jumps to the kernel’s entry',
  },
  serves: { ko: '시스템 콜을 처리함', en: 'serves the call' },
  returns: { ko: '결과를 받고 계속함', en: 'goes on with the result' },
  appGoesOn: { ko: '대답을 받고 계속함', en: 'goes on with the answer' },
  // Page tables.
  ownTable: { ko: '자기 페이지 테이블에 바로 씀', en: 'writes to its own page table' },
  writesTable: { ko: '페이지 테이블에 씀', en: 'writes to a page table' },
  shadow: { ko: '섀도 페이지 테이블을 고침', en: 'updates the shadow page table' },
  collects: {
    ko: '페이지 테이블 변경 {{count}}개를 모음',
    en: 'collects {{count}} {change/changes} to page tables',
  },
  asksMemory: {
    ko: '프레임 교환을 요청하고 결과를 받을 주소를 알림',
    en: 'asks to exchange frames, says where the answer goes',
  },
  exchanges: {
    ko: '프레임을 바꾸고 그 주소에 결과를 씀',
    en: 'exchanges them, writes the answer there',
  },
  validates: { ko: '누구의 프레임인지 검사하고 씀', en: 'checks whose frame each is, writes it' },
  audits: { ko: '감사 기록을 남김', en: 'writes it to the audit log' },
  traces: { ko: '쓰기를 추적하여 섀도도 고침', en: 'traces the write, updates the shadow' },
  // Interrupts, idling, CPUID.
  arrives: { ko: '외부 인터럽트를 받음', en: 'gets an external interrupt' },
  queues: { ko: '가상 인터럽트로 바꿔 걸어 둠', en: 'queues a virtual interrupt for it' },
  event: { ko: '이벤트 채널로 게스트에 알림', en: 'tells the guest by an event channel' },
  delivers: { ko: '먼저 받아 변환된 커널에 전함', en: 'gets it first, passes it to the kernel' },
  handles: { ko: '인터럽트를 처리함', en: 'handles the interrupt' },
  halts: { ko: 'HLT로 쉬려고 함', en: 'goes idle by HLT' },
  blocks: { ko: 'HLT 대신 쉬겠다고 요청함', en: 'asks to be idle, in place of HLT' },
  translatedHalt: {
    ko: 'HLT 자리에 넣어 둔 호출을 실행',
    en: 'runs what stands in place of HLT',
  },
  schedules: { ko: '다른 vCPU에 CPU를 내줌', en: 'gives the CPU to another vCPU' },
  wakes: { ko: '깨어나 계속함', en: 'wakes and goes on' },
  asksCpuid: { ko: 'CPUID를 실행하려고 함', en: 'asks by CPUID what CPU this is' },
  answersCpuid: { ko: '게스트에 보여 줄 값으로 대답', en: 'answers what the guest is to see' },
  nativeCpuid: { ko: 'CPUID를 그대로 실행', en: 'runs CPUID as it is' },
  // A guest of a guest.
  runsOwn: {
    ko: '자기 게스트에 들어가려고 VMRUN을 실행(VT-x: VMLAUNCH, VMRESUME)',
    en: 'is about to enter its guest, by VMRUN (VT-x: VMLAUNCH, VMRESUME)',
  },
  withholds: {
    ko: '이 VM에는 중첩 가상화를 허용하지 않으므로 없는 명령이라는 오류(#UD)를 주입',
    en: 'injects #UD, no such instruction: this VM may not nest',
  },
  copiesBlock: {
    ko: 'L1이 쓴 VMCB(VT-x는 VMCS)를 복사하여 검사',
    en: 'copies the VMCB (VT-x: VMCS) that L1 wrote, and checks it',
  },
  mergesBlocks: {
    ko: '자기 VMCB와 하나로 합침: 어느 쪽이든 가로챌 일은 가로챔',
    en: 'merges it with its own: what either intercepts is intercepted',
  },
  runsInner: {
    ko: '실행됨: 여기서 나오는 exit도 호스트의 하이퍼바이저가 먼저 받음',
    en: 'runs: its exits come to the host’s hypervisor first',
  },
  // Exceptions.
  raises: { ko: '예외를 일으킴', en: 'raises an exception' },
  deliversInside: {
    ko: '게스트의 IDT를 따라 게스트 안에서 바로 전달: exit 없음',
    en: 'delivers it inside, by the guest’s IDT: no exit',
  },
  reinjects: {
    ko: '그 예외를 게스트에 다시 주입하기로 함',
    en: 'has the same exception injected into the guest',
  },
  handlesException: { ko: '예외를 처리함', en: 'handles the exception' },
  // A ported kernel.
  hypercall: { ko: '하이퍼콜 {{call}}: 링 0으로 트랩', en: 'hypercall {{call}}: traps to ring 0' },
  fastHandler: {
    ko: '하이퍼바이저를 거치지 않고 링 1의 커널로 감',
    en: 'goes to the kernel in ring 1, past the hypervisor',
  },
  entersHypervisor: {
    ko: '64비트 하이퍼바이저로 트랩',
    en: 'traps to the hypervisor, which is of 64 bits',
  },
  reflects: {
    ko: '링 1의 게스트 커널로 넘김',
    en: 'passes it to the guest’s kernel in ring 1',
  },
  trapsToHypervisor: {
    ko: '커널도 링 3이라 하이퍼바이저로 트랩',
    en: 'traps to the hypervisor: the kernel is in ring 3 too',
  },
  bounces: {
    ko: '페이지 테이블을 바꿔 게스트 커널로 넘김',
    en: 'switches page tables, passes it to the guest’s kernel',
  },
  returnsByCall: {
    ko: '커널의 하이퍼콜 {{call}}{을/를} 받아 앱으로 돌려보냄',
    en: 'returns to the application, at the kernel’s hypercall {{call}}',
  },
  // A translated kernel.
  caught: { ko: '트랩을 먼저 받아 변환된 커널로 보냄', en: 'gets the trap first, passes it on' },
  servesTranslated: { ko: '변환된 코드로 처리함', en: 'serves it, by translated code' },
  translatedTouch: {
    ko: '입출력 명령 자리에 넣어 둔 호출을 실행',
    en: 'runs what stands in place of IN or OUT',
  },
  modelInside: { ko: '안에 있는 장치 모델이 대답함', en: 'answers by a device model inside it' },
  throughHost: {
    ko: '호스트로 전환하여 진짜 장치에 시킴',
    en: 'after a switch to the host, has the real device do it',
  },
  ownDriver: { ko: '자기 드라이버로 진짜 장치에 시킴', en: 'has the real device do it' },
  // A shared kernel.
  filters: {
    ko: '시스템 콜 필터(seccomp)가 있으면 대조함',
    en: 'checks it by the system-call filter, if it has one',
  },
  servesShared: { ko: '시스템 콜을 직접 처리함', en: 'serves the call itself' },
  sharedDriver: { ko: '진짜 장치에 바로 시킴', en: 'has the real device do it' },
  sharedTable: { ko: '컨테이너의 페이지 테이블에 씀', en: 'writes to the container’s page table' },
  nativeTable: { ko: '자기 페이지 테이블에 바로 씀', en: 'writes to its own page table' },
  sharedInterrupt: { ko: '인터럽트를 처리함', en: 'handles the interrupt' },
  sharedHalt: { ko: 'HLT로 쉼', en: 'goes idle by HLT' },
  // An emulated CPU.
  interprets: {
    ko: '명령 하나를 소프트웨어로 실행',
    en: 'carries one instruction out in software',
  },
  interpretsSyscall: {
    ko: '시스템 콜을 흉내 냄: 게스트의 모드 비트도 데이터일 뿐',
    en: 'imitates the system call: the guest’s mode bit is data',
  },
  interpretsPageTable: { ko: '페이지 테이블 쓰기를 흉내 냄', en: 'imitates the page-table write' },
  interpretsInterrupt: { ko: '인터럽트를 흉내 냄', en: 'imitates the interrupt' },
  interpretsHalt: { ko: 'HLT를 흉내 냄', en: 'imitates HLT' },
  interpretsCpuid: { ko: 'CPUID를 흉내 냄', en: 'imitates CPUID' },
  interpretsTouch: {
    ko: '장치를 건드리는 명령을 해석',
    en: 'reads that a device is to be touched',
  },
  asked: { ko: '에뮬레이터의 시스템 콜을 받음', en: 'takes a system call of the emulator' },
  interpretsOn: { ko: '다음 명령으로 감', en: 'goes on to the next instruction' },
} satisfies Texts;
