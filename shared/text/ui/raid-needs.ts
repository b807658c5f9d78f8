import type { Room } from '../kinds.ts';

/** Preconditions on an attacker's card: a few words each, as they read while they are true. */
const short = {
  'is-tenant': { ko: '정식 테넌트', en: 'a lawful tenant' },
  'vm-is-theirs': { ko: '빌린 VM', en: 'a VM of ours' },
  'guest-runs': { ko: 'VM 켜짐', en: 'VM is on' },
  'code-in-guest': { ko: 'VM 안에서 코드 실행', en: 'code runs in the VM' },
  'kernel-in-guest': { ko: 'VM의 커널 장악', en: 'its kernel is ours' },
  'source-runs': { ko: '출발 VM 켜짐', en: 'source VM is on' },
  'code-in-source': { ko: '출발 VM에서 코드 실행', en: 'code runs in the source' },
  'kernel-in-source': { ko: '출발 VM의 커널 장악', en: 'the source’s kernel is ours' },
  'kernel-unpatched': { ko: '게스트 커널이 낡음', en: 'guest kernel unpatched' },
  'host-unpatched': { ko: '하이퍼바이저가 낡음', en: 'hypervisor unpatched' },
  'service-unpatched': { ko: '서비스가 낡음', en: 'service unpatched' },
  'on-this-host': { ko: '그 호스트에 있음', en: 'stands on that host' },
  'has-device': { ko: '가상 장치가 달림', en: 'has the device' },
  'exit-unchecked': { ko: 'VM exit 길이 검사 없음', en: 'exits unchecked' },
  'device-process-unconfined': {
    ko: '장치 프로세스 샌드박스 없음',
    en: 'device process unconfined',
  },
  'is-paravirtual': { ko: '반가상화', en: 'paravirtual' },
  'shares-kernel': { ko: '호스트 커널을 함께 씀', en: 'shares the host’s kernel' },
  'calls-unfiltered': { ko: '시스템 콜 필터 없음', en: 'calls unfiltered' },
  'frame-is-theirs': { ko: '프레임을 할당받음', en: 'the frame is ours' },
  'foreign-residue': { ko: '프레임에 남은 남의 데이터', en: 'others’ residue in frames' },
  'block-is-theirs': { ko: '블록을 할당받음', en: 'the block is ours' },
  'foreign-residue-block': { ko: '블록에 남은 남의 데이터', en: 'others’ residue in blocks' },
  'not-sealed': { ko: '암호화되지 않음', en: 'not encrypted' },
  'scrubs-on-free': { ko: '해제할 때 소거하는 호스트', en: 'host scrubs on free' },
  'frame-is-written': { ko: '반납할 프레임에 데이터 있음', en: 'returned frames hold data' },
  reachable: { ko: '대상 포트까지 닿음', en: 'its port is reachable' },
  'was-reverted': { ko: '패치 전 스냅샷으로 돌아감', en: 'rolled back past a patch' },
  'nothing-blocks': { ko: '길목에 IPS 없음', en: 'no IPS on the way' },
  'foreign-data': { ko: '남의 데이터를 다룸', en: 'works with others’ data' },
  'way-out': { ko: '인터넷으로 나가는 길', en: 'a way out to the internet' },
  'not-intended': { ko: '정책에 없는 길', en: 'a way no policy intended' },
  'serves-data': { ko: '믿어 주는 데이터베이스', en: 'a trusting database' },
  'any-any-first': { ko: '모두 허용하는 규칙', en: 'an any-any rule' },
  'same-segment': { ko: '같은 L2 세그먼트', en: 'same L2 segment' },
  'no-arp-inspection': { ko: 'ARP 검사 꺼짐', en: 'no ARP inspection' },
  'same-host': { ko: '같은 호스트', en: 'same host' },
} satisfies Room;

/** What it was like when one of them was false: why nothing came of it. */
const failed = {
  'is-tenant': { ko: '정식 테넌트가 아니었습니다', en: 'we are no tenant of theirs' },
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
  'source-runs': { ko: '출발 VM이 꺼져 있었습니다', en: 'the VM it starts from was off' },
  'code-in-source': {
    ko: '출발 VM에 발판이 남아 있지 않았습니다',
    en: 'we had no code left in the VM it starts from',
  },
  'kernel-in-source': {
    ko: '출발 VM의 커널까지 들어가 있지 않았습니다',
    en: 'the kernel of the VM it starts from was not ours',
  },
  'kernel-unpatched': {
    ko: '게스트 커널이 이미 패치되어 있었습니다',
    en: 'the guest’s kernel had been patched',
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
    ko: '하이퍼바이저가 VM exit의 길이를 검사하고 있었습니다',
    en: 'the hypervisor checks what its guests hand it',
  },
  'device-process-unconfined': {
    ko: '장치 프로세스가 샌드박스에 갇혀 있었습니다',
    en: 'the device process was sandboxed',
  },
  'is-paravirtual': {
    ko: '그 VM은 반가상화로 돌고 있지 않았습니다',
    en: 'the VM is not paravirtual',
  },
  'shares-kernel': {
    ko: '호스트 커널을 함께 쓰는 컨테이너가 아니었습니다',
    en: 'it is no container: it has a kernel of its own',
  },
  'calls-unfiltered': {
    ko: '시스템 콜 필터(seccomp)가 막았습니다',
    en: 'a system-call filter (seccomp) stood in the way',
  },
  'frame-is-theirs': {
    ko: '그 프레임은 우리 VM의 것이 아니었습니다',
    en: 'the frame was not given to our VM',
  },
  'foreign-residue': {
    ko: '할당받은 프레임에 남의 데이터가 없었습니다',
    en: 'nothing of others was left in our frames',
  },
  'block-is-theirs': {
    ko: '그 블록은 우리 볼륨의 것이 아니었습니다',
    en: 'the block was not given to our volume',
  },
  'foreign-residue-block': {
    ko: '할당받은 블록에 남의 데이터가 없었습니다',
    en: 'nothing of others was left in our blocks',
  },
  'not-sealed': {
    ko: '남은 데이터가 암호화되어 있어 읽을 수 없었습니다',
    en: 'what was left was encrypted',
  },
  'scrubs-on-free': {
    ko: '그 호스트는 해제할 때 소거하지 않고 있었습니다',
    en: 'that host does not scrub on free',
  },
  'frame-is-written': {
    ko: '반납할 프레임에 써 둘 데이터가 없었습니다',
    en: 'the frames held nothing to write back',
  },
  reachable: {
    ko: '대상 포트가 닫혀 있었습니다',
    en: 'the port was closed to us',
  },
  'was-reverted': {
    ko: '그 서비스는 패치 전으로 되돌려진 적이 없었습니다',
    en: 'the service had not been rolled back past its patch',
  },
  'nothing-blocks': { ko: '길목의 IPS가 막았습니다', en: 'an IPS on the way stopped it' },
  'foreign-data': {
    ko: '그 VM은 가져갈 만한 남의 데이터를 다루지 않았습니다',
    en: 'the VM works with no data of others',
  },
  'way-out': {
    ko: '인터넷으로 나가는 길이 막혀 있었습니다',
    en: 'there was no way out to the internet',
  },
  'not-intended': {
    ko: '정책이 허용한 길이었습니다. 어긋난 규칙은 없었습니다',
    en: 'policy allows that way: nothing had drifted',
  },
  'serves-data': {
    ko: '닿기만 하면 믿어 주는 데이터베이스가 아니었습니다',
    en: 'its service does not trust whoever gets to it',
  },
  'any-any-first': {
    ko: '모두 허용하는 규칙이 없었습니다',
    en: 'no rule there allows just anything',
  },
  'same-segment': {
    ko: '두 VM이 같은 L2 세그먼트에 있지 않았습니다',
    en: 'the two are not in one L2 segment',
  },
  'no-arp-inspection': {
    ko: 'ARP 검사가 가짜 주소를 걸러 냈습니다',
    en: 'ARP inspection threw the false claims away',
  },
  'same-host': {
    ko: '두 VM이 같은 호스트에 있지 않았습니다',
    en: 'the two do not stand on one host',
  },
} satisfies Room;

/** By need, for those who attack. The debrief tells them at length: `attacks.*.needs`. */
export const raidNeeds = { failed, short } satisfies Room;
