import type { TrafficNature } from '../../world/evidence.ts';
import type { FlowState, ServiceName, Watch } from '../../world/network.ts';
import type { Words } from '../kinds.ts';

export const services = {
  web: { ko: '웹', en: 'web' },
  db: { ko: '데이터베이스', en: 'database' },
  queue: { ko: '메시지 큐', en: 'queue' },
  any: { ko: '모든 서비스', en: 'any service' },
} satisfies Record<ServiceName | 'any', Words>;

export const watches = {
  none: { ko: '감시 없음', en: 'no sensor' },
  ids: { ko: '가상 IDS', en: 'a virtual IDS' },
  ips: { ko: '가상 IPS', en: 'a virtual IPS' },
} satisfies Record<Watch, Words>;

/** With what it does about what it sees. */
export const watchesInFull = {
  none: { ko: '없음', en: 'none' },
  ids: { ko: 'IDS · 보기만 함', en: 'IDS: watches' },
  ips: { ko: 'IPS · 보고 막음', en: 'IPS: blocks' },
} satisfies Record<Watch, Words>;

/** What packets looked like: a description, not a verdict. */
export const natures = {
  probe: { ko: '여러 포트를 두드림', en: 'knocks on many ports' },
  exploit: { ko: '서명에 걸린 요청', en: 'requests that match a signature' },
  bulk: { ko: '큰 전송', en: 'a large transfer' },
  'arp-claim': { ko: 'ARP 주소 주장', en: 'ARP claims to an address' },
} satisfies Record<TrafficNature, Words>;

export const flowStates = {
  delivered: { ko: '전달됨', en: 'delivered' },
  denied: { ko: '규칙이 막음', en: 'denied by rules' },
  dropped: { ko: '버려짐', en: 'dropped' },
  blocked: { ko: 'IPS가 막음', en: 'blocked by an IPS' },
} satisfies Record<FlowState, Words>;

/** What became of packets that were seen. */
export const fates = {
  passed: { ko: '그대로 지나갔습니다', en: 'They went through' },
  blocked: { ko: 'IPS가 막았습니다', en: 'An IPS stopped them' },
} satisfies Record<string, Words>;

/** Why a switch lets through what it should not. */
export const doors = {
  'unbound-port': { ko: '스위치가 이 VM의 포트를 모름', en: 'the switch does not know its port' },
  'old-rules': { ko: '스위치의 규칙이 낡음', en: 'the switch has old rules' },
  'any-any': { ko: '모두 허용하는 규칙', en: 'a rule allows anything' },
} satisfies Record<string, Words>;

export const places = {
  wire: { ko: '물리 망', en: 'the physical wire' },
} satisfies Record<string, Words>;
