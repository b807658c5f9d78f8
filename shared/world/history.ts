import type { AlertState, Observation } from './alert.ts';
import type { HarmKind } from './breach.ts';
import type { Trace } from './evidence.ts';
import type { FactRef, RowRef } from './fact.ts';
import type {
  AlertId,
  AssetId,
  AttackerId,
  BreachId,
  EvidenceId,
  FlawId,
  FrameId,
  HostId,
  ImageId,
  SeatId,
  Seq,
  SnapshotId,
  Tick,
  VmId,
  ZoneId,
} from './ids.ts';
import type { Interruption } from './job.ts';
import type { Card } from './machine/card.ts';
import type { Model, Modelled } from './machine/device.ts';
import type { TrapChoice } from './machine/held.ts';
import type { DeviceName, FilterAction, ScrubPolicy, Trap, WipePolicy } from './machine/host.ts';
import type { Tool } from './machine/tools.ts';
import type { Footing, Technique, VmPlan } from './machine/vm.ts';
import type { Rule, Watch } from './network.ts';
import type { ActArgs, Why } from './people/attacker.ts';
import type { Plan } from './people/calendar.ts';
import type { RequestOutcome } from './people/request.ts';
import type { Pilot, Role, Side } from './people/seat.ts';
import type { Tally } from './world.ts';

/** Who did it. `nature` is what happens by itself. */
export type Actor =
  | { readonly kind: 'nature' }
  | { readonly kind: 'seat'; readonly id: number }
  | { readonly kind: 'tenant'; readonly id: number }
  | { readonly kind: 'attacker'; readonly id: number }
  /** Whoever leads the session, who is of no side and has no seat. */
  | { readonly kind: 'instructor' };

export const NATURE: Actor = { kind: 'nature' };

export type Args = Readonly<Record<string, number | string>>;

/** A precondition as it stood when an attack took effect. */
export interface MetNeed {
  readonly need: string;
  readonly facts: readonly FactRef[];
  /** The event behind each of those facts, as the strike found them. */
  readonly stamps: readonly Seq[];
  /** What defenders could have ordered against it, the most direct first. */
  readonly counters: readonly Counter[];
}

/**
 * A command that would have made a need false, and when: done before that fact came to be, ordered
 * instead of what made it so, or ordered after.
 */
export interface Counter {
  readonly command: string;
  readonly args: Args;
  /** What has to follow once that is done: a patch that a running process does not see needs a restart. */
  readonly next?: { readonly command: string; readonly args: Args };
  readonly moment: 'before' | 'instead' | 'after';
  readonly fact: FactRef;
}

/** Why an effect could be: the preconditions that held, and the stamps of their facts. */
export interface Proof {
  readonly needs: readonly MetNeed[];
  readonly causes: readonly Seq[];
}

/** What each kind of event says beside its subjects. */
export interface EventData {
  phase: { readonly phase: 'live' | 'over' };
  'seat-changed': {
    readonly pilot: Pilot;
    readonly side: Side;
    readonly roles: readonly Role[];
  };
  /** Prepare and Live end at other ticks than they would have. */
  'time-set': { readonly liveFrom: Tick; readonly overAt: Tick };
  /** Something that people do was made to happen now; what comes of it has this among its causes. */
  injected: { readonly what: Plan['kind'] };
  /** `price`: what it cost when it was taken. */
  order: { readonly command: string; readonly args: Args; readonly price: number };
  /** `seat`: whose order it was, or 0. */
  act: {
    readonly attack: string;
    readonly args: ActArgs;
    readonly why: Why;
    readonly seat: SeatId | 0;
    readonly quiet: boolean;
  };
  'act-ended': {
    readonly attack: string;
    readonly outcome: 'done' | 'needs-unmet';
    readonly need?: string;
  };
  'job-ended': { readonly command: string; readonly outcome: 'done' | 'cancelled' | Interruption };
  'request-opened': { readonly tenant: number; readonly wish: 'create' | 'destroy' | 'grow' };
  /** Work on it was given up: it waits again. */
  'request-reopened': Record<never, never>;
  'request-ended': { readonly outcome: RequestOutcome };
  'vm-placed': {
    readonly plan: VmPlan;
    readonly tenant: number;
    readonly host: HostId;
    readonly technique: Technique;
    readonly policy: ScrubPolicy;
  };
  'vm-running': Record<never, never>;
  'vm-stopped': Record<never, never>;
  'vm-moving': { readonly from: HostId; readonly to: HostId };
  'vm-moved': { readonly from: HostId; readonly to: HostId };
  'vm-grown': { readonly frames: number };
  'vm-shrunk': { readonly frames: number };
  /** A host came into the room, got more memory, or was taken out. */
  'host-added': Record<never, never>;
  'memory-added': { readonly frames: number };
  'host-retired': Record<never, never>;
  'vm-rebuilt': { readonly image: ImageId };
  'vm-zoned': { readonly zone: ZoneId };
  /** `was`: of a network card, what it was before. */
  'devices-changed': { readonly device: DeviceName; readonly was?: Card };
  'device-swapped': { readonly device: Modelled; readonly model: Model };
  'technique-changed': { readonly technique: Technique };
  /** It was given an address by DHCP, and by whom a gateway: a VM, or (0) its network's own server. */
  'address-taken': { readonly vm: VmId; readonly gateway: VmId | 0 };
  'owner-left': Record<never, never>;
  /** A guest that was told that it is a copy has reseeded. */
  reseeded: Record<never, never>;
  /** Somebody worked in an image by hand and published it anew. */
  'image-baked': { readonly image: ImageId };
  /** Somebody wrote code of theirs into an image in the library: every precondition with its facts, as for a foothold. */
  'image-implanted': {
    readonly image: ImageId;
    readonly attack: string;
    readonly needs: readonly MetNeed[];
  };
  /** The configuration of a VM was changed through the management plane. */
  'config-edited': Record<never, never>;
  'lease-over': Record<never, never>;
  'snapshot-taken': { readonly snapshot: SnapshotId };
  /** `service` and `kernel`: the builds before and after. */
  'vm-reverted': {
    readonly snapshot: SnapshotId;
    readonly service: readonly [from: number, to: number];
    readonly kernel: readonly [from: number, to: number];
  };
  'vm-destroyed': { readonly workload: string; readonly tenant: number; readonly host: HostId };
  /** A channel of a VM's guest tools was opened or shut; a container's grants were taken; an agent was put in. */
  'tools-changed': { readonly tool: Tool; readonly to: 'on' | 'off' };
  'grants-dropped': Record<never, never>;
  'agent-placed': Record<never, never>;
  /** A host is for VMs alone from now on. */
  'programs-removed': { readonly host: HostId };
  /** A user of a host opened what came by mail; copied data. A container's snare was stepped into. */
  'attachment-opened': { readonly host: HostId };
  copied: { readonly host: HostId; readonly asset: AssetId };
  'snare-sprung': { readonly vm: VmId; readonly host: HostId };
  /** `frames` are those that its owner had written. */
  'frames-freed': {
    readonly host: HostId;
    readonly asset: AssetId | 0;
    readonly frames: readonly FrameId[];
    readonly policy: ScrubPolicy;
  };
  /** Written frames of a VM went into its swap file, so that `taker` could be given theirs; and they came back. */
  'memory-swapped': { readonly frames: number; readonly taker: VmId };
  'memory-returned': { readonly frames: number };
  /** `left`: free frames that were dirtied meanwhile and still are. */
  /** A page of a VM was merged with the same page of another, whose frame was kept; its own are free. */
  'pages-merged': { readonly host: HostId; readonly vm: VmId; readonly keeper: VmId };
  /** A VM has frames of its own again for what it read in those of others. */
  'pages-parted': { readonly frames: number };
  'frames-scrubbed': { readonly host: HostId; readonly left: number };
  'blocks-freed': {
    readonly host: HostId;
    readonly asset: AssetId | 0;
    readonly blocks: number;
    readonly policy: WipePolicy;
  };
  'blocks-wiped': { readonly host: HostId; readonly left: number };
  /** Frames that a guest gave back and went on writing to. */
  'frames-smuggled': {
    readonly vm: VmId;
    readonly host: HostId;
    readonly asset: AssetId;
    readonly frames: number;
    readonly attack: string;
    readonly needs: readonly MetNeed[];
  };
  /** Somebody learned at which addresses the process of a VM's devices lies. */
  'layout-read': {
    readonly vm: VmId;
    readonly attack: string;
    readonly needs: readonly MetNeed[];
  };
  'policy-set': { readonly host: HostId; readonly policy: ScrubPolicy };
  'wipe-set': { readonly host: HostId; readonly policy: WipePolicy };
  'volume-encrypted': Record<never, never>;
  /** A backup server has copied so many VMs; one of its copies was deleted; a VM is as it was copied, its service of that build. */
  'backed-up': { readonly vms: number };
  'copy-deleted': Record<never, never>;
  'vm-restored': { readonly service: number };
  'filter-set': {
    /** Of one VM, or 0: of every guest of the host. */
    readonly vm: VmId | 0;
    readonly host: HostId;
    readonly trap: Trap;
    readonly action: FilterAction | 'emulate';
  };
  /** An exit waits on the trap desk. */
  'trap-held': { readonly vm: VmId; readonly host: HostId; readonly trap: Trap };
  /** What was decided of it; what nobody decided of in time was refused by nature. */
  'trap-decided': {
    readonly vm: VmId;
    readonly host: HostId;
    readonly trap: Trap;
    readonly choice: TrapChoice;
    readonly operand: number;
    readonly bound: number;
  };
  /** A setting of a host, a segment or the wire that is switched. */
  'setting-changed': { readonly setting: string; readonly to: string };
  /**
   * The intended policy has changed; `added` says whether the rule was put in or taken out, `at` is
   * its place in the list, from 1.
   */
  'rules-edited': {
    readonly version: number;
    readonly rule: Rule;
    readonly added: boolean;
    readonly at: number;
  };
  'rules-pushed': { readonly host: HostId; readonly version: number };
  'sensor-placed': { readonly host: HostId | 0; readonly watch: Watch };
  /** So many lawful flows pass its IPS although they match a signature. */
  'ips-tuned': { readonly host: HostId; readonly exceptions: number };
  /** Its IPS can no longer keep up, or can again. */
  'ips-overloaded': { readonly host: HostId; readonly overloaded: boolean };
  'flaw-published': { readonly flaw: FlawId };
  patched: { readonly from: number; readonly to: number };
  /** The OS under a hosted hypervisor, or the runtime of containers. */
  'os-patched': { readonly host: HostId; readonly from: number; readonly to: number };
  'host-rebuilt': { readonly from: number; readonly to: number };
  /** Someone got in, or further in: every precondition with its facts, as for a harm. */
  foothold: {
    readonly vm: VmId;
    readonly ring: Footing;
    readonly attack: string;
    readonly needs: readonly MetNeed[];
  };
  /** An intruder was thrown out. */
  evicted: { readonly vm: VmId; readonly attacker: AttackerId | 0 };
  /**
   * An attacker found something out; `notes` is how much of it was new to them. A probe of one precondition of an attack
   * says of which, and what it is.
   */
  learned: {
    readonly attack: string;
    readonly notes: number;
    readonly probed?: { readonly need: string; readonly holds: boolean; readonly vm: number };
  };
  /** A harm: what, to whom, by which attack, and every precondition with its facts. */
  harm: {
    readonly breach: BreachId;
    readonly kind: HarmKind;
    readonly asset: AssetId | 0;
    readonly victim: number;
    readonly vm: VmId;
    readonly host: HostId;
    readonly weight: number;
    readonly attack: string;
    readonly args: Args;
    readonly needs: readonly MetNeed[];
  };
  /** Harm that went on landing from an open breach. */
  bleed: { readonly breach: BreachId; readonly amount: number };
  'breach-closed': { readonly breach: BreachId };
  'breach-discovered': { readonly breach: BreachId };
  evidence: { readonly evidence: EvidenceId; readonly trace: Trace['kind'] };
  alert: { readonly alert: AlertId; readonly seen: Observation };
  'alert-closed': { readonly alert: AlertId; readonly state: AlertState };
  duty: Tally;
  /** `upkeep`: what of it hosts and sensors took (OPEX). */
  bill: { readonly credits: number; readonly upkeep: number };
}

export type EventKind = keyof EventData;

export type GameEvent = {
  readonly [Kind in EventKind]: {
    readonly seq: Seq;
    readonly tick: Tick;
    readonly kind: Kind;
    readonly actor: Actor;
    readonly subjects: readonly RowRef[];
    /** Events without which this one could not have been. */
    readonly causes: readonly Seq[];
    readonly data: EventData[Kind];
  };
}[EventKind];

export type EventOf<Kind extends EventKind> = Extract<GameEvent, { readonly kind: Kind }>;
