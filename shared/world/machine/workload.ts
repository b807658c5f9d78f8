import type { ServiceName } from '../network.ts';
import type { Grant } from './grants.ts';
import type { DeviceName } from './host.ts';
import type { Tool } from './tools.ts';

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
  'door-control',
  'lab-analyser',
  'build-farm',
  'file-mirror',
  'dev-desktop',
  'ci-runner',
  'design-desktop',
  'market-feed',
  'scan-transfer',
  'vrrp-router',
  'vlan-router',
  'nested-lab',
  'app-stream',
] as const;

/** What a VM does for its tenant. */
export type WorkloadName = (typeof WORKLOAD_NAMES)[number];

/** Operations that cost differently under each technique, counted for a million native cycles. */
export interface OperationCounts {
  /** Cycles of ordinary instructions. */
  readonly compute: number;
  readonly syscall: number;
  /** Touches of a device by which a packet or a block is handed over, one of many. */
  readonly device: number;
  /** The same where the guest waits for the answer before it goes on: nothing can be batched. */
  readonly alone: number;
  /** The same of a device of its own, such as a virtual function of an SR-IOV card. */
  readonly direct: number;
  /** Writes to page tables, one entry each. */
  readonly pageTable: number;
  readonly tlbMiss: number;
  /** TLB misses where guest and hypervisor map large pages. */
  readonly largeMiss: number;
  /** Interrupts that arrive, times at which it goes idle (HLT), and CPUID of its applications. */
  readonly interrupt: number;
  readonly halt: number;
  readonly cpuid: number;
}

export interface Workload {
  /** What it offers on the network, and to whom beside its own tenant. */
  readonly serves: ServiceName;
  readonly public: boolean;
  /** Workloads of its tenant that it cannot do without. */
  readonly uses: readonly WorkloadName[];
  /**
   * Which of these lawful flows match a signature of an IDS or IPS although nothing is wrong with
   * them: by the workload that it uses, or `public` for what comes to it from the internet. Patterns
   * are found in payloads; that one means no harm is not in it (FACTS §27.2, E9).
   */
  readonly falseAlarms?: readonly (WorkloadName | 'public')[];
  /** Channels to its host that the people who use it work through (rule K97). */
  readonly tools?: readonly Tool[];
  /** What it needs of its host, which makes sense of a container only (rule K96). */
  readonly grant?: Grant;
  /** Devices that it needs beside disk and network card. */
  readonly needs: readonly DeviceName[];
  /** Buffers of drawing commands that it hands to a graphics card in a million native cycles. */
  readonly draws?: number;
  /**
   * It takes over a MAC address that is not its card's own as it fails over (VRRP, bonding): where such frames are
   * dropped its service is gone (FACTS B26).
   */
  readonly movesMac?: true;
  /** It has an address in several VLANs, whose tags its own kernel sets (VGT): it needs a trunk for a port (FACTS B48). */
  readonly trunk?: true;
  readonly mix: keyof typeof MIXES;
  /**
   * In what alone it is delivered: a package, which is a container image and no machine (rule W15), or the
   * appliance of its maker, which has drivers for that one machine, or code for its CPU.
   */
  readonly comesAs?: 'package' | 'appliance';
  /** Its work is done by guests of its own, under a hypervisor of its own. */
  readonly nests?: true;
  /** Programs run under a debugger in it: breakpoints and single steps are its everyday work. */
  readonly debugs?: true;
}

/**
 * What a million native cycles of each kind of work are made of (our figures). With the native prices
 * of `mechanics/cost/prices.ts` each adds up to a million, which a test checks.
 */
export const MIXES = {
  compute: {
    compute: 992_578,
    syscall: 10,
    device: 0,
    alone: 0,
    direct: 0,
    pageTable: 2,
    tlbMiss: 100,
    largeMiss: 0,
    interrupt: 1,
    halt: 0,
    cpuid: 0,
  },
  server: {
    compute: 803_400,
    syscall: 500,
    device: 20,
    alone: 0,
    direct: 0,
    pageTable: 20,
    tlbMiss: 150,
    largeMiss: 0,
    interrupt: 5,
    halt: 2,
    cpuid: 1,
  },
  database: {
    compute: 792_480,
    syscall: 400,
    device: 30,
    alone: 0,
    direct: 0,
    pageTable: 50,
    tlbMiss: 200,
    largeMiss: 0,
    interrupt: 6,
    halt: 2,
    cpuid: 1,
  },
  /** Forks and maps all day: what shadow paging cannot bear. */
  pageTableHeavy: {
    compute: 880_710,
    syscall: 300,
    device: 10,
    alone: 0,
    direct: 0,
    pageTable: 300,
    tlbMiss: 250,
    largeMiss: 0,
    interrupt: 4,
    halt: 1,
    cpuid: 1,
  },
  /**
   * Building a kernel, as Adams and Agesen measured it. System calls and page-table writes are the two
   * unknowns that its two times give (C29: 1.48 translated, 1.83 with hardware assistance); the
   * interrupts were chosen with its time nested in view (C52). The rest is ours.
   */
  kernelBuild: {
    compute: 936_214,
    syscall: 217,
    device: 1,
    alone: 0,
    direct: 0,
    pageTable: 63,
    tlbMiss: 150,
    largeMiss: 0,
    interrupt: 2,
    halt: 0,
    cpuid: 0,
  },
  /**
   * Serving files all day: 897 Mb/s in packets of 1500 bytes at 2.4 GHz (C12), announced four at a time,
   * with more system calls than a benchmark makes (our counts).
   */
  packets: {
    compute: 856_239,
    syscall: 140,
    device: 31,
    alone: 0,
    direct: 0,
    pageTable: 2,
    tlbMiss: 60,
    largeMiss: 0,
    interrupt: 8,
    halt: 0,
    cpuid: 0,
  },
  /** Turning a part on the screen: what is drawn is handed on in a few large buffers (our counts). */
  graphics: {
    compute: 844_900,
    syscall: 300,
    device: 20,
    alone: 0,
    direct: 0,
    pageTable: 20,
    tlbMiss: 250,
    largeMiss: 0,
    interrupt: 8,
    halt: 1,
    cpuid: 1,
  },
  /**
   * Orders and quotes: each packet is waited for, so that none are handed over together (our counts). It is what
   * passes a card through for: on every other road each packet wakes somebody.
   */
  quotes: {
    compute: 758_758,
    syscall: 150,
    device: 0,
    alone: 60,
    direct: 0,
    pageTable: 2,
    tlbMiss: 60,
    largeMiss: 0,
    interrupt: 10,
    halt: 0,
    cpuid: 0,
  },
} as const satisfies Readonly<Record<string, OperationCounts>>;

/** How many of the touches of devices of such work are the network card's; the rest are the disk's (our counts). */
export const NIC_TOUCHES: Readonly<Record<keyof typeof MIXES, number>> = {
  compute: 0,
  server: 12,
  database: 8,
  pageTableHeavy: 4,
  kernelBuild: 0,
  packets: 31,
  graphics: 14,
  quotes: 0,
};

export const WORKLOADS: Readonly<Record<WorkloadName, Workload>> = {
  payments: { serves: 'web', public: true, uses: ['ledger-db'], needs: [], mix: 'server' },
  settlement: {
    serves: 'queue',
    public: false,
    uses: ['ledger-db'],
    // The nightly batch: long statements joined by UNION, as an SQL injection has them.
    falseAlarms: ['ledger-db'],
    needs: [],
    mix: 'server',
  },
  'ledger-db': { serves: 'db', public: false, uses: [], needs: [], mix: 'database' },
  'patient-db': { serves: 'db', public: false, uses: [], needs: [], mix: 'database' },
  booking: {
    serves: 'web',
    public: true,
    uses: [],
    // A form in which patients write whatever they like, quotes and semicolons included.
    falseAlarms: ['public'],
    needs: [],
    mix: 'server',
  },
  imaging: { serves: 'queue', public: false, uses: [], needs: [], mix: 'compute' },
  storefront: { serves: 'web', public: true, uses: [], needs: [], mix: 'server' },
  'order-queue': { serves: 'queue', public: false, uses: [], needs: [], mix: 'server' },
  'catalogue-db': { serves: 'db', public: false, uses: [], needs: [], mix: 'database' },
  search: { serves: 'web', public: false, uses: [], needs: [], mix: 'pageTableHeavy' },
  analytics: { serves: 'queue', public: false, uses: [], needs: [], mix: 'compute' },
  'test-bench': {
    serves: 'web',
    public: false,
    uses: [],
    needs: [],
    mix: 'pageTableHeavy',
    debugs: true,
  },
  'office-desktop': { serves: 'web', public: false, uses: [], needs: ['xhci'], mix: 'server' },
  'door-control': {
    serves: 'queue',
    public: false,
    uses: [],
    needs: [],
    mix: 'server',
    comesAs: 'appliance',
  },
  // Its maker delivers calibrations on floppy disks, and it was never asked for anything else.
  'lab-analyser': { serves: 'queue', public: false, uses: [], needs: ['floppy'], mix: 'server' },
  'build-farm': { serves: 'queue', public: false, uses: [], needs: [], mix: 'kernelBuild' },
  // Parts are drawn in three dimensions: without a display there is nothing to see.
  'design-desktop': {
    serves: 'web',
    public: false,
    uses: [],
    needs: ['svga'],
    draws: 20,
    mix: 'graphics',
  },
  'file-mirror': { serves: 'web', public: true, uses: [], needs: [], mix: 'packets' },
  // Its sources lie on the host, and its people copy and paste between the two all day.
  'dev-desktop': {
    serves: 'web',
    public: false,
    uses: [],
    tools: ['shared-folders', 'clipboard'],
    needs: [],
    mix: 'server',
  },
  // It builds images, for which it gives orders to the runtime of its host.
  'ci-runner': {
    serves: 'queue',
    public: false,
    uses: [],
    grant: 'host-socket',
    needs: [],
    mix: 'kernelBuild',
  },
  'market-feed': { serves: 'queue', public: false, uses: ['settlement'], needs: [], mix: 'quotes' },
  'scan-transfer': {
    serves: 'queue',
    public: false,
    uses: ['patient-db'],
    needs: [],
    mix: 'packets',
  },
  'vrrp-router': {
    serves: 'queue',
    public: false,
    uses: [],
    needs: [],
    movesMac: true,
    mix: 'packets',
  },
  // Its tenant's networks meet in it, and its people set them up in a page of its own.
  'vlan-router': {
    serves: 'web',
    public: false,
    uses: [],
    needs: [],
    trunk: true,
    mix: 'packets',
  },
  // Builds and tests in VMs that it makes itself.
  'nested-lab': {
    serves: 'queue',
    public: false,
    uses: [],
    needs: [],
    mix: 'kernelBuild',
    nests: true,
  },
  // Programs that their users see as their own: it mounts each package as somebody opens it (mount(2)).
  'app-stream': {
    serves: 'web',
    public: false,
    uses: [],
    grant: 'sys-admin',
    needs: [],
    mix: 'server',
    comesAs: 'package',
  },
};
