import type { ExitReason } from '../../world/machine/exit.ts';
import type {
  DeviceName,
  FilterAction,
  Platform,
  ScrubPolicy,
  Trap,
  WipePolicy,
} from '../../world/machine/host.ts';
import type { Words } from '../../world/words.ts';

export const platforms = {
  type1: { ko: 'Type 1', en: 'Type 1' },
  type2: { ko: 'Type 2', en: 'Type 2' },
  container: { ko: '컨테이너 호스트', en: 'Container host' },
} satisfies Record<Platform, Words>;

/** Of memory and of disks alike: both are told as a host's policy. */
export const scrub = {
  never: { ko: '소거 안 함', en: 'no scrubbing' },
  'on-free': { ko: '해제 시 소거', en: 'scrub on free' },
  'on-allocate': { ko: '할당 시 소거', en: 'scrub on allocate' },
  'on-delete': { ko: '삭제 시 소거', en: 'wipe on delete' },
} satisfies Record<ScrubPolicy | WipePolicy, Words>;

export const wipe = {
  never: { ko: '소거 안 함', en: 'no wiping' },
  'on-delete': { ko: '삭제 시 소거', en: 'wipe on delete' },
} satisfies Record<WipePolicy, Words>;

/** `none` is an exit that is for no device: a call to the hypervisor itself. */
export const devices = {
  disk: { ko: '디스크', en: 'disk' },
  nic: { ko: '네트워크 카드', en: 'NIC' },
  floppy: { ko: '플로피', en: 'floppy' },
  xhci: { ko: 'USB 컨트롤러(xHCI)', en: 'USB (xHCI)' },
  none: { ko: '하이퍼콜', en: 'a hypercall' },
} satisfies Record<DeviceName | 'none', Words>;

/** What a filter can be about. */
export const traps = {
  disk: { ko: '디스크', en: 'disk' },
  nic: { ko: '네트워크 카드', en: 'NIC' },
  floppy: { ko: '플로피', en: 'floppy' },
  xhci: { ko: 'USB 컨트롤러(xHCI)', en: 'USB (xHCI)' },
  mmu_update: { ko: '하이퍼콜 mmu_update(1)', en: 'hypercall mmu_update (1)' },
  memory_op: { ko: '하이퍼콜 memory_op(12)', en: 'hypercall memory_op (12)' },
} satisfies Record<Trap, Words>;

export const filters = {
  emulate: { ko: '검사 없이 통과', en: 'no filter' },
  'bounds-check': { ko: '경계 검사', en: 'bounds check' },
  refuse: { ko: '거부', en: 'refuse' },
} satisfies Record<FilterAction | 'emulate', Words>;

export const exits = {
  io: { ko: '포트 I/O', en: 'port I/O' },
  mmio: { ko: 'MMIO', en: 'MMIO' },
  'page-table': { ko: '페이지 테이블 쓰기', en: 'page-table write' },
  cpuid: { ko: 'CPUID 명령', en: 'CPUID' },
  hlt: { ko: '유휴(HLT)', en: 'HLT' },
  interrupt: { ko: '인터럽트', en: 'interrupt' },
  kick: { ko: 'virtio 알림(kick)', en: 'virtio kick' },
  hypercall: { ko: '하이퍼콜', en: 'hypercall' },
  syscall: { ko: '시스템 콜', en: 'system call' },
} satisfies Record<ExitReason, Words>;

/** How a host is patched. */
export const patching = {
  live: { ko: '라이브', en: 'live' },
  reboot: { ko: '재부팅', en: 'reboot' },
} satisfies Record<string, Words>;

/** Settings by the names of their fields, and what a command makes of several. */
export const settings = {
  sandbox: { ko: '장치 에뮬레이터 샌드박스', en: 'device-model sandbox' },
  seccomp: { ko: '시스템 콜 필터', en: 'system-call filter' },
  smt: { ko: 'SMT(동시 멀티스레딩)', en: 'SMT (two threads a core)' },
  l1Flush: { ko: 'VM 진입 때 L1 비우기', en: 'L1 flush at VM entry' },
  dedup: { ko: '페이지 병합', en: 'page merging' },
  cachePartition: { ko: '캐시(LLC) 분할', en: 'cache (LLC) partition' },
  counters: { ko: '성능 카운터 감시', en: 'watch of performance counters' },
  promiscuous: { ko: '무차별 모드', en: 'promiscuous mode' },
  macChanges: { ko: 'MAC 주소 변경', en: 'MAC changes' },
  forgedTransmits: { ko: '위조 전송', en: 'forged transmits' },
  'arp-inspection': { ko: 'ARP 검사', en: 'ARP inspection' },
  'reject-all': { ko: '무차별·위조 MAC 거부', en: 'reject promiscuous, forged' },
  arpInspection: { ko: 'ARP 검사', en: 'ARP inspection' },
} satisfies Record<string, Words>;

export const switched = {
  on: { ko: '켜짐', en: 'on' },
  off: { ko: '꺼짐', en: 'off' },
  accept: { ko: '허용', en: 'accepted' },
  reject: { ko: '거부', en: 'rejected' },
} satisfies Record<string, Words>;
