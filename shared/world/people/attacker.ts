import type { FlawName } from '../flaws/registry.ts';
import type {
  AssetId,
  AttackerId,
  HostId,
  OperationId,
  RequestId,
  SeatId,
  Seq,
  TenantId,
  Tick,
  VmId,
} from '../ids.ts';
import type { VmPlan } from '../machine/vm.ts';

/** How far a mind looks, and how fast its hands are. */
export const MIND_NAMES = ['opportunist', 'crew', 'persistent'] as const;
export type MindName = (typeof MIND_NAMES)[number];

/**
 * What an attacker has found out, by key. Keys are made in `note` below from the attacker's own
 * numbers, so that nothing here betrays an id of the world. A note is as old as when it was made:
 * the world may have changed since.
 */
export type Notes = Readonly<Record<string, number | string>>;

/** What a mind that has a goal keeps of it. */
export interface Pursuit {
  /** What it wants, and where: `host/1`; '' while it knows of nothing. */
  goal: string;
  /** The acts that lead there, by the keys of `tried`, the one that it began last first. */
  steps: string[];
  /** What it held when it began that one, and how many of its acts have since come to nothing. */
  lootBefore: number;
  failed: number;
  /** Since when it has waited for what may come by itself; 0 while it does not wait. */
  waitsSince: Tick;
  /** Goals that it has given up, and until when. */
  aside: Record<string, Tick>;
  /** What it decided since its last act: told with the next one. */
  thoughts: string[];
}

/** What a mind carries from tick to tick. Written only by that mind. */
export interface MindMemory {
  /** It does nothing before this tick. */
  waitUntil: Tick;
  /** What it tried and when it is worth another try: `attack?arg=value` → tick. */
  tried: Record<string, Tick>;
  /** What it had under way when it last looked, by the same keys. */
  doing: string[];
  /** A number of its own: of things that are equally good, people do not all take the same. */
  readonly temper: number;
  /** Bodies of data and hosts it held when it last decided. */
  lootBefore: number;
  /** What it is up to, step by step, the next first: for the trace. */
  plan: string[];
  /** Why it did what it did last, for the trace. */
  reason: string;
  /** Only of a mind that has a goal. */
  pursuit?: Pursuit;
}

/** Someone who means harm. Their knowledge is what they have discovered, never the world. */
export interface Attacker {
  readonly id: AttackerId;
  readonly mind: MindName;
  /** The tenant they lawfully are. */
  readonly tenant: TenantId;
  /** What they ask for when they ask for a VM. */
  readonly plan: VmPlan;
  /** Flaws they know of before anyone has published them. */
  readonly zeroDays: readonly FlawName[];
  /** VMs they know, in order of discovery: a view's number is the index here, and one. */
  readonly knownVms: VmId[];
  readonly knownRequests: RequestId[];
  notes: Record<string, number | string>;
  /** Data of others that they hold, and hosts that they run code below. */
  readonly loot: AssetId[];
  readonly hosts: HostId[];
  memory: MindMemory;
  /** How many acts they have begun: each is known to them by its number. */
  begun: number;
  /** They were thrown out of somewhere: people who attack begin nothing before this tick. */
  restsUntil: Tick;
}

/**
 * Why a mind decided as it did: the reason, and the steps that it has in view, this one first. What it had
 * decided before without an act, such as to wait, is told with the act that follows.
 */
export interface Why {
  readonly reason: string;
  readonly plan: readonly string[];
  readonly before?: readonly string[];
}

/**
 * What an act is about. VMs are places in the attacker's own view, never world ids; the attack and the
 * precondition that a probe is of are named by their ids.
 */
export interface ActArgs {
  readonly from?: number;
  readonly vm?: number;
  readonly attack?: string;
  readonly need?: string;
}

/** A decision of an attacker. */
export interface Act {
  readonly attacker: AttackerId;
  readonly attack: string;
  readonly args: ActArgs;
  /** Left out where nobody says. */
  readonly why?: Why;
  /** The seat that ordered it; left out where a mind did, or an instructor. */
  readonly seat?: SeatId;
  /** Slowly and under the radar: see `lengthOf` in `act-lengths.ts`. */
  readonly quiet?: boolean;
}

/** A hostile act under way. Hidden, so it has a counter of its own. */
export interface Operation {
  readonly id: OperationId;
  readonly attacker: AttackerId;
  /** The attacker's own number for it: the table's would betray what others do. */
  readonly number: number;
  readonly attack: string;
  readonly args: ActArgs;
  /** The seat whose hand it holds, or 0 when no seat ordered it. */
  readonly seat: SeatId | 0;
  readonly quiet: boolean;
  readonly startedAt: Tick;
  readonly length: Tick;
  done: Tick;
  /** Its strike waits on the trap desk: it falls due once somebody has decided, or nobody has. */
  held: boolean;
  /** The event of the act that began it. */
  readonly act: Seq;
  /** How many of its strikes have landed. */
  hits: number;
}
