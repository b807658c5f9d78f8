import type { Power } from '../../world/machine/vm.ts';
import type { RequestState } from '../../world/people/request.ts';
import type { Words } from '../../world/words.ts';
import type { ZoneName } from '../../world/zone.ts';

export const zones = {
  internet: { ko: '인터넷', en: 'Internet' },
  dmz: { ko: 'DMZ', en: 'DMZ' },
  app: { ko: '애플리케이션', en: 'App' },
  data: { ko: '데이터', en: 'Data' },
  desktop: { ko: '데스크톱', en: 'Desktop' },
  quarantine: { ko: '차단', en: 'Quarantine' },
  any: { ko: '모든 구역', en: 'any zone' },
} satisfies Record<ZoneName | 'any', Words>;

/** On narrow columns of the map. */
export const zonesShort = {
  internet: { ko: '외부', en: 'Net' },
  dmz: { ko: 'DMZ', en: 'DMZ' },
  app: { ko: '앱', en: 'App' },
  data: { ko: '데이터', en: 'Data' },
  desktop: { ko: '데스크', en: 'Desk' },
  quarantine: { ko: '차단', en: 'Shut' },
} satisfies Record<ZoneName, Words>;

export const power = {
  provisioning: { ko: '생성 중', en: 'starting' },
  running: { ko: '실행 중', en: 'running' },
  stopped: { ko: '정지', en: 'stopped' },
} satisfies Record<Power, Words>;

export const requests = {
  open: { ko: '대기 중', en: 'waiting' },
  'in-work': { ko: '처리 중', en: 'in progress' },
  served: { ko: '처리됨', en: 'served' },
  'self-served': { ko: '포털이 자동으로 배치함', en: 'placed by the portal' },
  missed: { ko: '놓침', en: 'missed' },
} satisfies Record<RequestState, Words>;
