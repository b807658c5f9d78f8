import type { ChainStep } from '../match/report.ts';
import type { HarmKind } from '../world/breach.ts';
import type { Texts, Words } from '../world/words.ts';
import { reasons } from './reasons.ts';

/** Harms that are told in words of their own. */
type Told = Exclude<HarmKind, 'leak'> | 'takeover-login' | 'harm-below';

/** Steps of a chain: what happened, in the past tense. */
const steps = {
  scenario: {
    ko: '처음부터 {{host}}에 {{tenant}}의 {{asset}}{이/가} 지워지지 않고 남아 있었습니다',
    en: 'From the start, {{asset}} of {{tenant}} lay unwiped on {{host}}',
  },
  'request-opened': { ko: '{{tenant}}의 요청이 왔습니다', en: '{{tenant}} sent a request' },
  'vm-placed': {
    ko: '{{tenant}}의 {{workload}} VM이 {{host}}에서 프레임 {{frames}}개를 받았습니다',
    en: 'The {{workload}} VM of {{tenant}} was given {{frames}} {frame/frames} on {{host}}',
  },
  'vm-moving': {
    ko: '{{workload}} VM을 {{from}}에서 {{to}}{으로/로} 옮기기 시작했습니다',
    en: 'A migration of the {{workload}} VM from {{from}} to {{to}} began',
  },
  'vm-moved': {
    ko: '{{workload}} VM이 {{from}}에서 {{to}}{으로/로} 옮겨졌습니다',
    en: 'The {{workload}} VM was moved from {{from}} to {{to}}',
  },
  'vm-zoned': {
    ko: '{{workload}} VM이 {{zone}} 구역으로 옮겨졌습니다',
    en: 'The {{workload}} VM was put into the {{zone}} zone',
  },
  'vm-grown': {
    ko: '{{workload}} VM이 프레임 {{frames}}개를 더 받았습니다',
    en: 'The {{workload}} VM was given {{frames}} more {frame/frames}',
  },
  'vm-reverted': {
    ko: '{{workload}} VM이 스냅샷으로 되돌아가 서비스가 빌드 {{to}}{이/가} 되었습니다',
    en: 'The {{workload}} VM was rolled back: its service is build {{to}} again',
  },
  'vm-destroyed': {
    ko: '{{tenant}}의 {{workload}} VM이 {{host}}에서 삭제되었습니다',
    en: 'The {{workload}} VM of {{tenant}} on {{host}} was deleted',
  },
  'backed-up': {
    ko: '백업 서버가 VM {{vms}}개를 복사했습니다',
    en: 'The backup server copied {{vms}} {VM/VMs}',
  },
  'vm-restored': {
    ko: '{{workload}} VM을 백업에서 복원했습니다',
    en: 'The {{workload}} VM was restored from the backup',
  },
  'snapshot-taken': {
    ko: '{{workload}} VM의 스냅샷을 생성했습니다',
    en: 'A snapshot of the {{workload}} VM was taken',
  },
  'frames-freed': {
    ko: '프레임 {{frames}}개에 {{asset}}{이/가} 그대로 남았습니다',
    en: '{{frames}} {frame/frames} still held the {{asset}}',
  },
  'frames-smuggled': {
    ko: '반납한 프레임 {{frames}}개에 {{asset}}{을/를} 다시 썼습니다',
    en: 'After {{frames}} {frame/frames} {was/were} given back, somebody wrote the {{asset}} into {it/them}',
  },
  'pages-merged': {
    ko: '{{host}}에서 {{workload}} VM의 같은 페이지가 옆 VM의 것과 병합되었습니다',
    en: 'On {{host}} a page of the {{workload}} VM was merged with a neighbour’s',
  },
  'blocks-freed': {
    ko: '디스크 블록 {{blocks}}개에 {{asset}}{이/가} 그대로 남았습니다',
    en: '{{blocks}} disk {block/blocks} still held the {{asset}}',
  },
  'policy-set': {
    ko: '{{host}}의 소거 정책이 “{{policy}}”{이/가} 되었습니다',
    en: 'The scrub policy of {{host}} was set to “{{policy}}”',
  },
  'wipe-set': {
    ko: '{{host}}의 디스크 소거 정책이 “{{policy}}”{이/가} 되었습니다',
    en: 'The wipe policy of {{host}} was set to “{{policy}}”',
  },
  'rules-edited': {
    ko: '정책 v{{version}}: {{from}} → {{to}} 규칙을 {{added}}',
    en: 'Policy v{{version}}: the rule {{from}} → {{to}} was {{added}}',
  },
  'rules-pushed': {
    ko: '{{host}}의 스위치에 정책 v{{version}}{을/를} 배포했습니다',
    en: 'Policy v{{version}} was pushed to {{host}}',
  },
  'devices-changed': {
    ko: '{{workload}} VM의 장치가 바뀌었습니다: {{device}}',
    en: 'A device of the {{workload}} VM was changed: {{device}}',
  },
  'device-swapped': {
    ko: '{{workload}} VM의 {{device}}{이/가} 바뀌었습니다: {{model}}',
    en: 'The {{device}} of the {{workload}} VM was swapped: {{model}}',
  },
  'layout-read': {
    ko: '{{workload}} VM에서 장치 프로세스의 힙을 읽어 주소 배치를 알아냈습니다',
    en: 'From the {{workload}} VM the heap of its device process was read, and its layout learned',
  },
  'technique-changed': {
    ko: '{{workload}} VM의 가상화 기법이 바뀌었습니다: {{technique}}',
    en: 'The {{workload}} VM was converted: {{technique}}',
  },
  'filter-set': {
    ko: '{{host}}에서 {{trap}} 필터가 바뀌었습니다: {{action}}',
    en: 'Filter on {{host}} for {{trap}}: {{action}}',
  },
  'vm-filter-set': {
    ko: '{{vm}}의 {{trap}} 필터가 바뀌었습니다: {{action}}',
    en: 'Filter of {{vm}} for {{trap}}: {{action}}',
  },
  'trap-decided': {
    ko: '{{vm}}의 보류한 exit({{trap}}, 값 {{operand}}, 경계 {{bound}}): {{choice}}',
    en: 'The held exit of {{vm}} ({{trap}}, {{operand}} of at most {{bound}}): {{choice}}',
  },
  'setting-changed': {
    ko: '{{setting}}: {{to}}',
    en: '{{setting}}: {{to}}',
  },
  'tools-changed': {
    ko: '{{workload}} VM의 {{tool}}: {{to}}',
    en: '{{tool}} of the {{workload}} VM: {{to}}',
  },
  'grants-dropped': {
    ko: '{{workload}} 컨테이너의 특권을 거두었습니다',
    en: 'The privileges of the {{workload}} container were dropped',
  },
  'programs-removed': {
    ko: '{{host}}{이/가} VM 전용 호스트가 되었습니다',
    en: '{{host}} was made a host for VMs alone',
  },
  'os-patched': {
    ko: '{{host}}의 호스트 OS·런타임을 빌드 {{to}}{으로/로} 패치했습니다',
    en: 'The host OS or runtime of {{host}} was patched to build {{to}}',
  },
  'attachment-opened': {
    ko: '{{host}}의 사용자가 메일의 첨부 파일을 열었습니다',
    en: 'A user of {{host}} opened an attachment in the mail',
  },
  copied: {
    ko: '{{host}}에서 누군가 {{asset}}{을/를} 복사했습니다',
    en: 'Somebody at {{host}} copied {{asset}}',
  },
  'address-taken': {
    ko: '{{workload}} VM이 주소를 새로 받았습니다. 게이트웨이: {{gateway}}',
    en: 'The {{workload}} VM was given an address; its gateway: {{gateway}}',
  },
  'snare-sprung': {
    ko: '{{workload}} 컨테이너에서 프로세스가 시작되며 함정에 걸렸습니다',
    en: 'A process was started in the {{workload}} container, into the snare',
  },
  'sensor-placed': {
    ko: '{{host}}의 감시: {{watch}}',
    en: 'Watch of {{host}}: {{watch}}',
  },
  'ips-tuned': {
    ko: '{{host}}의 IPS가 정상 트래픽 {{exceptions}}건을 예외로 두었습니다',
    en: 'The IPS of {{host}} was tuned: {{exceptions}} {exception/exceptions} for legitimate traffic',
  },
  'owner-left': {
    ko: '{{workload}} VM에 응답하는 담당자가 없어졌습니다',
    en: 'Nobody answers for the {{workload}} VM any more',
  },
  'image-baked': {
    ko: '누군가 {{image}} 이미지에서 손으로 작업하고 새 판을 공개했습니다',
    en: 'Somebody worked in the {{image}} image by hand and published it again',
  },
  'image-implanted': {
    ko: '{{attack}}: 라이브러리의 {{image}} 이미지에 코드를 심었습니다',
    en: '{{attack}}: code was put into the {{image}} image in the library',
  },
  'config-edited': {
    ko: '관리자가 {{workload}} VM의 설정을 바꿨습니다',
    en: 'An administrator changed the configuration of the {{workload}} VM',
  },
  injected: {
    ko: '강사가 상황을 넣었습니다',
    en: 'The instructor triggered an event',
  },
  'flaw-published': {
    ko: '보안 권고가 공개되었습니다: {{flaw}}',
    en: 'An advisory was published: {{flaw}}',
  },
  act: { ko: '공격자: {{attack}}', en: 'Attacker: {{attack}}' },
  foothold: {
    ko: '{{attack}}: {{tenant}}의 {{workload}} VM {{ring}}에 들어왔습니다',
    en: '{{attack}}: into {{ring}} of the {{workload}} VM of {{tenant}}',
  },
  harm: {
    ko: '{{workload}} VM이 {{victim}}의 {{asset}}{을/를} 읽었습니다',
    en: 'The {{workload}} VM read the {{asset}} of {{victim}}',
  },
  takeover: {
    ko: '{{workload}} VM에서 {{host}} 전체를 장악했습니다',
    en: 'From the {{workload}} VM, {{host}} was taken over',
  },
  'taken-from-above': {
    ko: '호스트 OS에서 {{host}} 전체를 장악했습니다',
    en: 'From its own OS, {{host}} was taken over',
  },
  starved: {
    ko: '{{workload}} VM이 {{host}}의 CPU를 독점해 이웃이 느려졌습니다',
    en: 'The {{workload}} VM took the cycles of {{host}}, and its neighbours went short',
  },
  exhausted: {
    ko: '{{tenant}}{이/가} 만든 VM으로 자원 풀이 바닥났습니다',
    en: '{{tenant}} had created VMs until the pool was empty',
  },
  squeezed: {
    ko: '{{workload}} VM이 약속받은 메모리를 모두 써서 {{host}}의 이웃 VM이 스왑되었습니다',
    en: 'The {{workload}} VM wrote all the memory it was promised, and its neighbours on {{host}} were swapped',
  },
  flooded: {
    ko: '{{workload}} VM의 장치 모델 로그가 {{host}}의 디스크를 가득 채웠습니다',
    en: 'The log of the {{workload}} VM’s device model filled the disk of {{host}}',
  },
  'memory-swapped': {
    ko: '{{workload}} VM이 쓰던 프레임 {{frames}}개를 호스트의 디스크로 스왑했습니다',
    en: '{{frames}} {frame/frames} of the {{workload}} VM went to its host’s disk (swap)',
  },
  'vm-shrunk': {
    ko: '{{workload}} VM에서 프레임 {{frames}}개를 회수했습니다(balloon)',
    en: 'A balloon took {{frames}} {frame/frames} back from the {{workload}} VM',
  },
  'harm-below': {
    ko: '{{host}}의 하이퍼바이저에서 {{workload}} VM의 메모리에 있던 {{victim}}의 {{asset}}{을/를} 읽었습니다',
    en: 'From the hypervisor of {{host}} somebody read the {{asset}} of {{victim}} in the memory of the {{workload}} VM',
  },
  'takeover-login': {
    ko: '{{from}}에서 훔친 자격 증명으로 {{host}}에 로그인해 장악했습니다',
    en: 'With the credential stolen from {{from}}, {{host}} was logged in to and taken over',
  },
} satisfies Partial<Record<ChainStep['kind'] | 'taken-from-above' | 'vm-filter-set' | Told, Words>>;

/** Marks of the timeline: a few words each. */
const marks = {
  order: { ko: '{{command}}', en: '{{command}}' },
  act: { ko: '{{attack}}', en: '{{attack}}' },
  foothold: { ko: '침입: {{workload}} VM {{ring}}', en: 'in: {{ring}} of {{workload}}' },
  harm: { ko: '유출: {{asset}}', en: 'leak: {{asset}}' },
  takeover: { ko: '장악: {{host}}', en: 'takeover: {{host}}' },
  starved: { ko: 'CPU 독점: {{host}}', en: 'monopolised: {{host}}' },
  exhausted: { ko: '자원 풀 고갈', en: 'pool empty' },
  squeezed: { ko: '메모리 독점: {{host}}', en: 'swapped out: {{host}}' },
  flooded: { ko: '디스크 가득 참: {{host}}', en: 'disk full: {{host}}' },
  'takeover-login': { ko: '장악: {{from}} → {{host}}', en: 'takeover: {{from}} → {{host}}' },
  'request-opened': { ko: '{{tenant}}의 요청', en: 'request of {{tenant}}' },
  alert: { ko: '경보', en: 'alert' },
  injected: { ko: '강사가 넣은 상황', en: 'triggered by the instructor' },
  'flaw-published': { ko: '보안 권고: {{flaw}}', en: 'advisory: {{flaw}}' },
  'rules-edited': { ko: '정책 v{{version}}', en: 'policy v{{version}}' },
  'vm-moved': {
    ko: '{{workload}} VM 이동: {{from}} → {{to}}',
    en: '{{workload}} moved: {{from}} → {{to}}',
  },
  'vm-reverted': { ko: '{{workload}} VM 되돌림', en: '{{workload}} rolled back' },
  'vm-destroyed': {
    ko: '{{tenant}}{이/가} {{workload}} VM 삭제',
    en: '{{tenant}} deleted {{workload}}',
  },
} satisfies Partial<Record<ChainStep['kind'] | Told, Words>>;

/** Whether a rule was put into the policy or taken out of it. */
/** By whom a VM was given its gateway. */
const gateways = {
  own: { ko: '네트워크의 라우터', en: 'its network’s router' },
  theirs: { ko: '공격자의 VM', en: 'the attacker’s VM' },
} satisfies Record<string, Words>;

const edits = {
  added: { ko: '추가했습니다', en: 'added' },
  removed: { ko: '삭제했습니다', en: 'removed' },
} satisfies Texts;

/** What packets were meant for: a scan and an ARP reply are for no one service. */
const aimed = {
  service: { ko: '{{service}} 서비스로 {{count}}건', en: '{{count}} to its {{service}} service' },
  any: { ko: '이 출발지에서 {{count}}건', en: '{{count}} from this source' },
} satisfies Texts;

/** The ends that packets came to, where they were several; and whom else a scan knocked at. */
const fates = {
  some: { ko: '{{count}}건은 {{fate}}', en: '{{count}} {{fate}}' },
  ends: { ko: '{{peer}} 외 {{count}}곳', en: '{{peer}} and {{count}} more' },
} satisfies Texts;

/** What a look that found nothing can say, by what it looked at. */
const looked = {
  vm: {
    ko: '하이퍼바이저로 본 이 VM에는 다른 테넌트의 데이터도 침입자의 코드도 없었습니다. 호스트가 장악되었다면 믿을 수 없습니다',
    en: 'As its hypervisor shows it, no data or code of others in this VM. A host that fell is not to be believed',
  },
  host: {
    ko: '게스트 아래에 침입자의 코드가 없습니다',
    en: 'No code of others below the guests of this host',
  },
  measured: {
    ko: '부팅한 것과 올린 모듈이 기대값과 같습니다. 메모리에서만 바뀐 코드는 여기에 보이지 않습니다',
    en: 'What it booted and loaded is as it should be; code patched only in memory does not show here',
  },
  policy: {
    ko: '이 호스트의 VM으로 가는 의도하지 않은 경로가 없습니다',
    en: 'No unintended path to any VM of this host',
  },
} satisfies Texts;

/**
 * What an exit asked for, beside what it may: a device's in bytes, a display's in lines, an entry's of
 * page tables in KiB of a mapping, an answer's in entries of the array that is there for it.
 */
const measured = {
  device: {
    ko: '길이 {{operand}}바이트 · 받는 쪽의 버퍼 {{bound}}바이트',
    en: 'Length {{operand}} {byte/bytes}; the buffer it is meant for holds {{bound}}',
  },
  display: {
    ko: '그리는 범위 {{operand}}줄 · 화면 메모리 {{bound}}줄',
    en: 'Draws over {{operand}} {line/lines}; the memory of the screen holds {{bound}}',
  },
  entry: {
    ko: '페이지 테이블 항목 하나로 {{operand}} KiB를 매핑 · 허용된 크기는 {{bound}} KiB',
    en: 'One page-table entry maps {{operand}} KiB; {{bound}} KiB is allowed',
  },
  answer: {
    ko: '결과를 배열의 {{operand}}번째 칸에 쓰게 함 · 배열의 칸은 {{bound}}개',
    en: 'Has the answer written to entry {{operand}} of an array; the array holds {{bound}}',
  },
} satisfies Texts;

/** What sensors had told before a victim did, at the end of a complaint. */
const rang = {
  none: { ko: '미리 알린 센서가 없었습니다', en: 'No sensor had told of it' },
  missed: {
    ko: '먼저 울렸지만 아무도 확인하지 않은 경보: {{alerts}}',
    en: 'Alerts that told of it before, and that nobody looked into: {{alerts}}',
  },
  read: {
    ko: '먼저 울린 경보는 모두 확인되어 있었습니다: {{alerts}}',
    en: 'Alerts told of it before and were all acknowledged: {{alerts}}',
  },
  more: { ko: '{{alerts}} 외 {{count}}건', en: '{{alerts}} and {{count}} more' },
} satisfies Texts;

export const reports = {
  edits,
  gateways,
  aimed,
  fates,
  looked,
  marks,
  measured,
  rang,
  reasons,
  steps,
} satisfies Texts;
