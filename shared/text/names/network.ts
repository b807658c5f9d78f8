import type { Fate, TrafficNature } from '../../world/evidence.ts';
import type { HostService } from '../../world/machine/management.ts';
import type { FlowState, PortMode, ServiceName, Watch } from '../../world/network.ts';
import type { Words } from '../../world/words.ts';

export const services = {
  web: { ko: '웹', en: 'web' },
  db: { ko: '데이터베이스', en: 'database' },
  queue: { ko: '메시지 큐', en: 'queue' },
  any: { ko: '모든 서비스', en: 'any service' },
  ssh: { ko: 'SSH(원격 셸)', en: 'SSH' },
  slp: { ko: 'SLP(서비스 탐색)', en: 'SLP' },
} satisfies Record<ServiceName | HostService | 'any', Words>;

export const watches = {
  none: { ko: '감시 없음', en: 'no sensor' },
  ids: { ko: '가상 IDS', en: 'a virtual IDS' },
  ips: { ko: '가상 IPS', en: 'a virtual IPS' },
} satisfies Record<Watch, Words>;

/** With what it does about what it sees. */
export const watchesInFull = {
  none: { ko: '없음', en: 'none' },
  ids: { ko: 'IDS · 탐지만 함', en: 'IDS: detects only' },
  ips: { ko: 'IPS · 탐지하고 막음', en: 'IPS: blocks' },
} satisfies Record<Watch, Words>;

/** What packets looked like: a description, not a verdict. */
export const natures = {
  probe: { ko: '접속 시도', en: 'attempts to connect' },
  exploit: { ko: '시그니처와 일치한 요청', en: 'requests that match a signature' },
  bulk: { ko: '대량 전송', en: 'a large transfer' },
  tagged: { ko: '다른 VLAN의 태그가 붙은 프레임', en: 'frames with the tag of another VLAN' },
  'dhcp-offer': { ko: '또 다른 DHCP 서버의 응답', en: 'offers of a second DHCP server' },
  'arp-claim': { ko: 'IP 주소를 알리는 ARP 응답', en: 'ARP claims to an address' },
} satisfies Record<TrafficNature, Words>;

export const flowStates = {
  delivered: { ko: '전달됨', en: 'delivered' },
  denied: { ko: '규칙이 막음', en: 'denied by rules' },
  dropped: { ko: '버려짐', en: 'dropped' },
  blocked: { ko: 'IPS가 막음', en: 'blocked by an IPS' },
} satisfies Record<FlowState, Words>;

/** What became of packets that were seen: as the end of a line that says how many. */
export const fates = {
  delivered: { ko: '그대로 통과함', en: 'went through' },
  denied: { ko: '{{host}} 스위치의 규칙이 막음', en: 'stopped by the rules of {{host}}’s switch' },
  quarantined: {
    ko: '네트워크 차단된 {{vm}}에서 막힘',
    en: 'stopped, since {{vm}} is in quarantine',
  },
  inspected: {
    ko: '{{zone}} 구역의 ARP 검사가 막음',
    en: 'stopped by the ARP inspection of the {{zone}} zone',
  },
  guarded: {
    ko: '{{zone}} 구역의 DHCP 가드가 막음',
    en: 'stopped by the DHCP guard of the {{zone}} zone',
  },
  blocked: { ko: '{{host}}의 IPS가 막음', en: 'stopped by the IPS of {{host}}' },
  dropped: {
    ko: '{{host}}의 과부하 걸린 IPS가 버림',
    en: 'dropped by the overloaded IPS of {{host}}',
  },
  unheard: { ko: '{{vm}}에 도달하지 못함', en: 'not heard by {{vm}}' },
} satisfies Record<Fate['kind'], Words>;

/** Why a switch lets through what it should not. */
export const doors = {
  'unbound-port': { ko: '스위치에 등록되지 않은 포트', en: 'the switch does not know its port' },
  'old-rules': { ko: '스위치의 규칙이 이전 버전', en: 'the switch has old rules' },
  'any-any': { ko: '모두 허용하는 규칙', en: 'a rule allows anything' },
} satisfies Record<string, Words>;

/** What a VM's port of the virtual switch is. */
export const portModes = {
  access: { ko: '액세스 포트', en: 'an access port' },
  trunk: { ko: '트렁크(VLAN 4095)', en: 'a trunk (VLAN 4095)' },
} satisfies Record<PortMode, Words>;

export const places = {
  wire: { ko: '물리 네트워크', en: 'the physical network' },
} satisfies Record<string, Words>;
