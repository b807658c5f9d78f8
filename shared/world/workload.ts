import type { DeviceName } from './host.ts';
import type { ServiceName } from './network.ts';

export const WORKLOAD_NAMES = [
  'payments',
  'settlement',
  'ledger-db',
  'patient-db',
  'booking',
  'imaging',
  'storefront',
  'order-queue',
  'catalogue-db',
  'search',
  'analytics',
  'test-bench',
  'office-desktop',
] as const;

/** What a VM does for its tenant. */
export type WorkloadName = (typeof WORKLOAD_NAMES)[number];

/** Operations that cost differently under each technique, counted for a million native cycles. */
export interface OperationCounts {
  /** Cycles of ordinary instructions. */
  readonly compute: number;
  readonly syscall: number;
  /** Touches of an emulated device, or what stands for them with paravirtual drivers. */
  readonly device: number;
  /** Writes to page tables, one entry each. */
  readonly pageTable: number;
  readonly tlbMiss: number;
}

export interface Workload {
  /** What it offers on the network, and to whom beside its own tenant. */
  readonly serves: ServiceName;
  readonly public: boolean;
  /** Workloads of its tenant that it cannot do without. */
  readonly uses: readonly WorkloadName[];
  /** Devices that it needs beside disk and network card. */
  readonly needs: readonly DeviceName[];
  readonly mix: keyof typeof MIXES;
}

/**
 * What a million native cycles of each kind of work are made of. With the native prices of
 * `mechanics/cost/prices.ts` each adds up to a million, which a test checks.
 */
export const MIXES = {
  compute: { compute: 993_578, syscall: 10, device: 0, pageTable: 2, tlbMiss: 100 },
  server: { compute: 808_800, syscall: 500, device: 20, pageTable: 20, tlbMiss: 150 },
  database: { compute: 798_880, syscall: 400, device: 30, pageTable: 50, tlbMiss: 200 },
  /** Forks and maps all day: what shadow paging cannot bear. */
  pageTableHeavy: { compute: 885_010, syscall: 300, device: 10, pageTable: 300, tlbMiss: 250 },
} as const satisfies Readonly<Record<string, OperationCounts>>;

export const WORKLOADS: Readonly<Record<WorkloadName, Workload>> = {
  payments: { serves: 'web', public: true, uses: ['ledger-db'], needs: [], mix: 'server' },
  settlement: { serves: 'queue', public: false, uses: ['ledger-db'], needs: [], mix: 'server' },
  'ledger-db': { serves: 'db', public: false, uses: [], needs: [], mix: 'database' },
  'patient-db': { serves: 'db', public: false, uses: [], needs: [], mix: 'database' },
  booking: { serves: 'web', public: true, uses: [], needs: [], mix: 'server' },
  imaging: { serves: 'queue', public: false, uses: [], needs: [], mix: 'compute' },
  storefront: { serves: 'web', public: true, uses: [], needs: [], mix: 'server' },
  'order-queue': { serves: 'queue', public: false, uses: [], needs: [], mix: 'server' },
  'catalogue-db': { serves: 'db', public: false, uses: [], needs: [], mix: 'database' },
  search: { serves: 'web', public: false, uses: [], needs: [], mix: 'pageTableHeavy' },
  analytics: { serves: 'queue', public: false, uses: [], needs: [], mix: 'compute' },
  'test-bench': { serves: 'web', public: false, uses: [], needs: [], mix: 'pageTableHeavy' },
  'office-desktop': { serves: 'web', public: false, uses: [], needs: ['xhci'], mix: 'server' },
};
