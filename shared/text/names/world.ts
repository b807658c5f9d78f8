import type { ScrubPolicy } from '../../world/host.ts';
import type { RequestState } from '../../world/request.ts';
import type { Power, Technique } from '../../world/vm.ts';
import type { ZoneName } from '../../world/zone.ts';
import type { Words } from '../kinds.ts';

export const zones = {
  dmz: { ko: 'DMZ', en: 'DMZ' },
  app: { ko: '업무', en: 'App' },
  data: { ko: '데이터', en: 'Data' },
} satisfies Record<ZoneName, Words>;

export const power = {
  provisioning: { ko: '만드는 중', en: 'being made' },
  running: { ko: '실행 중', en: 'running' },
  stopped: { ko: '멈춤', en: 'stopped' },
} satisfies Record<Power, Words>;

export const techniques = {
  hvm: { ko: 'HVM', en: 'HVM' },
} satisfies Record<Technique, Words>;

export const scrub = {
  never: { ko: '소거 안 함', en: 'no scrubbing' },
  'on-free': { ko: '해제할 때 소거', en: 'scrub on free' },
  'on-allocate': { ko: '할당할 때 소거', en: 'scrub on allocate' },
} satisfies Record<ScrubPolicy, Words>;

export const requests = {
  open: { ko: '기다림', en: 'waiting' },
  'in-work': { ko: '하는 중', en: 'in work' },
  served: { ko: '들어줌', en: 'served' },
  'self-served': { ko: '포털이 알아서 배치함', en: 'placed by the portal' },
  missed: { ko: '놓침', en: 'missed' },
} satisfies Record<RequestState, Words>;
