import type { AlertState, Observation } from '../world/alert.ts';
import type { HarmKind } from '../world/breach.ts';
import type { Deck } from '../world/deck.ts';
import type { RowRef } from '../world/fact.ts';
import type { Component } from '../world/flaws/record.ts';
import type { FlawName } from '../world/flaws/registry.ts';
import type { Counter } from '../world/history.ts';
import type { Loss } from '../world/losses.ts';
import type { EmulatedNic } from '../world/machine/device.ts';
import type { DeviceName, WordSize } from '../world/machine/host.ts';
import type { Cpu, ImageName } from '../world/machine/image.ts';
import type { WorkloadName } from '../world/machine/workload.ts';
import type { Exception, FlowState, Port, Rule, ServiceName, Watch } from '../world/network.ts';
import type { RequestState } from '../world/people/request.ts';
import type { Pilot } from '../world/people/seat.ts';
import type { AssetName, TenantName } from '../world/people/tenant.ts';
import type { Phase } from '../world/world.ts';
import type { ZoneName } from '../world/zone.ts';
import type {
  BlockRow,
  ExitRow,
  FrameRow,
  HeldRow,
  HostRow,
  SnapshotRow,
  TallyRow,
  VmRow,
} from './machine-rows.ts';

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
  /** The phrase that is in the data of every tenant, by its number; 0: none. */
  readonly phrase: number;
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
  /** The management network of hosts that it is on by mistake, or 0. */
  readonly management: number;
  readonly dhcpGuard: boolean;
}

/** The intended policy: one row, id 1. Zone 0 in a rule is any zone. */
export interface PolicyRow {
  readonly id: number;
  readonly version: number;
  readonly rules: readonly Rule[];
  /** Since when switches are given it by themselves; 0: they are not. */
  readonly automaticSince: number;
  /** Whether live migrations that begin are encrypted. */
  readonly migrationEncryption: boolean;
  /** Build of the management server, 0: there is none; and the zones from which it is reached. */
  readonly serverBuild: number;
  readonly serverFrom: readonly ZoneName[];
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
  /** When it will be given the policy by itself; 0: nothing is on its way to it. */
  readonly pushAt: number;
}

/** The physical wire: one row, id 1. */
interface WireRow {
  readonly id: number;
  readonly watch: Watch;
}

/**
 * A datastore: the hosts that mount it, and the zones from which it is mounted besides; or the library of images. `verified`: what
 * lies there is verified before it is started; `null` where it is never.
 */
export interface StoreRow {
  readonly id: number;
  readonly hosts: readonly number[];
  readonly reachedFrom: readonly ZoneName[];
  readonly library: boolean;
  readonly verified: boolean | null;
}

/** An image in the library, by its id: whether the team has signed it. Whether it still is what was signed no view tells. */
interface ShelfRow {
  readonly id: number;
  readonly signed: boolean;
}

/** What the library’s book has of a VM, by its id: when it was made from its image, and whether its tenant has shut it down. */
interface OriginRow {
  readonly id: number;
  readonly madeAt: number;
  readonly shutDown: boolean;
}

/** A backup server: its build, from where it is reached, and how what it holds is kept. */
export interface RepositoryRow {
  readonly id: number;
  readonly build: number;
  readonly reachedFrom: readonly ZoneName[];
  readonly encrypted: boolean;
  readonly immutable: boolean;
}

/** A restore point. Whoever was in the VM then is not to be seen. */
export interface CopyRow {
  readonly id: number;
  readonly repository: number;
  readonly vm: number;
  readonly takenAt: number;
  readonly kernel: number;
  readonly service: number;
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
  readonly nic: EmulatedNic;
  readonly accel3d: boolean;
  /** Built anew from a recipe; the keys that may lie in it were changed. */
  readonly recipe: boolean;
  readonly revoked: boolean;
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
  /** Frames that its VMs may have in all, or 0. */
  readonly quota: number;
}

export interface AssetRow {
  readonly id: number;
  readonly name: AssetName;
  readonly tenant: number;
  readonly weight: number;
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

/** For whom a host is set apart; `tenant` 0: for nobody, as where there is no row. */
interface DedicationRow {
  readonly id: number;
  readonly tenant: number;
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
  dedications: DedicationRow;
  frames: FrameRow;
  blocks: BlockRow;
  snapshots: SnapshotRow;
  stores: StoreRow;
  shelf: ShelfRow;
  origins: OriginRow;
  repositories: RepositoryRow;
  copies: CopyRow;
  held: HeldRow;
  tallies: TallyRow;
  exits: ExitRow;
  vms: VmRow;
  requests: RequestRow;
  jobs: JobRow;
  alerts: AlertRow;
  breaches: BreachRow;
  seats: SeatRow;
}
