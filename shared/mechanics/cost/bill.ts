import type { Host } from '../../world/machine/host.ts';
import type { Technique } from '../../world/machine/vm.ts';
import { MIXES, type OperationCounts, WORKLOADS } from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';
import { filtersOn } from '../fidelity/filtered.ts';
import { wayOutOf } from '../processor/way-out.ts';
import { checksOf } from './checks.ts';
import { exitsOf, leavesOf, nativeCostOf } from './cost.ts';
import type { GuestTraits } from './guest-cost.ts';
import { BATCH, type CostTraits, NATIVE, pricesOf } from './prices.ts';
import { cachePartCost, DRAM, L1_FLUSH, l1FlushCost } from './taxes.ts';
import { hypercallCycles, roundTrip } from './transition.ts';

type Operation = keyof OperationCounts;

/**
 * What a bill is read by. `crossing` is the way out of the guest and back, by itself: what is then done
 * about it stands with the operation that it is done for. `apart` is what keeps the guests of a host from
 * each other’s caches.
 */
export const BILL_GROUPS = [
  'ordinary',
  'syscall',
  'memory',
  'device',
  'interrupt',
  'crossing',
  'check',
  'apart',
] as const;
export type BillGroup = (typeof BILL_GROUPS)[number];

/** The group of an operation, its way out aside. */
const GROUP_OF: Readonly<Record<Operation, BillGroup>> = {
  compute: 'ordinary',
  syscall: 'syscall',
  device: 'device',
  alone: 'device',
  direct: 'device',
  pageTable: 'memory',
  tlbMiss: 'memory',
  largeMiss: 'memory',
  interrupt: 'interrupt',
  halt: 'interrupt',
  cpuid: 'interrupt',
};

/** Operations in the order in which a bill lists them. */
const OPERATIONS = Object.keys(GROUP_OF) as readonly Operation[];

/** So many operations at so many cycles each; a bill has no other line. */
export interface BillLine {
  readonly group: BillGroup;
  /**
   * What was done, or what made the guest leave; `check` is a filter's look at an operand, `flush` the L1
   * emptied before an entry, `part` what a TLB miss costs more with a part of the cache.
   */
  readonly operation: Operation | 'check' | 'flush' | 'part';
  readonly count: number;
  readonly price: number;
  readonly cycles: number;
}

/** What a million native cycles of a guest's work cost on a host under a technique, line by line. */
export interface Bill {
  readonly lines: readonly BillLine[];
  /** Their sum, and the cost of the same work without a hypervisor. */
  readonly cycles: number;
  readonly native: number;
  /** How often the guest leaves itself for it, in what its technique calls that. */
  readonly exits: number;
}

/** The part of a host that decides a bill. */
export type BillHost = CostTraits &
  Pick<Deep<Host>, 'filters' | 'hypercallAudit'> &
  Partial<Pick<Deep<Host>, 'cachePartition'>>;

/**
 * Cycles of an operation’s price that are the way out of the guest and back: a VM exit and entry, or a
 * hypercall (rule K3); of one that is handed over with others, its share. A nested hypervisor’s exits
 * are published as a whole, and so are calls of a translator: nothing of those is told apart.
 */
function wayOf(operation: Operation, technique: Technique, host: CostTraits): number {
  const way = wayOutOf(technique);
  if ((way !== 'exits' && way !== 'hypercalls') || host.nested) return 0;
  const whole = way === 'exits' ? roundTrip(host.year) : hypercallCycles(host.year);
  const shared = Math.trunc(whole / BATCH);
  switch (operation) {
    case 'device':
      return technique === 'hvm' ? whole : shared;
    case 'pageTable':
      if (way === 'hypercalls') return shared;
      return host.nestedPaging ? 0 : whole;
    case 'alone':
    case 'interrupt':
    case 'halt':
      return whole;
    case 'cpuid':
      return way === 'exits' ? whole : 0;
    case 'compute':
    case 'syscall':
    case 'direct':
    case 'tlbMiss':
    case 'largeMiss':
      return 0;
  }
}

/** A line of each operation and of each way out, as far as there are any; checks last. */
function linesOf(
  mix: OperationCounts,
  { technique, devices, filters = [] }: GuestTraits,
  host: BillHost,
): BillLine[] {
  const prices = pricesOf(technique, host);
  const line = (group: BillGroup, operation: Operation, price: number): BillLine => {
    const count = mix[operation];
    return { group, operation, count, price, cycles: count * price };
  };
  const own = OPERATIONS.map((operation) =>
    line(GROUP_OF[operation], operation, prices[operation] - wayOf(operation, technique, host)),
  );
  const ways = OPERATIONS.map((operation) =>
    line('crossing', operation, wayOf(operation, technique, host)),
  );
  const all = { filters: filtersOn(host, { filters }), hypercallAudit: host.hypercallAudit };
  const checks = checksOf(mix, technique, devices, all);
  const check: BillLine = {
    group: 'check',
    operation: 'check',
    count: 1,
    price: checks,
    cycles: checks,
  };
  const flushed = host.l1Flush === true ? l1FlushCost(mix, technique, host) : 0;
  const flush: BillLine = {
    group: 'apart',
    operation: 'flush',
    count: flushed === 0 ? 0 : exitsOf(mix, technique, host),
    price: L1_FLUSH,
    cycles: flushed,
  };
  const parted = host.cachePartition === true ? cachePartCost(mix) : 0;
  const part: BillLine = {
    group: 'apart',
    operation: 'part',
    count: parted === 0 ? 0 : mix.tlbMiss,
    price: DRAM,
    cycles: parted,
  };
  return [...own, ...ways, check, flush, part].filter(({ cycles }) => cycles > 0);
}

/**
 * The bill by operation of a guest’s work (rule K74): counts by prices and nothing else, so that its
 * lines add up to what the guest is charged (`guestCost`).
 */
export function billOf(guest: GuestTraits, host: BillHost): Bill {
  const { workload, technique } = guest;
  const mix = MIXES[WORKLOADS[workload].mix];
  const lines = linesOf(mix, guest, host);
  const left = Object.values(leavesOf(mix, technique, host));
  return {
    lines,
    cycles: lines.reduce((sum, { cycles }) => sum + cycles, 0),
    native: nativeCostOf(mix),
    exits: left.reduce((sum: number, count: number) => sum + count, 0),
  };
}

/** The same work on the metal: what every bill is compared with. */
export function nativeBill(workload: GuestTraits['workload']): Bill {
  const mix = MIXES[WORKLOADS[workload].mix];
  const lines = OPERATIONS.map((operation): BillLine => {
    const [count, price] = [mix[operation], NATIVE[operation]];
    return { group: GROUP_OF[operation], operation, count, price, cycles: count * price };
  }).filter(({ cycles }) => cycles > 0);
  const native = nativeCostOf(mix);
  return { lines, cycles: native, native, exits: 0 };
}

/** Cycles of each group of a bill. */
export function byGroup({ lines }: Bill): Readonly<Record<BillGroup, number>> {
  const sums: Record<BillGroup, number> = {
    ordinary: 0,
    syscall: 0,
    memory: 0,
    device: 0,
    interrupt: 0,
    crossing: 0,
    check: 0,
    apart: 0,
  };
  for (const { group, cycles } of lines) sums[group] += cycles;
  return sums;
}

/** Permille of its native cost, as it is quoted. */
export const ratioOf = ({ cycles, native }: Bill): number => Math.trunc((cycles * 1000) / native);
