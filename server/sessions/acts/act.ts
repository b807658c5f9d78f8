import type { InstructorAct } from '../../../shared/protocol/messages.ts';
import type { SessionPhase } from '../../../shared/protocol/phase.ts';
import type { WireRefusal } from '../../../shared/protocol/refusal.ts';
import type { Scenario } from '../../../shared/world/scenario/schema.ts';
import type { Admission } from '../admission.ts';
import type { SessionContext } from '../registry.ts';
import type { Rounds } from '../rounds.ts';
import type { Seating } from '../seating.ts';
import type { Session } from '../session.ts';
import type { SessionLifetime } from '../session-lifetime.ts';
import type { SessionWriter } from '../session-writer.ts';

/** What acts work with. */
export interface ActParts {
  readonly context: SessionContext;
  readonly writer: SessionWriter;
  readonly admission: Admission;
  readonly seating: Seating;
  readonly rounds: Rounds;
  readonly lifetime: SessionLifetime;
  readonly scenarios: Readonly<Record<string, Scenario>>;
}

export type ActKind = InstructorAct['kind'];
export type ActOf<K extends ActKind> = Extract<InstructorAct, { readonly kind: K }>;

/** Something an instructor can do: when, and what comes of it. */
export interface ActRule<K extends ActKind> {
  readonly phases: readonly SessionPhase[];
  /** @returns why not, or `null` when it is done. What it changed of the session is saved after. */
  readonly run: (
    parts: ActParts,
    session: Session,
    act: ActOf<K>,
  ) => WireRefusal | null | Promise<WireRefusal | null>;
}

export type ActRules = { readonly [K in ActKind]: ActRule<K> };

export const ALWAYS: readonly SessionPhase[] = ['lobby', 'live', 'debrief'];
export const BETWEEN: readonly SessionPhase[] = ['lobby', 'debrief'];
export const LIVE: readonly SessionPhase[] = ['live'];
