import type { Texts } from '../../../world/words.ts';

/** Of a host’s hardware: what its guests share, what is passed through, and what has to be trusted there. */
export const hardware = {
  ownDevices: { ko: '직접 할당한 장치와 IOMMU', en: 'Devices passed through, and the IOMMU' },
  card: { ko: '네트워크 카드', en: 'Network card' },
  cardNote: {
    ko: '가상 스위치를 지나지 않습니다. 규칙도 가상 IDS도 적용되지 않고, 켜 둔 채로 옮길 수 없습니다.',
    en: 'It goes past the virtual switch: no rule and no virtual IDS apply, and it cannot be moved live.',
  },
  ownDrivers: { ko: '장치를 직접 쓰는 VM', en: 'VMs with a device of their own' },
  iommu: { ko: 'IOMMU(DMA 재매핑)', en: 'IOMMU (DMA remapping)' },
  iommuNote: {
    ko: '장치가 자기 VM의 프레임에만 닿습니다. 가상 장치의 패킷마다 매핑에 365사이클이 듭니다(게임에서 정한 값).',
    en: 'Devices reach the frames of their own VM only. Mapping costs 365 cycles a packet of a virtual device (the game’s own figure).',
  },
  noIommuNote: {
    ko: '직접 할당된 장치가 있다면 호스트의 모든 프레임에 닿습니다.',
    en: 'A device that is passed through reaches every frame of the host.',
  },
  interruptRemapping: { ko: '인터럽트 재매핑', en: 'Interrupt remapping' },
  remappingNote: {
    ko: '꺼져 있으면 장치가 아무 인터럽트나 일으킬 수 있습니다. IOMMU만으로는 막지 못합니다.',
    en: 'While it is off a device can raise any interrupt. The IOMMU alone does not stop that.',
  },
  noRemappingNote: {
    ko: '이 칩셋({{year}}년)은 지원하지 않습니다. 직접 할당한 장치를 거두는 것이 방법입니다.',
    en: 'This chipset ({{year}}) cannot do it. What is left is to take back what was passed through.',
  },
  spoofCheck: { ko: 'VF 스푸프 검사', en: 'Spoof check of VFs' },
  spoofNote: {
    ko: 'VF {{vfs}}개 가운데 {{used}}개를 나눠 주었습니다. 검사가 꺼져 있으면 VF가 이웃의 MAC 주소를 쓸 수 있습니다.',
    en: 'VFs given away: {{used}} of {{vfs}}. Unchecked, a VF can take a neighbour’s MAC address.',
  },
  sharedHardware: { ko: '이웃과 함께 쓰는 하드웨어', en: 'Hardware that neighbours share' },
  dedup: { ko: '페이지 병합', en: 'Page merging' },
  dedupNote: {
    ko: '병합된 페이지 {{pages}}개, 그만큼 프레임을 아낍니다. 끄면 빈 프레임 {{free}}개에서 하나씩 씁니다.',
    en: 'Merged pages: {{pages}}. Each saves a frame, and takes one when it is switched off (free frames: {{free}}).',
  },
  dedupOffNote: {
    ko: 'VM마다 자기 프레임을 씁니다. Flush+Reload와 로우해머의 전제가 없습니다.',
    en: 'Each VM has frames of its own: Flush+Reload and Rowhammer have nothing to rest on.',
  },
  llc: { ko: '마지막 단계 캐시(LLC)', en: 'Last-level cache (LLC)' },
  llcShared: { ko: '모두 함께', en: 'shared by all' },
  llcParted: { ko: 'VM마다 나뉨', en: 'partitioned' },
  llcNote: {
    ko: '한 VM이 채우면 다른 VM의 데이터가 밀려납니다. Prime+Probe는 그 시간을 잽니다.',
    en: 'What one VM fills displaces what another had there: Prime+Probe times it.',
  },
  llcPartedNote: {
    ko: 'VM마다 캐시가 줄어, TLB 미스 한 번에 약 200사이클이 더 듭니다(게임에서 정한 값).',
    en: 'Each VM has less of it: about 200 cycles more for each TLB miss (the game’s own figure).',
  },
  smt: { ko: 'SMT(동시 멀티스레딩)', en: 'SMT (two threads a core)' },
  smtNote: {
    ko: '한 코어의 두 스레드가 L1을 함께 씁니다. 끄면 바쁜 호스트의 처리량이 최대 30% 줄어듭니다(VMware).',
    en: 'Two threads of a core share its L1. Switched off, a busy host loses up to 30% of its throughput (VMware).',
  },
  noSmt: { ko: '이 CPU에는 없음', en: 'not in this CPU' },
  smtOffNote: {
    ko: '코어마다 스레드가 하나뿐이라 L1을 동시에 쓰는 이웃이 없습니다.',
    en: 'Each core runs one thread: nobody uses its L1 at the same time.',
  },
  microcode: { ko: 'L1 비우기 명령(마이크로코드)', en: 'L1 flush command (microcode)' },
  microcodeNote: {
    ko: '2018년 8월 마이크로코드가 CPU에 L1 데이터 캐시를 비우는 명령을 주었습니다.',
    en: 'Microcode of August 2018 gave the CPU a command that empties its L1 data cache.',
  },
  noMicrocodeNote: {
    ko: '명령이 없으면 하이퍼바이저가 캐시 두 배 크기의 데이터를 읽어 밀어냅니다. 막는 것은 같고 세 배쯤 듭니다(게임에서 정한 값).',
    en: 'Without the command the hypervisor loads data of twice its size to push out what is there: as safe, at about three times the cost (the game’s own figure).',
  },
  l1Flush: { ko: 'VM 진입 때 L1 비우기', en: 'L1 flush at VM entry' },
  l1tfNote: {
    ko: '{{year}}년 CPU에는 L1TF가 있습니다. 비우면 진입마다 약 {{cycles}}사이클이 듭니다(게임에서 정한 값).',
    en: 'A CPU of {{year}} has L1TF. A flush costs about {{cycles}} {cycle/cycles} at each entry (the game’s own figure).',
  },
  noL1tfNote: {
    ko: '이 호스트({{year}}년)는 L1TF에 취약하지 않아 비우지 않아도 됩니다.',
    en: 'This host ({{year}}) is not open to L1TF: it needs no flush.',
  },
  rowGuard: { ko: 'ECC · TRR 메모리', en: 'Memory with ECC and TRR' },
  rowGuardNote: {
    ko: '로우해머로 뒤집힌 비트를 바로잡고, 자주 활성화된 행을 다시 충전합니다.',
    en: 'Corrects bits that Rowhammer flips, and refreshes rows that are beaten.',
  },
  noRowGuardNote: {
    ko: '일부 프레임은 옆 행을 자주 읽으면 비트가 뒤집힙니다. 병합된 페이지가 거기 있으면 위험합니다.',
    en: 'In some frames a bit flips when the rows beside them are beaten: a danger to merged pages there.',
  },
  present: { ko: '있음', en: 'present' },
  trust: { ko: '넘어가면 무엇이 뒤따르나', en: 'What follows if it falls' },
  credential: { ko: '관리 자격 증명', en: 'Management credential' },
  credentialOf: { ko: '{{mark}} · {{hosts}}도 같은 것', en: '{{mark}}, as on {{hosts}}' },
  credentialNote: {
    ko: '이 호스트에서 훔치면 {{hosts}}도 새 취약점 없이 열립니다.',
    en: 'Stolen here, it opens {{hosts}} as well, by no new flaw.',
  },
  credentialOwn: { ko: '이 호스트만의 것', en: 'its own' },
  credentialOwnNote: {
    ko: '여기서 훔쳐도 다른 호스트는 열리지 않습니다.',
    en: 'Stolen here, it opens no other host.',
  },
  management: { ko: '관리 네트워크', en: 'Management network' },
  managementOf: { ko: '{{network}}번', en: 'number {{network}}' },
  managementNote: {
    ko: '{{hosts}}의 관리 인터페이스에 여기서 도달할 수 있습니다.',
    en: 'The management interfaces of {{hosts}} can be reached from here.',
  },
  managementAlone: {
    ko: '다른 호스트의 관리 인터페이스에는 도달할 수 없습니다.',
    en: 'No other host’s management interface can be reached from here.',
  },
  hostReads: { ko: '호스트가 읽는 메모리', en: 'Memory the host reads' },
  hostReadsOf: {
    ko: 'VM {{all}}개 중 {{sealed}}개 암호화됨',
    en: 'encrypted VMs: {{sealed}} of {{all}}',
  },
  hostReadsNote: {
    ko: '하이퍼바이저는 암호화된 VM 말고는 모든 VM의 프레임을 읽을 수 있습니다. 넘어가면 공격자도 그렇습니다.',
    en: 'A hypervisor can read any frame of its VMs but those encrypted. If it falls, so can the attacker.',
  },
  hostReadsNoteShared: {
    ko: '컨테이너에는 하이퍼바이저가 없습니다. 호스트 커널이 모두 읽을 수 있고, 넘어가면 공격자도 그렇습니다.',
    en: 'The kernel that containers share can read all their memory. If it falls, so can the attacker.',
  },
  memoryEncryption: { ko: '메모리 암호화', en: 'Memory encryption' },
  supported: { ko: '지원', en: 'supported' },
  memoryEncryptionNote: {
    ko: 'CPU가 호스트에 없는 키로 VM의 메모리를 암호화할 수 있습니다(SEV-SNP, TDX).',
    en: 'Its CPU can encrypt a VM’s memory with a key the host never has (SEV-SNP, TDX).',
  },
  noMemoryEncryptionNote: {
    ko: '이 CPU로는 호스트로부터 VM의 메모리를 지킬 수 없습니다.',
    en: 'With this CPU nothing keeps a VM’s memory from its host.',
  },
  attestation: { ko: '무결성 증명(S12)', en: 'Attestation (S12)' },
  attestedAt: { ko: '{{time}}에 일치', en: 'as it should be at {{time}}' },
  neverAttested: { ko: '증명한 적 없음', en: 'never attested' },
  noTpm: { ko: 'TPM 없음', en: 'no TPM' },
  attestationNote: {
    ko: '부팅 체인과 서명되지 않은 모듈은 드러나고, 부팅 뒤 메모리에서만 바뀐 코드는 드러나지 않습니다.',
    en: 'Shows the boot chain and unsigned modules; not code that was only patched in memory since.',
  },
  noTpmNote: {
    ko: '무엇을 부팅했는지 측정하는 것이 없습니다. 호스트 조사는 할 수 있습니다.',
    en: 'Nothing measures what it booted. It can still be investigated.',
  },
  introspection: { ko: 'VM 인트로스펙션(S8)', en: 'VM introspection (S8)' },
  introspectionNote: {
    ko: '에이전트 없이 게스트의 커널을 봅니다. 암호화된 VM은 볼 수 없고, 호스트가 넘어가면 믿을 수 없습니다.',
    en: 'Sees guests’ kernels without an agent. Blind to encrypted VMs, and not to be believed once the host has fallen.',
  },
  memoryKey: { ko: '메모리 암호화', en: 'Memory encryption' },
  memoryKeyNote: {
    ko: '호스트가 넘어가도 메모리를 읽지 못합니다. 실행 중에는 옮기거나 조사할 수 없습니다.',
    en: 'Even a host that fell cannot read it. It cannot be moved or investigated while it runs.',
  },
  noMemoryKeyNote: {
    ko: '호스트가 이 VM의 모든 프레임을 읽을 수 있습니다.',
    en: 'Its host can read any frame of it.',
  },
  hostState: { ko: '상태', en: 'State' },
  takenNote: {
    ko: '공격자가 게스트 아래에 있습니다. 재설치해야 나갑니다.',
    en: 'An attacker is below its guests until it is reinstalled.',
  },
  toolsNote: {
    ko: '게스트 작업이 켜져 있으면 호스트가 VM 안에서 명령을 실행할 수 있습니다.',
    en: 'With guest operations on, its host can run commands in it.',
  },
  counters: { ko: '성능 카운터 감시(S13)', en: 'Performance counters (S13)' },
  countersNote: {
    ko: '캐시 미스와 행 활성화가 보이는 유일한 곳입니다. 무엇이 새었는지는 보이지 않습니다.',
    en: 'The only place that shows cache misses and row activations; never what leaked.',
  },
  mergedFrames: { ko: '병합된 페이지', en: 'Merged pages' },
  mergedOf: {
    ko: '{{frames}}개 · 이웃의 프레임에서 읽음',
    en: '{{frames}}, read in a neighbour’s frames',
  },
  category: { ko: '카테고리', en: 'Category' },
  needsOf: {
    ko: '꼭 필요한 것: {{needs}}. 그래서 달리 막지 않으면 가능한 공격: {{attacks}}',
    en: 'Cannot do without: {{needs}}. Possible for that reason, unless stopped otherwise: {{attacks}}',
  },
  needsOnly: {
    ko: '꼭 필요한 것: {{needs}}.',
    en: 'Cannot do without: {{needs}}.',
  },
  needsNothing: {
    ko: '따로 열어 두지 않고도 실행할 방법이 있어, 이 일이라서 더 생기는 공격은 없습니다.',
    en: 'It can be run with nothing left open for it: its work adds no attack.',
  },
} satisfies Texts;
