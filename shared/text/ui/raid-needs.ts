import type { Room } from '../kinds.ts';

/** Preconditions on an attacker's card: a few words each, as they read while they are true. */
const short = {
  'is-tenant': { ko: '테넌트임', en: 'a tenant' },
  'vm-is-theirs': { ko: '빌린 VM', en: 'a VM of ours' },
  'guest-runs': { ko: 'VM 켜짐', en: 'VM is on' },
  'code-in-guest': { ko: 'VM 안에서 코드 실행', en: 'code runs in the VM' },
  'ports-in-guest': { ko: 'I/O 포트 권한(root·커널)', en: 'I/O permission (root, kernel)' },
  'root-in-guest': { ko: 'VM의 root 권한', en: 'root in the VM' },
  'kernel-in-guest': { ko: 'VM의 커널 장악', en: 'its kernel is ours' },
  'source-runs': { ko: '출발지 VM 켜짐', en: 'source VM is on' },
  'code-in-source': { ko: '출발지 VM에서 코드 실행', en: 'code runs in the source' },
  'root-in-source': { ko: '출발지 VM의 root 권한', en: 'root in the source' },
  'own-kernel': { ko: '컨테이너가 아님', en: 'no container' },
  'kernel-open': { ko: '게스트 커널 미패치 또는 root', en: 'guest kernel unpatched, or root' },
  'host-unpatched': { ko: '하이퍼바이저 미패치', en: 'hypervisor unpatched' },
  'process-unpatched': { ko: '장치 프로세스 미패치', en: 'device process unpatched' },
  'runs-component': { ko: '취약점이 있는 서비스', en: 'runs the flawed service' },
  'service-unpatched': { ko: '서비스 미패치', en: 'service unpatched' },
  'on-this-host': { ko: '그 호스트에 있음', en: 'stands on that host' },
  'has-device': { ko: '가상 장치가 달림', en: 'has the device' },
  'exit-unchecked': { ko: 'VM exit 필터 없음', en: 'exits unfiltered' },
  'device-process-unconfined': {
    ko: '장치 프로세스 샌드박스 없음',
    en: 'device process unconfined',
  },
  'is-paravirtual': { ko: '반가상화', en: 'paravirtual' },
  'shares-kernel': { ko: '호스트 커널을 함께 씀', en: 'shares the host’s kernel' },
  'calls-unfiltered': { ko: '시스템 콜 필터 없음', en: 'calls unfiltered' },
  'frame-is-theirs': { ko: '프레임을 할당받음', en: 'the frame is ours' },
  'foreign-residue': { ko: '프레임에 타 테넌트의 잔존 데이터', en: 'others’ residue in frames' },
  'host-is-theirs': { ko: '호스트 장악', en: 'the host is ours' },
  'frame-is-free': { ko: '할당되지 않은 프레임', en: 'the frame is free' },
  'foreign-residue-free': {
    ko: '빈 메모리에 타 테넌트의 잔존 데이터',
    en: 'others’ residue in free memory',
  },
  'block-is-theirs': { ko: '블록을 할당받음', en: 'the block is ours' },
  'foreign-residue-block': {
    ko: '블록에 타 테넌트의 잔존 데이터',
    en: 'others’ residual data in blocks',
  },
  'not-sealed': { ko: '암호화되지 않음', en: 'not encrypted' },
  'scrubs-on-free': { ko: '해제 시 소거하는 호스트', en: 'host scrubs on free' },
  'frame-is-written': { ko: '반납할 프레임에 데이터 있음', en: 'returned frames hold data' },
  reachable: { ko: '대상 포트에 도달 가능', en: 'its port is reachable' },
  'was-reverted': { ko: '패치 전 스냅샷으로 돌아감', en: 'rolled back past a patch' },
  'nothing-blocks': { ko: '막는 IPS 없음', en: 'no IPS stops it' },
  'foreign-data': { ko: '타 테넌트의 데이터를 다룸', en: 'works with others’ data' },
  'way-out': { ko: '인터넷으로 나가는 경로', en: 'a path out to the internet' },
  'not-intended': { ko: '정책에 없는 경로', en: 'a path not in the policy' },
  'serves-data': { ko: '인증 없는 데이터베이스', en: 'unauthenticated database' },
  'any-any-first': { ko: '모두 허용하는 규칙', en: 'an any-any rule' },
  'same-segment': { ko: '같은 L2 세그먼트', en: 'same L2 segment' },
  'no-arp-inspection': { ko: 'ARP 검사 꺼짐', en: 'no ARP inspection' },
  'promiscuous-accepted': { ko: '무차별 모드 허용', en: 'promiscuous mode accepted' },
  'mac-changes-accepted': { ko: 'MAC 주소 변경 허용', en: 'MAC changes accepted' },
  'forged-accepted': { ko: '위조 전송 허용', en: 'forged transmits accepted' },
  'talks-plainly': { ko: '암호화되지 않은 통신', en: 'unencrypted traffic' },
  'same-host': { ko: '같은 호스트', en: 'same host' },
} satisfies Room;

/** What it was like when one of them was false: why nothing came of it. */
const failed = {
  'is-tenant': { ko: '정식 테넌트가 아니었습니다', en: 'not one of their tenants' },
  'vm-is-theirs': { ko: '빌린 VM이 더는 우리 것이 아니었습니다', en: 'the VM is no longer ours' },
  'guest-runs': { ko: '대상 VM이 꺼져 있었습니다', en: 'the VM was not running' },
  'code-in-guest': {
    ko: '그 VM 안에 발판이 남아 있지 않았습니다',
    en: 'we had no code left in that VM',
  },
  'kernel-in-guest': {
    ko: '게스트 커널까지 들어가 있지 않았습니다',
    en: 'the guest’s kernel was not ours',
  },
  'source-runs': { ko: '출발지 VM이 꺼져 있었습니다', en: 'the VM it starts from was off' },
  'code-in-source': {
    ko: '출발지 VM에 발판이 남아 있지 않았습니다',
    en: 'we had no code left in the VM it starts from',
  },
  'root-in-source': {
    ko: '출발지 VM의 root 권한이 없었습니다',
    en: 'we were not root in the VM it starts from',
  },
  'root-in-guest': {
    ko: '그 VM의 root 권한이 없었습니다',
    en: 'we were not root in that VM',
  },
  'ports-in-guest': {
    ko: '그 VM에서 I/O 포트를 쓸 권한(root·커널)이 없었습니다',
    en: 'we had no I/O permission in that VM',
  },
  'own-kernel': {
    ko: '호스트 커널을 함께 쓰는 컨테이너였습니다',
    en: 'it is a container, and shares the host’s kernel',
  },
  'kernel-open': {
    ko: '게스트 커널이 이미 패치되어 있었고 root도 아니었습니다',
    en: 'the guest’s kernel had been patched, and we were not root',
  },
  'process-unpatched': {
    ko: '그 VM의 장치 프로세스가 이미 패치된 코드로 실행되고 있었습니다',
    en: 'the VM’s device process ran patched code already',
  },
  'runs-component': {
    ko: '이 취약점이 있는 서비스가 아니었습니다',
    en: 'its service is not the one that has the flaw',
  },
  'host-is-theirs': {
    ko: '그 호스트는 더는 장악된 상태가 아니었습니다',
    en: 'the host is no longer ours',
  },
  'frame-is-free': {
    ko: '그 프레임은 이미 할당되어 있었습니다',
    en: 'the frame had been given to a VM',
  },
  'foreign-residue-free': {
    ko: '빈 메모리에 다른 테넌트의 데이터가 없었습니다',
    en: 'nothing of others was left in free memory',
  },
  'host-unpatched': {
    ko: '하이퍼바이저가 이미 패치되어 있었습니다',
    en: 'the hypervisor had been patched',
  },
  'service-unpatched': {
    ko: '대상 서비스가 이미 패치되어 있었습니다',
    en: 'the service had been patched',
  },
  'on-this-host': {
    ko: '그 VM이 다른 호스트로 옮겨져 있었습니다',
    en: 'the VM had been moved to another host',
  },
  'has-device': {
    ko: '그 VM에는 필요한 가상 장치가 없었습니다',
    en: 'the VM has no such device',
  },
  'exit-unchecked': {
    ko: '하이퍼바이저의 VM exit 필터가 막았습니다',
    en: 'a filter of the hypervisor stopped the exit',
  },
  'device-process-unconfined': {
    ko: '장치 프로세스가 샌드박스 안에서 실행되고 있었습니다',
    en: 'the device process was sandboxed',
  },
  'is-paravirtual': {
    ko: '그 VM은 반가상화로 실행되고 있지 않았습니다',
    en: 'the VM is not paravirtual',
  },
  'shares-kernel': {
    ko: '호스트 커널을 함께 쓰는 컨테이너가 아니었습니다',
    en: 'it is no container: it has a kernel of its own',
  },
  'calls-unfiltered': {
    ko: '시스템 콜 필터(seccomp)가 막았습니다',
    en: 'a system-call filter (seccomp) stopped it',
  },
  'frame-is-theirs': {
    ko: '그 프레임은 우리 VM의 것이 아니었습니다',
    en: 'the frame was not given to our VM',
  },
  'foreign-residue': {
    ko: '할당받은 프레임에 다른 테넌트의 데이터가 없었습니다',
    en: 'the frames held no one else’s data',
  },
  'block-is-theirs': {
    ko: '그 블록은 우리 볼륨의 것이 아니었습니다',
    en: 'the block was not given to our volume',
  },
  'foreign-residue-block': {
    ko: '할당받은 블록에 다른 테넌트의 데이터가 없었습니다',
    en: 'the blocks held no one else’s data',
  },
  'not-sealed': {
    ko: '남은 데이터가 암호화되어 있어 읽을 수 없었습니다',
    en: 'what was left was encrypted',
  },
  'scrubs-on-free': {
    ko: '그 호스트는 해제 시 소거하지 않고 있었습니다',
    en: 'that host does not scrub on free',
  },
  'frame-is-written': {
    ko: '반납할 프레임에 써 둘 데이터가 없었습니다',
    en: 'the frames held nothing to write back',
  },
  reachable: {
    ko: '대상 포트로 가는 경로가 막혀 있었습니다',
    en: 'the path to its port was blocked',
  },
  'was-reverted': {
    ko: '그 서비스는 패치 전으로 되돌려진 적이 없었습니다',
    en: 'the service had not been rolled back past its patch',
  },
  'nothing-blocks': { ko: '경로의 IPS가 막았습니다', en: 'an IPS on the path stopped it' },
  'foreign-data': {
    ko: '그 VM은 다른 테넌트의 데이터를 다루지 않았습니다',
    en: 'the VM works with no data of others',
  },
  'way-out': {
    ko: '인터넷으로 나가는 경로가 막혀 있었습니다',
    en: 'there was no path out to the internet',
  },
  'not-intended': {
    ko: '정책이 허용한 경로였습니다. 어긋난 규칙은 없었습니다',
    en: 'the policy allows that path: nothing had drifted',
  },
  'serves-data': {
    ko: '인증 없이 응답하는 데이터베이스가 아니었습니다',
    en: 'its service is no unauthenticated database',
  },
  'any-any-first': {
    ko: '모두 허용하는 규칙이 맨 앞에 없었습니다',
    en: 'no any-any rule stood first',
  },
  'same-segment': {
    ko: '두 VM이 같은 L2 세그먼트에 있지 않았습니다',
    en: 'the two are not in one L2 segment',
  },
  'no-arp-inspection': {
    ko: 'ARP 검사가 거짓 ARP 응답을 걸러 냈습니다',
    en: 'ARP inspection dropped the false claims',
  },
  'promiscuous-accepted': {
    ko: '포트 그룹이 무차별 모드를 거부했습니다',
    en: 'the port group rejects promiscuous mode',
  },
  'mac-changes-accepted': {
    ko: '포트 그룹이 MAC 주소 변경을 거부했습니다',
    en: 'the port group rejects MAC changes',
  },
  'forged-accepted': {
    ko: '포트 그룹이 위조 전송을 거부했습니다',
    en: 'the port group rejects forged transmits',
  },
  'talks-plainly': {
    ko: '그 VM은 암호화하지 않은 통신을 하지 않았습니다',
    en: 'the VM exchanges nothing unencrypted',
  },
  'same-host': {
    ko: '두 VM이 같은 호스트에 있지 않았습니다',
    en: 'the two are on different hosts',
  },
} satisfies Room;

/** By need, for those who attack. The debrief tells them at length: `attacks.*.needs`. */
export const raidNeeds = { failed, short } satisfies Room;
