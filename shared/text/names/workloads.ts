import type { WorkloadName } from '../../world/machine/workload.ts';
import type { Words } from '../../world/words.ts';

/** Short: they stand in a column of the map. */
export const workloads = {
  payments: { ko: '결제', en: 'Payments' },
  settlement: { ko: '정산', en: 'Settlement' },
  'ledger-db': { ko: '원장 DB', en: 'Ledger DB' },
  'patient-db': { ko: '환자 DB', en: 'Patient DB' },
  booking: { ko: '예약', en: 'Booking' },
  imaging: { ko: '영상 판독', en: 'Imaging' },
  storefront: { ko: '매장', en: 'Storefront' },
  'order-queue': { ko: '주문', en: 'Orders' },
  'catalogue-db': { ko: '상품 DB', en: 'Catalogue DB' },
  search: { ko: '검색', en: 'Search' },
  analytics: { ko: '분석', en: 'Analytics' },
  'test-bench': { ko: '테스트 서버', en: 'Test server' },
  'door-control': { ko: '출입 통제', en: 'Door control' },
  'lab-analyser': { ko: '검사 장비', en: 'Lab analyser' },
  'build-farm': { ko: '커널 빌드', en: 'Kernel build' },
  'file-mirror': { ko: '파일 미러', en: 'File mirror' },
  'dev-desktop': { ko: '개발 PC', en: 'Dev desktop' },
  'ci-runner': { ko: 'CI 러너', en: 'CI runner' },
  'design-desktop': { ko: '설계 PC', en: 'Design desktop' },
  'market-feed': { ko: '주문·시세', en: 'Market feed' },
  'scan-transfer': { ko: '영상 전송', en: 'Scan transfer' },
  'vrrp-router': { ko: 'VRRP 라우터', en: 'VRRP router' },
  'vlan-router': { ko: 'VLAN 라우터', en: 'VLAN router' },
  'nested-lab': { ko: 'CI 러너', en: 'CI runner' },
  'app-stream': { ko: '앱 스트리밍', en: 'App streaming' },
  'office-desktop': { ko: '사무 PC', en: 'Desktop' },
} satisfies Record<WorkloadName, Words>;
