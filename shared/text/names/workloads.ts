import type { WorkloadName } from '../../world/vm.ts';
import type { Words } from '../kinds.ts';

/** Short: they stand in a column of the map. */
export const workloads = {
  payments: { ko: '결제', en: 'Payments' },
  settlement: { ko: '정산', en: 'Settlement' },
  'ledger-db': { ko: '원장 DB', en: 'Ledger DB' },
  'patient-db': { ko: '환자 DB', en: 'Patient DB' },
  booking: { ko: '예약', en: 'Booking' },
  storefront: { ko: '매장', en: 'Storefront' },
  'order-queue': { ko: '주문', en: 'Orders' },
  analytics: { ko: '분석', en: 'Analytics' },
} satisfies Record<WorkloadName, Words>;
