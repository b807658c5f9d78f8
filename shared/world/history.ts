import type { Observation } from './alert.ts';
import type { HarmKind } from './breach.ts';
import type { FactRef, RowRef } from './fact.ts';
import type { ScrubPolicy } from './host.ts';
import type {
  AlertId,
  AssetId,
  BreachId,
  EvidenceId,
  FrameId,
  HostId,
  Seq,
  Tick,
  VmId,
} from './ids.ts';
import type { Interruption } from './job.ts';
import type { RequestOutcome } from './request.ts';
import type { Pilot } from './seat.ts';
import type { VmPlan } from './vm.ts';
import type { Tally } from './world.ts';

/** Who did it. `nature` is what happens by itself. */
export type Actor =
  | { readonly kind: 'nature' }
  | { readonly kind: 'seat'; readonly id: number }
  | { readonly kind: 'tenant'; readonly id: number }
  | { readonly kind: 'attacker'; readonly id: number };

export const NATURE: Actor = { kind: 'nature' };

type Args = Readonly<Record<string, number | string>>;

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
  'seat-changed': { readonly pilot: Pilot };
  order: { readonly command: string; readonly args: Args };
  act: { readonly attack: string; readonly args: Args };
  'act-ended': {
    readonly attack: string;
    readonly outcome: 'done' | 'needs-unmet';
    readonly need?: string;
  };
  'job-ended': { readonly command: string; readonly outcome: 'done' | 'cancelled' | Interruption };
  'request-opened': { readonly tenant: number; readonly wish: 'create' | 'destroy' };
  /** Work on it was given up: it waits again. */
  'request-reopened': Record<never, never>;
  'request-ended': { readonly outcome: RequestOutcome };
  'vm-placed': {
    readonly plan: VmPlan;
    readonly tenant: number;
    readonly host: HostId;
    readonly policy: ScrubPolicy;
  };
  'vm-running': Record<never, never>;
  'vm-stopped': Record<never, never>;
  'vm-destroyed': { readonly workload: string; readonly tenant: number; readonly host: HostId };
  /** `frames` are those that its owner had written. */
  'frames-freed': {
    readonly host: HostId;
    readonly asset: AssetId | 0;
    readonly frames: readonly FrameId[];
    readonly policy: ScrubPolicy;
  };
  /** `left`: free frames that were dirtied meanwhile and still are. */
  'frames-scrubbed': { readonly host: HostId; readonly left: number };
  'policy-set': { readonly host: HostId; readonly policy: ScrubPolicy };
  /** A harm: what, to whom, by which attack, and every precondition with its facts. */
  harm: {
    readonly breach: BreachId;
    readonly kind: HarmKind;
    readonly asset: AssetId;
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
  evidence: { readonly evidence: EvidenceId };
  alert: { readonly alert: AlertId; readonly seen: Observation };
  'alert-over': { readonly alert: AlertId };
  duty: Tally;
  bill: { readonly credits: number };
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
