import type { Texts } from '../../world/words.ts';

/** What is written on the map itself. Short: it has to fit on a building. */
export const map = {
  host: { ko: 'H{{id}}', en: 'H{{id}}' },
  vm: { ko: 'vm{{id}}', en: 'vm{{id}}' },
  kind: { ko: '{{platform}} · {{year}}년식', en: '{{platform}} · {{year}}' },
  load: { ko: '부하 {{percent}}%', en: 'Load {{percent}}%' },
  ring3: { ko: '링 3', en: 'Ring 3' },
  /** Where a guest's kernel runs, at three lengths. */
  kernels: {
    nonRoot: {
      long: { ko: '링 0 커널 · 비루트 모드', en: 'Ring 0 kernel, non-root' },
      usual: { ko: '링 0 커널', en: 'Ring 0 kernel' },
      short: { ko: '링 0', en: 'Ring 0' },
    },
    native: {
      long: { ko: '링 0 커널 · 하드웨어를 직접 씀', en: 'Ring 0 kernel, on the metal' },
      usual: { ko: '링 0 커널', en: 'Ring 0 kernel' },
      short: { ko: '링 0', en: 'Ring 0' },
    },
    one: {
      long: { ko: '링 1로 강등된 커널', en: 'Kernel deprivileged to ring 1' },
      usual: { ko: '링 1 커널', en: 'Ring 1 kernel' },
      short: { ko: '링 1', en: 'Ring 1' },
    },
    three: {
      long: { ko: '링 3으로 강등된 커널', en: 'Kernel deprivileged to ring 3' },
      usual: { ko: '링 3 커널', en: 'Ring 3 kernel' },
      short: { ko: '링 3', en: 'Ring 3' },
    },
    process: {
      long: { ko: '프로세스 안의 커널', en: 'Kernel in a process' },
      usual: { ko: '프로세스 안', en: 'In a process' },
      short: { ko: '프로세스', en: 'Process' },
    },
  },
  foundLong: { ko: '{{ring}}에 침입자 코드', en: 'Intruder’s code, {{ring}}' },
  found: { ko: '침입자 코드', en: 'Intruder' },
  moving: { ko: 'H{{host}}{으로/로} 이동', en: 'to H{{host}}' },
  hypervisorPlain: { ko: '하이퍼바이저', en: 'Hypervisor' },
  sharedKernelPlain: { ko: '공유 커널', en: 'Shared kernel' },
  hypervisor: { ko: '하이퍼바이저 빌드 {{build}}', en: 'Hypervisor build {{build}}' },
  hypervisorShort: { ko: '하이퍼바이저 {{build}}', en: 'Hypervisor {{build}}' },
  sharedKernel: { ko: '공유 커널 빌드 {{build}}', en: 'Shared kernel build {{build}}' },
  sharedKernelShort: { ko: '공유 커널 {{build}}', en: 'Kernel {{build}}' },
  build: { ko: '빌드 {{build}}', en: 'Build {{build}}' },
  fix: { ko: '(수정 {{build}})', en: '(fix {{build}})' },
  takenAt: { ko: '장악됨 {{time}}', en: 'Taken {{time}}' },
  taken: { ko: '장악됨', en: 'Taken over' },
  boundary: { ko: '컨테이너의 경계는 이 한 층뿐', en: 'The only floor below containers' },
  boundaryShort: { ko: '경계는 한 층', en: 'The only floor' },
  seccomp: { ko: 'seccomp 켜짐', en: 'seccomp on' },
  noSeccomp: { ko: 'seccomp 꺼짐', en: 'seccomp off' },
  appOfHost: { ko: '호스트 OS의 앱 하나', en: 'An app of the host OS' },
  appShort: { ko: '앱 하나', en: 'An app' },
  hostOs: { ko: '호스트 OS', en: 'Host OS' },
  hostOsBuild: { ko: '호스트 OS 빌드 {{build}}', en: 'Host OS build {{build}}' },
  dom0: { ko: 'Dom0', en: 'Dom0' },
  dom0Long: { ko: 'Dom0 · 드라이버·도구', en: 'Dom0: drivers, tools' },
  hostOsMore: { ko: '하드웨어를 관리하는 층', en: 'This floor controls the hardware' },
  hostOsShort: { ko: '한 층 더', en: 'One more floor' },
  root: { ko: '루트 모드(root mode)', en: 'Root mode' },
  rootShort: { ko: '루트 모드', en: 'Root mode' },
  ringZero: { ko: '링 0', en: 'Ring 0' },
  virtualSwitch: { ko: '가상 스위치', en: 'Virtual switch' },
  ownFirewall: {
    ko: '호스트 방화벽 · 정책 v{{version}}',
    en: 'Its own firewall · policy v{{version}}',
  },
  ownFirewallShort: { ko: '호스트 방화벽', en: 'Its own firewall' },
  enforces: { ko: '가상 스위치 · 정책 v{{version}}', en: 'Virtual switch · policy v{{version}}' },
  stale: {
    ko: '가상 스위치 · 정책 v{{version}} (최신 v{{policy}})',
    en: 'Virtual switch · policy v{{version}} (latest v{{policy}})',
  },
  staleShort: {
    ko: '정책 v{{version}} (최신 v{{policy}})',
    en: 'v{{version}} (latest v{{policy}})',
  },
  unbound: {
    ko: '가상 스위치 · 미등록 포트 {{count}}개는 필터링 안 됨',
    en: 'Virtual switch · {{count}} unregistered {port/ports}, not filtered',
  },
  unboundShort: { ko: '미등록 포트 {{count}}개', en: '{{count}} unregistered' },
  dropping: {
    ko: '가상 스위치 · 새 정책을 적용하는 동안 모두 버림',
    en: 'Virtual switch · loading policy, drops everything',
  },
  droppingShort: { ko: '정책 적용 중 · 모두 버림', en: 'Loading · drops all' },
  overloaded: {
    ko: '가상 스위치 · IPS 과부하로 모두 버림',
    en: 'Virtual switch · IPS overloaded, drops everything',
  },
  overloadedShort: { ko: 'IPS 과부하 · 모두 버림', en: 'IPS overloaded · drops all' },
  sight: {
    none: { ko: '센서가 볼 수 없는 구간', en: 'No sensor sees in here' },
    ids: { ko: 'IDS가 보는 구간', en: 'An IDS sees in here' },
    ips: { ko: 'IPS가 보고 막는 구간', en: 'An IPS sees and blocks here' },
  },
  sightShort: {
    none: { ko: '센서 없음', en: 'Unseen' },
    ids: { ko: 'IDS가 봄', en: 'IDS sees' },
    ips: { ko: 'IPS가 막음', en: 'IPS blocks' },
  },
  wire: {
    ids: { ko: '물리 IDS · 물리 네트워크만 봄', en: 'Physical IDS · physical network only' },
    ips: { ko: '물리 IPS · 물리 네트워크만 차단', en: 'Physical IPS · physical network only' },
  },
  wireShort: {
    ids: { ko: '물리 IDS', en: 'Physical IDS' },
    ips: { ko: '물리 IPS', en: 'Physical IPS' },
  },
  physicalSwitch: { ko: '물리 스위치', en: 'Physical switch' },
  vtx: { ko: 'VT-x', en: 'VT-x' },
  ept: { ko: 'EPT', en: 'EPT' },
  overcommits: { ko: '오버커밋', en: 'overcommit' },
  exitsMerged: { ko: 'exit 합침', en: 'exits merged' },
  svm: { ko: 'AMD-V', en: 'AMD-V' },
  npt: { ko: 'NPT', en: 'NPT' },
  nests: { ko: '중첩', en: 'nests' },
  smt: { ko: 'SMT', en: 'SMT' },
  iommu: { ko: 'IOMMU', en: 'IOMMU' },
  intRemap: { ko: '인터럽트 재매핑', en: 'interrupt remapping' },
  managed: {
    from: { ko: '관리 ← {{from}}', en: 'managed from {{from}}' },
    fromShort: { ko: '관리: {{from}}', en: 'mgmt: {{from}}' },
    fromZones: { ko: '관리: {{count}}개 구역', en: 'mgmt: {{count}} {zone/zones}' },
    alone: { ko: '관리 네트워크에서만', en: 'managed from its own network' },
    aloneShort: { ko: '관리: 전용', en: 'mgmt: own network' },
    lockdown: { ko: '잠금 모드', en: 'lockdown' },
    mfa: { ko: '다중 인증', en: 'MFA' },
  },
  spoofCheck: { ko: '스푸프 검사', en: 'spoof check' },
  l1tf: { ko: 'L1TF', en: 'L1TF' },
  merges: { ko: '병합 {{count}}', en: '{{count}} merged' },
  parted: { ko: 'LLC 분할', en: 'LLC parted' },
  dedicated: { ko: '{{tenant}} 전용', en: '{{tenant}} alone' },
  without: { ko: '{{feature}} 없음', en: 'no {{feature}}' },
  /** A guest of a guest, and the hypervisor that the guest is to it. */
  inner: {
    guestLong: { ko: 'L2 VM', en: 'L2 VM' },
    guest: { ko: 'L2', en: 'L2' },
    slabLong: { ko: '게스트 하이퍼바이저', en: 'Guest hypervisor' },
    slab: { ko: '하이퍼바이저', en: 'Hypervisor' },
  },
  /** The gate between devices and memory, and the small bar for their interrupts. */
  gate: {
    dma: {
      closed: { ko: 'IOMMU 켜짐', en: 'IOMMU on' },
      open: { ko: 'IOMMU 꺼짐', en: 'IOMMU off' },
      absent: { ko: 'IOMMU 없음', en: 'no IOMMU' },
    },
    dmaLong: {
      closed: {
        ko: 'IOMMU 켜짐 · 장치는 자기 VM의 프레임에만',
        en: 'IOMMU on: own VM’s frames only',
      },
      open: {
        ko: 'IOMMU 꺼짐 · 할당한 장치는 모든 프레임에',
        en: 'IOMMU off: devices reach every frame',
      },
      absent: {
        ko: 'IOMMU 없음 · 할당한 장치는 모든 프레임에',
        en: 'no IOMMU: devices reach every frame',
      },
    },
    interrupts: {
      closed: { ko: '인터럽트 재매핑 켜짐', en: 'interrupts remapped' },
      open: { ko: '인터럽트 재매핑 꺼짐', en: 'interrupts not remapped' },
      absent: { ko: '인터럽트 재매핑 없음', en: 'no interrupt remapping' },
    },
    interruptsShort: {
      closed: { ko: '인터럽트', en: 'interrupts' },
      open: { ko: '인터럽트', en: 'interrupts' },
      absent: { ko: '인터럽트', en: 'interrupts' },
    },
  },
  /** What guests share below them, in three lengths: a sign stands before each. */
  strip: {
    smt: {
      on: {
        long: { ko: 'SMT 켜짐: 두 스레드, 한 L1', en: 'SMT on: two threads, one L1' },
        usual: { ko: 'SMT 켜짐', en: 'SMT on' },
        short: { ko: 'SMT', en: 'SMT' },
      },
      off: {
        long: { ko: 'SMT 꺼짐', en: 'SMT off' },
        usual: { ko: 'SMT 꺼짐', en: 'SMT off' },
        short: { ko: 'SMT 끔', en: 'no SMT' },
      },
    },
    llc: {
      on: {
        long: { ko: 'LLC 함께 씀', en: 'LLC shared' },
        usual: { ko: 'LLC 공유', en: 'LLC shared' },
        short: { ko: 'LLC', en: 'LLC' },
      },
      off: {
        long: { ko: 'LLC VM마다 분할', en: 'LLC parted by VM' },
        usual: { ko: 'LLC 분할', en: 'LLC parted' },
        short: { ko: 'LLC', en: 'LLC' },
      },
    },
    pages: {
      on: {
        long: { ko: '페이지 병합 {{count}}', en: '{{count}} merged' },
        usual: { ko: '병합 {{count}}', en: '{{count}} merged' },
        short: { ko: '{{count}}', en: '{{count}}' },
      },
      off: {
        long: { ko: '페이지 병합 꺼짐', en: 'no merging' },
        usual: { ko: '병합 끔', en: 'no merging' },
        short: { ko: '끔', en: 'off' },
      },
    },
    rows: {
      on: {
        long: { ko: '행이 뒤집힐 수 있음: ECC·TRR 없음', en: 'rows can flip: no ECC, TRR' },
        usual: { ko: 'ECC·TRR 없음', en: 'no ECC, TRR' },
        short: { ko: 'ECC 없음', en: 'no ECC' },
      },
      off: {
        long: { ko: 'ECC·TRR 있음', en: 'ECC, TRR' },
        usual: { ko: 'ECC·TRR 있음', en: 'ECC, TRR' },
        short: { ko: 'ECC', en: 'ECC' },
      },
    },
  },
  tally: {
    ko: '프레임 {{count}} · 비어 있음 {{free}}',
    en: '{{count}} {frame/frames} · {{free}} free',
  },
  tallyResidue: {
    ko: '프레임 {{count}} · 비어 있음 {{free}} · 잔존 {{residue}}',
    en: '{{count}} {frame/frames} · {{free}} free · {{residue}} with residue',
  },
  tallyResidueShort: {
    ko: '비어 있음 {{free}} · 잔존 {{residue}}',
    en: '{{free}} free · {{residue}} residue',
  },
  tallyShort: { ko: '비어 있음 {{free}}', en: '{{free}} free' },
  served: { ko: '제공 {{percent}}%', en: '{{percent}}% served' },
  disk: { ko: '디스크', en: 'Disk' },
  backups: {
    behindFrom: {
      ko: '백업 서버 빌드 {{build}} (수정 {{fix}}) · {{zones}}',
      en: 'Backups, build {{build}} (fix {{fix}}) · {{zones}}',
    },
    from: { ko: '백업 서버 · {{zones}}', en: 'Backups · {{zones}}' },
    behind: {
      ko: '백업 서버 빌드 {{build}} (수정 {{fix}})',
      en: 'Backups, build {{build}} (fix {{fix}})',
    },
    name: { ko: '백업 서버', en: 'Backup server' },
    short: { ko: '백업', en: 'Backups' },
  },
  /** The datastore of a host, and who mounts it. */
  files: {
    own: { ko: '자체 디스크', en: 'its own disk' },
    hosts: { ko: '{{store}} · 호스트만 마운트', en: '{{store}} · hosts alone' },
    also: {
      ko: '{{store}} · {{zones}}에서도 마운트',
      en: '{{store}} · mounted from {{zones}} too',
    },
    alsoShort: { ko: '{{store}} · {{zones}}', en: '{{store}} · {{zones}} too' },
  },
  /** How often a guest leaves itself, by what it does that. */
  rates: {
    exits: { ko: 'VM exit {{count}}/초', en: '{{count}}/s VM exits' },
    hypercalls: { ko: '하이퍼콜 {{count}}/초', en: '{{count}}/s hypercalls' },
    translated: { ko: '변환된 호출 {{count}}/초', en: '{{count}}/s transl. calls' },
    emulated: { ko: '에뮬레이션 {{count}}/초', en: '{{count}}/s emulated' },
    syscalls: { ko: '시스템 콜 {{count}}/초', en: '{{count}}/s system calls' },
  },
  syscall: { ko: '시스템 콜', en: 'system call' },
  port: { ko: '포트 {{port}}', en: 'Port {{port}}' },
  refused: { ko: '거부', en: 'refused' },
  held: { ko: '보류', en: 'held' },
  sandbox: { ko: '장치 샌드박스', en: 'Device sandbox' },
  noSandbox: { ko: '샌드박스 없음', en: 'No sandbox' },
  filter: { ko: '{{device}} {{action}}', en: '{{device}}: {{action}}' },
  noFilters: { ko: 'exit 필터 없음', en: 'No exit filters' },
  written: { ko: '쓴 프레임 {{written}}/{{count}}', en: '{{written}}/{{count}} written' },
} as const satisfies Texts;
