import type { RuleRefusal } from '../commands/refusal.ts';

/** Refusals that have nothing to do with the rules of the world. */
export interface WireRefusals {
  /** The message is not of the form it must have. `path` says where. */
  'protocol.malformed': { readonly path: string };
  'protocol.too-large': { readonly limit: number };
  'protocol.too-fast': { readonly waitMs: number };
  'protocol.old-version': Record<never, never>;
  'protocol.internal': Record<never, never>;
  /** A page's own word: the line broke before the answer came. */
  'protocol.unanswered': Record<never, never>;
  /** No such session, or none that may be told of. */
  'session.unknown': Record<never, never>;
  /** It is over: nobody new comes in. */
  'session.over': Record<never, never>;
  'session.full': { readonly limit: number };
  'session.name-taken': Record<never, never>;
  'session.name-unfit': Record<never, never>;
  /** A name that someone who leads the class might have. */
  'session.name-poses': Record<never, never>;
  'session.seat-unknown': Record<never, never>;
  /** The seat was taken to another device by its rejoin code. */
  'session.seat-moved': Record<never, never>;
  'session.not-instructor': Record<never, never>;
  /** The key opens nothing here; or the rejoin code does not. */
  'session.wrong-key': Record<never, never>;
  'session.too-many-guesses': { readonly waitMs: number };
  'session.locked': Record<never, never>;
  /** The instructor has not let them in yet. */
  'session.waiting': Record<never, never>;
  'session.removed': Record<never, never>;
  /** Who looks on orders nothing. */
  'session.watching': Record<never, never>;
  'session.paused': Record<never, never>;
  'session.no-choice': Record<never, never>;
  'session.team-full': { readonly limit: number };
  'session.no-team': Record<never, never>;
  'session.chat-off': Record<never, never>;
  'session.words-unfit': Record<never, never>;
  /** Attacking opens once a defence has been debriefed. */
  'session.not-unlocked': Record<never, never>;
  /** The scenario has no attacker whose part people could play. */
  'session.no-attacker': Record<never, never>;
  /** Nobody is there to play. */
  'session.nobody': Record<never, never>;
  'session.no-world': Record<never, never>;
  'session.stale-injection': Record<never, never>;
  'session.too-talkative': { readonly waitMs: number };
  'session.not-now': { readonly phase: string };
  /** So much less time would end a match: that is another act. */
  'session.would-end': Record<never, never>;
  'session.no-seat': Record<never, never>;
  'session.too-many': Record<never, never>;
}

export type WireRefusal = {
  readonly [Code in keyof WireRefusals]: {
    readonly code: Code;
    readonly facts: WireRefusals[Code];
  };
}[keyof WireRefusals];

export type Refusal = RuleRefusal | WireRefusal;
export type RefusalCode = Refusal['code'];

export function refuseWire<Code extends keyof WireRefusals>(
  code: Code,
  ...facts: Record<never, never> extends WireRefusals[Code] ? [] : [WireRefusals[Code]]
): WireRefusal {
  return { code, facts: facts[0] ?? {} } as WireRefusal;
}
