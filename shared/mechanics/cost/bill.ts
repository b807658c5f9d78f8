import type { Host } from '../../world/machine/host.ts';
import { type Technique, TRANSLATED } from '../../world/machine/vm.ts';
import { MIXES, type OperationCounts, WORKLOADS } from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';
import { filtersOn } from '../fidelity/filtered.ts';
import { wayOutOf } from '../processor/way-out.ts';
import { checksOf } from './checks.ts';
import { exitsOf, nativeCostOf } from './cost.ts';
import { extrasOf, type Part, partsOf } from './device-cost.ts';
import { type GuestTraits, guestExits, placeOf } from './guest-cost.ts';
import { BATCH, type CostTraits, MERGED, NATIVE, pricesOf } from './prices.ts';
import {
  cachePartCost,
  DECRYPT,
  DRAM,
  flushCycles,
  iommuCost,
  l1FlushCost,
  MAPPING,
  memoryKeyCost,
} from './taxes.ts';
import { hypercallCycles, roundTrip } from './transition.ts';
import { blocksToTranslate, TRANSLATE } from './translation.ts';

type Operation = keyof OperationCounts;

/**
 * What a bill is read by. `crossing` is the way out of the guest and back, by itself: what is then done
 * about it stands with the operation that it is done for. `apart` is what keeps the guests of a host from
 * each other’s caches, and devices from what is not theirs.
 */
export const BILL_GROUPS = [
  'ordinary',
  'syscall',
  'memory',
  'device',
  'interrupt',
  'crossing',
  'translation',
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
   * emptied before an entry, `block` a basic block that a translator meets for the first time, `part` what a
   * TLB miss costs more with a part of the cache, `decrypt` what it costs more from encrypted memory.
   * `backend` is what a ring costs more where a process serves it, `draw` what the guest's own CPU draws, `map` a buffer that the
   * IOMMU is told of.
   */
  readonly operation:
    | Operation
    | 'check'
    | 'flush'
    | 'part'
    | 'block'
    | 'decrypt'
    | 'backend'
    | 'draw'
    | 'map';
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
  Partial<Pick<Deep<Host>, 'cachePartition' | 'iommu'>>;

/**
 * Cycles of an operation’s price that are the way out of the guest and back: a VM exit and entry, or a
 * hypercall (rule K3); of one that is handed over with others or merged with the next, its share. A nested hypervisor’s exits
 * are published as a whole, and so are calls of a translator: nothing of those is told apart.
 */
function wayOf(operation: Operation, technique: Technique, host: CostTraits): number {
  const way = wayOutOf(technique);
  if ((way !== 'exits' && way !== 'hypercalls') || host.nested) return 0;
  const whole = way === 'exits' ? roundTrip(host.year) : hypercallCycles(host.year);
  const shared = Math.trunc(whole / BATCH);
  const close = host.exitMerging === true ? Math.trunc(whole / MERGED) : whole;
  switch (operation) {
    case 'device':
      return technique === 'hvm' ? close : shared;
    case 'pageTable':
      if (way === 'hypercalls') return shared;
      return host.nestedPaging ? 0 : close;
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
  { mix, technique, devices }: Part,
  guest: GuestTraits,
  host: BillHost,
): BillLine[] {
  const { filters = [], translated = TRANSLATED, memoryEncrypted = false } = guest;
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
  const blocks = blocksToTranslate(technique, translated);
  const block: BillLine = {
    group: 'translation',
    operation: 'block',
    count: blocks,
    price: TRANSLATE,
    cycles: blocks * TRANSLATE,
  };
  const flushed = host.l1Flush === true ? l1FlushCost(mix, technique, host) : 0;
  const flush: BillLine = {
    group: 'apart',
    operation: 'flush',
    count: flushed === 0 ? 0 : exitsOf(mix, technique, host),
    price: flushCycles(host),
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
  const keys = memoryEncrypted ? memoryKeyCost(mix) : 0;
  const decrypt: BillLine = {
    group: 'apart',
    operation: 'decrypt',
    count: keys === 0 ? 0 : mix.tlbMiss,
    price: DECRYPT,
    cycles: keys,
  };
  const mapped = host.iommu === true ? iommuCost(mix, 'deferred') : 0;
  const map: BillLine = {
    group: 'apart',
    operation: 'map',
    count: mapped === 0 ? 0 : mix.device + mix.alone,
    price: MAPPING.deferred,
    cycles: mapped,
  };
  return [...own, ...ways, block, check, flush, part, decrypt, map].filter(
    ({ cycles }) => cycles > 0,
  );
}

/**
 * The bill by operation of a guest’s work (rule K74): counts by prices and nothing else, so that its
 * lines add up to what the guest is charged (`guestCost`).
 */
export function billOf(guest: GuestTraits, host: BillHost): Bill {
  const place = placeOf(guest, host);
  const parts = partsOf(guest).flatMap((part) => linesOf(part, guest, place));
  const extras = extrasOf(guest, place).map((extra): BillLine => {
    return { group: 'device', ...extra, cycles: extra.count * extra.price };
  });
  const lines = [...parts, ...extras];
  return {
    lines,
    cycles: lines.reduce((sum, { cycles }) => sum + cycles, 0),
    native: nativeCostOf(MIXES[WORKLOADS[guest.workload].mix]),
    exits: guestExits(guest, host),
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
    translation: 0,
    check: 0,
    apart: 0,
  };
  for (const { group, cycles } of lines) sums[group] += cycles;
  return sums;
}

/** Permille of its native cost, as it is quoted. */
export const ratioOf = ({ cycles, native }: Bill): number => Math.trunc((cycles * 1000) / native);
