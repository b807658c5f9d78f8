import type { AssetName } from '../../world/people/tenant.ts';
import type { Words } from '../../world/words.ts';

export const assets = {
  'payment-keys': { ko: '결제 키', en: 'payment keys' },
  ledger: { ko: '원장', en: 'ledger' },
  transfers: { ko: '이체 내역', en: 'transfer records' },
  'customer-records': { ko: '고객 기록', en: 'customer records' },
  'tls-keys': { ko: 'TLS 개인 키', en: 'TLS private keys' },
  'signing-keys': { ko: '전자서명 키', en: 'signing keys' },
  'patient-records': { ko: '환자 기록', en: 'patient records' },
  appointments: { ko: '예약 명단', en: 'appointments' },
  scans: { ko: '의료 영상', en: 'scans' },
  catalogue: { ko: '상품 목록', en: 'catalogue' },
  orders: { ko: '주문 내역', en: 'orders' },
} satisfies Record<AssetName, Words>;
