import type { RequestState } from '../../world/request.ts';
import type { Power } from '../../world/vm.ts';
import type { ZoneName } from '../../world/zone.ts';
import type { Words } from '../kinds.ts';

export const zones = {
  internet: { ko: '인터넷', en: 'Internet' },
  dmz: { ko: 'DMZ', en: 'DMZ' },
  app: { ko: '업무', en: 'App' },
  data: { ko: '데이터', en: 'Data' },
  desktop: { ko: '데스크톱', en: 'Desktop' },
  management: { ko: '관리', en: 'Management' },
  quarantine: { ko: '격리', en: 'Quarantine' },
  any: { ko: '모든 구역', en: 'any zone' },
} satisfies Record<ZoneName | 'any', Words>;

export const power = {
  provisioning: { ko: '만드는 중', en: 'starting' },
  running: { ko: '실행 중', en: 'running' },
  stopped: { ko: '멈춤', en: 'stopped' },
} satisfies Record<Power, Words>;

export const requests = {
  open: { ko: '기다림', en: 'waiting' },
  'in-work': { ko: '하는 중', en: 'in work' },
  served: { ko: '들어줌', en: 'served' },
  'self-served': { ko: '포털이 알아서 배치함', en: 'placed by the portal' },
  missed: { ko: '놓침', en: 'missed' },
} satisfies Record<RequestState, Words>;
