import type { Room } from '../kinds.ts';

/** What is written on the map itself. Short: it has to fit on a building. */
export const map = {
  host: { ko: 'H{{id}}', en: 'H{{id}}' },
  vm: { ko: 'vm{{id}}', en: 'vm{{id}}' },
  kind: { ko: '{{type}}형 · {{year}}년식', en: 'Type {{type}} · {{year}}' },
  load: { ko: '부하 {{percent}}%', en: 'Load {{percent}}%' },
  ring3: { ko: '링 3', en: 'Ring 3' },
  ring0: { ko: '링 0', en: 'Ring 0' },
  kernel: { ko: '링 0 커널', en: 'Ring 0 kernel' },
  hypervisor: { ko: '하이퍼바이저 빌드 {{build}}', en: 'Hypervisor build {{build}}' },
  hypervisorShort: { ko: '하이퍼바이저 {{build}}', en: 'Hypervisor {{build}}' },
  root: { ko: '루트 모드', en: 'Root mode' },
  virtualSwitch: { ko: '가상 스위치', en: 'Virtual switch' },
  physicalSwitch: { ko: '물리 스위치', en: 'Physical switch' },
  vtx: { ko: 'VT-x', en: 'VT-x' },
  ept: { ko: 'EPT', en: 'EPT' },
  iommu: { ko: 'IOMMU', en: 'IOMMU' },
  without: { ko: '{{feature}} 없음', en: 'no {{feature}}' },
  tally: {
    ko: '프레임 {{count}} · 비어 있음 {{free}}',
    en: '{{count}} frames · {{free}} free',
  },
  tallyResidue: {
    ko: '프레임 {{count}} · 비어 있음 {{free}} · 잔존 {{residue}}',
    en: '{{count}} frames · {{free}} free · {{residue}} with residue',
  },
  tallyShort: { ko: '비어 있음 {{free}}', en: '{{free}} free' },
  served: { ko: '제공 {{percent}}%', en: '{{percent}}% served' },
  written: { ko: '쓴 프레임 {{written}}/{{count}}', en: '{{written}}/{{count}} written' },
} as const satisfies Room;
