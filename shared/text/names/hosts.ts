import type { Card, NoFunction } from '../../world/machine/card.ts';
import type { Model } from '../../world/machine/device.ts';
import type { ExitReason } from '../../world/machine/exit.ts';
import type { Grant } from '../../world/machine/grants.ts';
import type { TrapChoice } from '../../world/machine/held.ts';
import type {
  DeviceName,
  FilterAction,
  Platform,
  ScrubPolicy,
  Trap,
  WipePolicy,
} from '../../world/machine/host.ts';
import type { Program, Trusted } from '../../world/machine/host-os.ts';
import type { Tool } from '../../world/machine/tools.ts';
import type { ShareLevel } from '../../world/machine/vm.ts';
import type { Words } from '../../world/words.ts';

export const platforms = {
  type1: { ko: 'Type 1', en: 'Type 1' },
  type2: { ko: 'Type 2', en: 'Type 2' },
  container: { ko: '컨테이너 호스트', en: 'Container host' },
  native: { ko: '물리 서버', en: 'Native server' },
} satisfies Record<Platform, Words>;

/** Of memory and of disks alike: both are told as a host's policy. */
export const scrub = {
  never: { ko: '소거 안 함', en: 'no scrubbing' },
  'on-free': { ko: '해제 시 소거', en: 'scrub on free' },
  'on-allocate': { ko: '할당 시 소거', en: 'scrub on allocate' },
  'on-death': { ko: 'VM 삭제 시에만 소거', en: 'scrub dead VMs only' },
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
  svga: { ko: '그래픽 카드(SVGA)', en: 'display (SVGA)' },
  none: { ko: '하이퍼콜', en: 'a hypercall' },
} satisfies Record<DeviceName | 'none', Words>;

/** Models of disks and network cards. */
export const models = {
  ide: { ko: 'IDE(에뮬레이션)', en: 'IDE (emulated)' },
  pcnet: { ko: 'PCnet(에뮬레이션)', en: 'PCnet (emulated)' },
  rtl8139: { ko: 'RTL8139(에뮬레이션)', en: 'RTL8139 (emulated)' },
  para: { ko: '반가상화(virtio)', en: 'paravirtual (virtio)' },
} satisfies Record<Model, Words>;

/** What a filter can be about. */
export const traps = {
  disk: { ko: '디스크', en: 'disk' },
  nic: { ko: '네트워크 카드', en: 'NIC' },
  floppy: { ko: '플로피', en: 'floppy' },
  xhci: { ko: 'USB 컨트롤러(xHCI)', en: 'USB (xHCI)' },
  svga: { ko: '그래픽 카드(SVGA)', en: 'display (SVGA)' },
  mmu_update: { ko: '하이퍼콜 mmu_update(1)', en: 'hypercall mmu_update (1)' },
  memory_op: { ko: '하이퍼콜 memory_op(12)', en: 'hypercall memory_op (12)' },
  io: { ko: '포트 I/O', en: 'port I/O' },
  mmio: { ko: '메모리 맵 I/O(MMIO)', en: 'MMIO' },
  vmrun: { ko: '중첩 게스트 진입(VMRUN)', en: 'nested entry (VMRUN)' },
  exception: { ko: '예외(#AC·#DB)', en: 'exceptions (#AC, #DB)' },
} satisfies Record<Trap, Words>;

/** What a VM has for a network card. */
export const cards = {
  virtual: { ko: '가상 카드', en: 'virtual' },
  vf: { ko: 'NIC의 VF(SR-IOV)', en: 'a VF of the NIC (SR-IOV)' },
  whole: { ko: '직접 할당한 NIC', en: 'a whole NIC, passed through' },
  none: { ko: '바꾸는 중', en: 'being changed' },
} satisfies Record<Card, Words>;

/** Why a VM cannot be given a virtual function. */
export const noFunction = {
  technique: {
    ko: '이 기법의 게스트는 장치를 직접 다룰 수 없습니다',
    en: 'a guest of its technique cannot drive a device itself',
  },
  'no-driver': {
    ko: '게스트 OS에 VF 드라이버가 없습니다',
    en: 'its system has no driver for one',
  },
  'no-iommu': {
    ko: 'IOMMU가 꺼져 있어 게스트의 주소를 장치가 쓸 수 없습니다',
    en: 'with the IOMMU off a device cannot use the guest’s addresses',
  },
  'none-free': {
    ko: '남은 VF가 없습니다',
    en: 'none is free',
  },
} satisfies Record<NoFunction, Words>;

export const filters = {
  emulate: { ko: '검사 없이 통과', en: 'no filter' },
  'bounds-check': { ko: '경계 검사', en: 'bounds check' },
  refuse: { ko: '거부', en: 'refuse' },
  hold: { ko: '보류', en: 'hold' },
} satisfies Record<FilterAction | 'emulate', Words>;

/** What can be decided of an exit on the trap desk. */
export const choices = {
  emulate: { ko: '에뮬레이트', en: 'emulate' },
  refuse: { ko: '거부', en: 'refuse' },
  stop: { ko: 'VM 정지', en: 'stop the VM' },
} satisfies Record<TrapChoice, Words>;

export const exits = {
  io: { ko: '포트 I/O', en: 'port I/O' },
  mmio: { ko: '메모리 맵 I/O(MMIO)', en: 'MMIO' },
  'page-table': { ko: '페이지 테이블 쓰기', en: 'page-table write' },
  cpuid: { ko: 'CPUID 명령', en: 'CPUID' },
  hlt: { ko: '유휴(HLT)', en: 'HLT' },
  interrupt: { ko: '인터럽트', en: 'interrupt' },
  kick: { ko: 'virtio 알림(kick)', en: 'virtio kick' },
  hypercall: { ko: '하이퍼콜', en: 'hypercall' },
  syscall: { ko: '시스템 콜', en: 'system call' },
  vmrun: { ko: '중첩 게스트 진입(VMRUN)', en: 'nested entry (VMRUN)' },
  exception: { ko: '예외(#AC·#DB)', en: 'exception (#AC, #DB)' },
} satisfies Record<ExitReason, Words>;

/** How a host is patched. */
export const patching = {
  live: { ko: '라이브', en: 'live' },
  reboot: { ko: '재부팅', en: 'reboot' },
} satisfies Record<string, Words>;

/** Channels that guest tools open between a VM and its host. */
export const tools = {
  'shared-folders': { ko: '공유 폴더', en: 'shared folders' },
  'drag-and-drop': { ko: '끌어놓기', en: 'drag-and-drop' },
  clipboard: { ko: '클립보드 공유', en: 'shared clipboard' },
  'guest-operations': { ko: '게스트 작업', en: 'guest operations' },
} satisfies Record<Tool, Words>;

/** What a container was given of its host. */
export const grants = {
  privileged: { ko: '특권(privileged)', en: 'privileged mode' },
  'host-socket': { ko: '호스트 런타임 소켓', en: 'the host’s runtime socket' },
  'sys-admin': { ko: 'CAP_SYS_ADMIN 권한', en: 'CAP_SYS_ADMIN' },
} satisfies Record<Grant, Words>;

/** What runs on a host OS beside the hypervisor. */
export const programs = {
  mail: { ko: '메일', en: 'Mail' },
  browser: { ko: '브라우저', en: 'Browser' },
  'backup-agent': { ko: '백업 에이전트', en: 'Backup agent' },
} satisfies Record<Program, Words>;

/** Everything that holds all guests of a host in its hands. */
export const trusted = {
  ...programs,
  hypervisor: { ko: '하이퍼바이저', en: 'hypervisor' },
  dom0: { ko: 'Dom0(드라이버·관리 도구)', en: 'Dom0 (drivers, tools)' },
  'host-os': { ko: '호스트 OS', en: 'host OS' },
  'shared-kernel': { ko: '공유 커널', en: 'shared kernel' },
  runtime: { ko: '컨테이너 런타임', en: 'container runtime' },
} satisfies Record<Trusted, Words>;

/** Settings by the names of their fields, and what a command makes of several. */
export const settings = {
  sandbox: { ko: '장치 에뮬레이터 샌드박스', en: 'device-model sandbox' },
  seccomp: { ko: '시스템 콜 필터', en: 'system-call filter' },
  smt: { ko: 'SMT(동시 멀티스레딩)', en: 'SMT (two threads a core)' },
  microcode: { ko: 'L1 비우기 명령(마이크로코드)', en: 'L1 flush command (microcode)' },
  l1Flush: { ko: 'VM 진입 때 L1 비우기', en: 'L1 flush at VM entry' },
  accel3d: { ko: '3D 가속', en: '3-D acceleration' },
  vhost: { ko: 'vhost(커널 안의 virtio-net)', en: 'vhost (virtio-net in the kernel)' },
  dedup: { ko: '페이지 병합', en: 'page merging' },
  nested: { ko: '중첩 가상화', en: 'nested virtualisation' },
  cachePartition: { ko: '캐시(LLC) 분할', en: 'cache (LLC) partition' },
  exitMerging: { ko: '이어지는 exit 합치기', en: 'merging of exits' },
  dedicated: { ko: '전용 호스트', en: 'dedicated host' },
  overcommit: { ko: '메모리 오버커밋', en: 'memory overcommit' },
  logCap: { ko: '장치 모델 로그의 크기 제한', en: 'cap on device-model logs' },
  counters: { ko: '성능 카운터 감시', en: 'watch of performance counters' },
  userns: { ko: '사용자 네임스페이스 재매핑', en: 'user-namespace remap' },
  edr: { ko: '호스트 EDR', en: 'host EDR' },
  iommu: { ko: 'IOMMU(DMA 재매핑)', en: 'IOMMU (DMA remapping)' },
  interruptRemapping: { ko: '인터럽트 재매핑', en: 'interrupt remapping' },
  spoofCheck: { ko: 'VF 스푸프 검사', en: 'spoof check of VFs' },
  vfTrust: { ko: 'VF 신뢰(trust)', en: 'trust in VFs' },
  limit: { ko: 'CPU 상한', en: 'CPU limit' },
  reserved: { ko: '자원 예약', en: 'reservation' },
  shares: { ko: 'CPU 가중치(shares)', en: 'CPU shares' },
  quota: { ko: '테넌트 할당량', en: 'tenant quota' },
  automaticPush: { ko: '정책 자동 배포', en: 'automatic push' },
  credential: { ko: '관리 자격 증명', en: 'management credential' },
  introspection: { ko: 'VM 인트로스펙션', en: 'VM introspection' },
  ssh: { ko: 'SSH 서비스', en: 'SSH service' },
  slp: { ko: 'SLP 서비스', en: 'SLP service' },
  lockdown: { ko: '잠금 모드', en: 'lockdown mode' },
  mfa: { ko: '다중 인증(MFA)', en: 'multi-factor authentication (MFA)' },
  hostAudit: { ko: '호스트 감사 기록', en: 'audit records of the host' },
  repositoryFrom: {
    ko: '다른 구역에서 오는 백업 서버 접속',
    en: 'the backup server from other zones',
  },
  backupsEncrypted: { ko: '백업 암호화', en: 'encryption of backups' },
  backupsImmutable: { ko: '변경할 수 없는 백업', en: 'immutable backups' },
  storeFrom: {
    ko: '호스트가 아닌 곳의 데이터스토어 접속',
    en: 'the datastore from elsewhere than its hosts',
  },
  imageSigned: { ko: '이미지 서명', en: 'signature of an image' },
  imageSignatures: {
    ko: '배포할 때 이미지 서명 검증',
    en: 'signatures of images, verified at deployment',
  },
  configHashes: {
    ko: '켤 때 VM 설정 검사',
    en: 'configurations of VMs, checked at power-on',
  },
  configApproved: { ko: 'VM 설정 승인', en: 'approval of a VM configuration' },
  serverFrom: {
    ko: '다른 구역에서 오는 관리 서버 접속',
    en: 'the management server from other zones',
  },
  managedFrom: { ko: '다른 구역에서 오는 관리 접속', en: 'management from other zones' },
  memoryEncrypted: { ko: '메모리 암호화', en: 'memory encryption' },
  promiscuous: { ko: '무차별 모드', en: 'promiscuous mode' },
  macChanges: { ko: 'MAC 주소 변경', en: 'MAC changes' },
  forgedTransmits: { ko: '위조 전송', en: 'forged transmits' },
  'arp-inspection': { ko: 'ARP 검사', en: 'ARP inspection' },
  'reject-all': { ko: '무차별·위조 MAC 거부', en: 'reject promiscuous, forged' },
  arpInspection: { ko: 'ARP 검사', en: 'ARP inspection' },
  'own-vlan': { ko: 'VLAN 바로잡기', en: 'a VLAN of its own' },
  management: { ko: '관리 네트워크 VLAN', en: 'VLAN of the management network' },
  migrationEncryption: { ko: '마이그레이션 암호화', en: 'migration encryption' },
  'dhcp-guard': { ko: 'DHCP 가드', en: 'DHCP guard' },
  dhcpGuard: { ko: 'DHCP 가드', en: 'DHCP guard' },
  trunk: { ko: '포트 VLAN', en: 'port VLAN' },
  generationId: { ko: 'VM 세대 ID', en: 'VM generation ID' },
  recipe: { ko: '이미지를 레시피로 새로 빌드', en: 'image built again from a recipe' },
  revoked: { ko: '이미지에 남은 키의 교체', en: 'change of the keys left in an image' },
  ownerAsked: { ko: '테넌트에 담당자 확인', en: 'tenant asked who answers' },
} satisfies Record<string, Words>;

/** How much a guest counts where there is not enough for all. */
export const shares = {
  low: { ko: '낮음(×0.5)', en: 'low (×0.5)' },
  normal: { ko: '보통(×1)', en: 'normal (×1)' },
  high: { ko: '높음(×2)', en: 'high (×2)' },
} satisfies Record<ShareLevel, Words>;

export const switched = {
  on: { ko: '켜짐', en: 'on' },
  off: { ko: '꺼짐', en: 'off' },
  accept: { ko: '허용', en: 'accepted' },
  reject: { ko: '거부', en: 'rejected' },
  access: { ko: '액세스 포트', en: 'access port' },
  trunk: { ko: '트렁크', en: 'trunk' },
  own: { ko: '호스트만의 것', en: 'its own' },
} satisfies Record<string, Words>;
