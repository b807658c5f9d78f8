import type { AlertState, Observation, SensorName } from '../world/alert.ts';
import type { HarmKind } from '../world/breach.ts';
import type { RowRef } from '../world/fact.ts';
import type { Counter } from '../world/history.ts';
import type { HypervisorType, ScrubPolicy } from '../world/host.ts';
import type { RequestState } from '../world/request.ts';
import type { Pilot } from '../world/seat.ts';
import type { AssetName, TenantName } from '../world/tenant.ts';
import type { Power, Technique, WorkloadName } from '../world/vm.ts';
import type { Phase } from '../world/world.ts';
import type { ZoneName } from '../world/zone.ts';

/** The match itself: one row, id 1. Meters are permille of the minute so far. */
export interface MatchRow {
  readonly id: number;
  readonly scenario: string;
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
}

export interface ZoneRow {
  readonly id: number;
  readonly name: ZoneName;
  readonly trust: number;
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
  readonly type: HypervisorType;
  readonly year: number;
  readonly virtualisationExtension: boolean;
  readonly nestedPaging: boolean;
  readonly iommu: boolean;
  readonly build: number;
  readonly scrub: ScrubPolicy;
  /** Permille of its cycles in use. */
  readonly load: number;
  /** Free frames; the allocator takes from the END of this list. */
  readonly free: readonly number[];
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

export interface VmRow {
  readonly id: number;
  readonly tenant: number;
  readonly workload: WorkloadName;
  readonly zone: number;
  readonly asset: number;
  readonly host: number;
  readonly technique: Technique;
  readonly power: Power;
  /** Its frames, in the order the guest fills them. */
  readonly memory: readonly number[];
  /** Kilocycles a tick it wants, and permille of them it gets. */
  readonly demand: number;
  readonly served: number;
  readonly bornAt: number;
}

export interface RequestRow {
  readonly id: number;
  readonly tenant: number;
  readonly kind: 'create' | 'destroy';
  /** For `create`. */
  readonly workload: WorkloadName | '';
  readonly zone: number;
  readonly asset: number;
  readonly frames: number;
  /** For `destroy`: the VM to take away. */
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
  readonly sensor: SensorName;
  readonly host: number;
  readonly vm: number;
  readonly seen: Observation;
  readonly state: AlertState;
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

export interface SeatRow {
  readonly id: number;
  readonly pilot: Pilot;
}

/** The tables of blue's view. */
export interface BlueRows {
  match: MatchRow;
  zones: ZoneRow;
  tenants: TenantRow;
  assets: AssetRow;
  hosts: HostRow;
  frames: FrameRow;
  vms: VmRow;
  requests: RequestRow;
  jobs: JobRow;
  alerts: AlertRow;
  breaches: BreachRow;
  seats: SeatRow;
}

type Columns<R> = { readonly [T in keyof R]: readonly (keyof R[T] & string)[] };

/**
 * Fields in the order of the wire: a mask's bit 0 is the first. `id` is the row's address and no
 * column. What is not named here does not leave the server.
 */
export const BLUE_COLUMNS: Columns<BlueRows> = {
  match: [
    'scenario',
    'phase',
    'liveFrom',
    'overAt',
    'credits',
    'hands',
    'fidelity',
    'isolation',
    'performance',
    'score',
    'minutes',
  ],
  zones: ['name', 'trust'],
  tenants: ['name'],
  assets: ['name', 'tenant', 'weight'],
  hosts: [
    'type',
    'year',
    'virtualisationExtension',
    'nestedPaging',
    'iommu',
    'build',
    'scrub',
    'load',
    'free',
  ],
  frames: ['host', 'owner', 'content', 'residue'],
  vms: [
    'tenant',
    'workload',
    'zone',
    'asset',
    'host',
    'technique',
    'power',
    'memory',
    'demand',
    'served',
    'bornAt',
  ],
  requests: [
    'tenant',
    'kind',
    'workload',
    'zone',
    'asset',
    'frames',
    'vm',
    'openedAt',
    'deadline',
    'state',
  ],
  jobs: ['command', 'args', 'seat', 'host', 'claims', 'startedAt', 'endsAt'],
  alerts: ['tick', 'sensor', 'host', 'vm', 'seen', 'state'],
  breaches: [
    'kind',
    'asset',
    'victim',
    'vm',
    'host',
    'weight',
    'tick',
    'discoveredAt',
    'open',
    'attack',
    'needs',
  ],
  seats: ['pilot'],
};
