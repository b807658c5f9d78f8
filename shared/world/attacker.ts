import type {
  AssetId,
  AttackerId,
  OperationId,
  RequestId,
  Seq,
  TenantId,
  Tick,
  VmId,
} from './ids.ts';
import type { VmPlan } from './vm.ts';

export type MindName = 'opportunist';

/** What a mind carries from tick to tick. Written only by that mind. */
export interface MindMemory {
  /** It does nothing before this tick. */
  waitUntil: Tick;
  /** How many VMs it has asked for. */
  asked: number;
  /** Its own VMs (numbers of its own view) whose memory it has already read through. */
  searched: number[];
  /** Bodies of data it held when it began to read the last one. */
  lootBefore: number;
  /** Why it did what it did last, for the trace. */
  reason: string;
}

/** Someone who means harm. Their knowledge is what they have discovered, never the world. */
export interface Attacker {
  readonly id: AttackerId;
  readonly mind: MindName;
  /** The tenant they lawfully are. */
  readonly tenant: TenantId;
  /** What they ask for when they ask for a VM. */
  readonly plan: VmPlan;
  /** VMs they know, in order of discovery: a view's number is the index here. */
  readonly knownVms: VmId[];
  readonly knownRequests: RequestId[];
  /** Data of others that they hold. */
  readonly loot: AssetId[];
  memory: MindMemory;
}

/** A decision of an attacker. Arguments are numbers of the attacker's own view, never world ids. */
export interface Act {
  readonly attacker: AttackerId;
  readonly attack: string;
  readonly args: Readonly<Record<string, number>>;
}

/** A hostile act under way. Hidden, so it has a counter of its own. */
export interface Operation {
  readonly id: OperationId;
  readonly attacker: AttackerId;
  readonly attack: string;
  readonly args: Readonly<Record<string, number>>;
  readonly startedAt: Tick;
  readonly length: Tick;
  done: Tick;
  /** The event of the act that began it. */
  readonly act: Seq;
  /** How many of its strikes have landed. */
  hits: number;
}
