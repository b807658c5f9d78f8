import type { AlertState, Observation } from '../world/alert.ts';
import type { HarmKind } from '../world/breach.ts';
import type { Deck } from '../world/deck.ts';
import type { RowRef } from '../world/fact.ts';
import type { Component } from '../world/flaws/record.ts';
import type { FlawName } from '../world/flaws/registry.ts';
import type { Counter } from '../world/history.ts';
import type { Loss } from '../world/losses.ts';
import type { ExitReason } from '../world/machine/exit.ts';
import type { Fault } from '../world/machine/fault.ts';
import type {
  DeviceName,
  ExitFilter,
  Platform,
  ScrubPolicy,
  WipePolicy,
  WordSize,
} from '../world/machine/host.ts';
import type { HypercallName } from '../world/machine/hypercall.ts';
import type { Cpu, ImageName } from '../world/machine/image.ts';
import type { Power, Technique } from '../world/machine/vm.ts';
import type { WorkloadName } from '../world/machine/workload.ts';
import type { Exception, FlowState, Port, Rule, ServiceName, Watch } from '../world/network.ts';
import type { RequestState } from '../world/people/request.ts';
import type { Pilot } from '../world/people/seat.ts';
import type { AssetName, TenantName } from '../world/people/tenant.ts';
import type { Phase } from '../world/world.ts';
import type { ZoneName } from '../world/zone.ts';

/** The match itself: one row, id 1. Meters are permille of the minute so far. */
export interface MatchRow {
  readonly id: number;
  readonly scenario: string;
  /** What it is played with, without the attacks; `null`: everything there is. */
  readonly deck: Omit<Deck, 'attacks'> | null;
  readonly phase: Phase;
  /** Ticks at which Prepare and Live end. */
  readonly liveFrom: number;
  readonly overAt: number;
  readonly credits: number;
  readonly hands: number;
  readonly fidelity: number;
  readonly isolation: number;
  readonly performance: number;
  /** Mean of the minutes so far, this one included, of discovered harms only. */
  readonly score: number;
  /** One `[fidelity, isolation, performance, bar]` for each full minute. */
  readonly minutes: readonly (readonly number[])[];
  /** What fidelity, isolation and performance lack in that minute, by cause, the greatest first. */
  readonly losses: readonly (readonly Loss[])[];
}

export interface ZoneRow {
  readonly id: number;
  readonly name: ZoneName;
}

/** The layer 2 segment of a zone, and what its port group accepts. */
export interface SegmentRow {
  readonly id: number;
  readonly zone: number;
  readonly promiscuous: boolean;
  readonly macChanges: boolean;
  readonly forgedTransmits: boolean;
  readonly arpInspection: boolean;
}

/** The intended policy: one row, id 1. Zone 0 in a rule is any zone. */
export interface PolicyRow {
  readonly id: number;
  readonly version: number;
  readonly rules: readonly Rule[];
}

/**
 * A virtual switch, by its host's id. It is stale when its version is older than the policy's; a VM
 * of the host that is not among its ports is not filtered at all.
 */
export interface SwitchRow {
  readonly id: number;
  readonly version: number;
  readonly ports: readonly Port[];
  readonly watch: Watch;
  /** Lawful flows that its IPS lets pass although they match a signature. */
  readonly exceptions: readonly Exception[];
  /** Its IPS cannot keep up and drops every packet. */
  readonly overloaded: boolean;
  readonly dropsUntil: number;
}

/** The physical wire: one row, id 1. */
interface WireRow {
  readonly id: number;
  readonly watch: Watch;
}

/** Traffic that a service lives on; 0 is the internet. */
export interface FlowRow {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  readonly service: ServiceName;
  readonly state: FlowState;
}

export interface ImageRow {
  readonly id: number;
  readonly name: ImageName;
  readonly cpu: Cpu;
  readonly wordSize: WordSize;
  readonly os: 'open' | 'closed';
  readonly container: boolean;
  readonly kernel: number;
  readonly service: number;
  readonly runsAs: 'user' | 'root';
  readonly legacyOnly: boolean;
  readonly devices: readonly DeviceName[];
}

/** A published flaw: builds of that component below `fixedIn` have it. Numbered as they came out. */
export interface AdvisoryRow {
  readonly id: number;
  readonly name: FlawName;
  readonly component: Component;
  readonly fixedIn: number;
  readonly publishedAt: number;
}

export interface TenantRow {
  readonly id: number;
  readonly name: TenantName;
}

export interface AssetRow {
  readonly id: number;
  readonly name: AssetName;
  readonly tenant: number;
  readonly weight: number;
}

export interface HostRow {
  readonly id: number;
  readonly platform: Platform;
  readonly year: number;
  readonly virtualisationExtension: boolean;
  readonly nestedPaging: boolean;
  /** Of the hypervisor; of a container host, of the shared kernel. */
  readonly build: number;
  readonly scrub: ScrubPolicy;
  readonly wipe: WipePolicy;
  /** Device processes are confined; containers' system calls are filtered. */
  readonly sandbox: boolean;
  readonly seccomp: boolean;
  readonly filters: readonly ExitFilter[];
  /** Hypercalls of paravirtual guests are logged. */
  readonly hypercallAudit: boolean;
  /** Two threads a core; the first-level cache emptied at each entry; equal pages merged; the last-level cache parted. */
  readonly smt: boolean;
  readonly l1Flush: boolean;
  readonly dedup: boolean;
  readonly cachePartition: boolean;
  /** Its memory corrects flipped bits. */
  readonly rowGuard: boolean;
  /** Its performance counters are read out. */
  readonly counters: boolean;
  /** Permille of its cycles in use. */
  readonly load: number;
  /** Free frames and blocks; the allocator takes from the END of these lists. */
  readonly free: readonly number[];
  readonly freeBlocks: readonly number[];
}

export interface FrameRow {
  readonly id: number;
  readonly host: number;
  /** VM id, or 0 when free. */
  readonly owner: number;
  /** Asset written by its owner, or 0. */
  readonly content: number;
  /** Asset left by an earlier owner, or 0. A frame can be owned and still hold residue. */
  readonly residue: number;
}

export interface BlockRow {
  readonly id: number;
  readonly host: number;
  /** VM id, or 0 when free (or when a snapshot has it). */
  readonly owner: number;
  readonly snapshot: number;
  readonly content: number;
  readonly residue: number;
  /** The residue is ciphertext whose key is gone. */
  readonly sealed: boolean;
}

interface SnapshotRow {
  readonly id: number;
  readonly vm: number;
  readonly takenAt: number;
  readonly kernel: number;
  readonly service: number;
}

/** The latest exit of a host that was worth a record; its id is the host's. */
export interface ExitRow {
  readonly id: number;
  readonly tick: number;
  readonly vm: number;
  readonly reason: ExitReason;
  readonly device: DeviceName | '';
  readonly call: HypercallName | '';
  readonly operand: number;
  readonly bound: number;
  readonly verdict: 'emulated' | 'refused';
}

export interface VmRow {
  readonly id: number;
  readonly tenant: number;
  readonly workload: WorkloadName;
  readonly zone: number;
  readonly asset: number;
  readonly host: number;
  readonly image: number;
  readonly technique: Technique;
  readonly wordSize: WordSize;
  /** Where it is being moved to, or 0. */
  readonly movingTo: number;
  readonly power: Power;
  readonly devices: readonly DeviceName[];
  /** Filters for its exits alone. */
  readonly filters: readonly ExitFilter[];
  /** Build of the device models in the process that runs it. */
  readonly deviceBuild: number;
  /** Builds of the guest kernel and of the service it offers. */
  readonly kernel: number;
  readonly service: number;
  readonly encrypted: boolean;
  readonly owner: 'present' | 'gone';
  /** When its lease ends, or 0. */
  readonly leaseEnds: number;
  /** Its frames and blocks, in the order the guest fills them. */
  readonly memory: readonly number[];
  /** Frames of other VMs that it reads in place of its own. */
  readonly merged: readonly number[];
  readonly disk: readonly number[];
  /** Permille of the cycles it wants that it gets. */
  readonly served: number;
  /** Flows it lives on that do not get through; exits (of a container: system calls) a second. */
  readonly cutOff: number;
  readonly exits: number;
  /** What keeps it from the result that it would have on real hardware. */
  readonly faults: readonly Fault[];
  /** Milliseconds that its clock is behind. */
  readonly clockLag: number;
  readonly bornAt: number;
}

export interface RequestRow {
  readonly id: number;
  readonly tenant: number;
  readonly kind: 'create' | 'destroy' | 'grow';
  /** For `create`. */
  readonly workload: WorkloadName | '';
  readonly zone: number;
  readonly asset: number;
  readonly image: number;
  /** For `create` and `grow`: frames that it wants (more). */
  readonly frames: number;
  readonly blocks: number;
  /** Ticks that it is wanted for; 0 is without end. */
  readonly lease: number;
  /** For `destroy` and `grow`: the VM it is about. */
  readonly vm: number;
  readonly openedAt: number;
  readonly deadline: number;
  readonly state: RequestState;
}

export interface JobRow {
  readonly id: number;
  readonly command: string;
  readonly args: Readonly<Record<string, number | string>>;
  readonly seat: number;
  readonly host: number;
  readonly claims: readonly RowRef[];
  readonly startedAt: number;
  /** Tick at which it will end if nothing stops it. */
  readonly endsAt: number;
}

export interface AlertRow {
  readonly id: number;
  readonly tick: number;
  /** When it was last seen. */
  readonly latest: number;
  readonly sensor: string;
  readonly host: number;
  readonly vm: number;
  readonly seen: Observation;
  readonly state: AlertState;
  /** When it ceased to be open, or 0. */
  readonly closedAt: number;
}

/** A precondition of a harm, and the most direct counter to it. */
export interface Because {
  readonly need: string;
  readonly counter: Pick<Counter, 'command' | 'args'> | null;
}

/** A harm the defenders have learned of: what the because-card shows. */
export interface BreachRow {
  readonly id: number;
  readonly kind: HarmKind;
  readonly asset: number;
  readonly victim: number;
  readonly vm: number;
  readonly host: number;
  readonly weight: number;
  readonly tick: number;
  readonly discoveredAt: number;
  readonly open: boolean;
  readonly attack: string;
  readonly needs: readonly Because[];
}

interface SeatRow {
  readonly id: number;
  readonly pilot: Pilot;
}

/** The tables of blue's view. */
export interface BlueRows {
  match: MatchRow;
  zones: ZoneRow;
  segments: SegmentRow;
  policies: PolicyRow;
  switches: SwitchRow;
  wires: WireRow;
  flows: FlowRow;
  images: ImageRow;
  advisories: AdvisoryRow;
  tenants: TenantRow;
  assets: AssetRow;
  hosts: HostRow;
  frames: FrameRow;
  blocks: BlockRow;
  snapshots: SnapshotRow;
  exits: ExitRow;
  vms: VmRow;
  requests: RequestRow;
  jobs: JobRow;
  alerts: AlertRow;
  breaches: BreachRow;
  seats: SeatRow;
}
