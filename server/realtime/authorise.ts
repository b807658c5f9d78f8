import type { ClientEvent } from '../../shared/protocol/messages.ts';
import type { SessionPhase } from '../../shared/protocol/phase.ts';
import { refuseWire, type WireRefusal } from '../../shared/protocol/refusal.ts';

/** Who is on a line. */
export type Actor =
  | { readonly kind: 'guest' }
  /** `waiting`: for the instructor to let them in. */
  | { readonly kind: 'seat'; readonly waiting: boolean }
  | { readonly kind: 'console' }
  | { readonly kind: 'projector' };

interface Rule {
  /**
   * `guest`: whoever is nobody yet. `sitter`: has a seat, even one that waits. `viewer`: a player, a
   * console or a projector.
   */
  readonly who: 'guest' | 'anyone' | 'sitter' | 'player' | 'console' | 'viewer';
  readonly phases: readonly SessionPhase[];
}

const ANY: readonly SessionPhase[] = ['lobby', 'live', 'debrief', 'closed'];
const OPEN: readonly SessionPhase[] = ['lobby', 'live', 'debrief'];

/** There is something of a match to be read. */
const PLAYED: readonly SessionPhase[] = ['live', 'debrief', 'closed'];

const RULES: Readonly<Record<ClientEvent, Rule>> = {
  'session:create': { who: 'guest', phases: ANY },
  'session:join': { who: 'guest', phases: ANY },
  'session:resume': { who: 'anyone', phases: ANY },
  'session:rejoin': { who: 'guest', phases: ANY },
  'session:leave': { who: 'sitter', phases: ANY },
  'seat:team': { who: 'player', phases: ['lobby'] },
  'seat:roles': { who: 'player', phases: ['lobby'] },
  'team:ping': { who: 'player', phases: OPEN },
  'team:say': { who: 'player', phases: OPEN },
  'team:chat': { who: 'player', phases: OPEN },
  'match:look': { who: 'player', phases: ['live'] },
  // Of a match that is over too: an order whose answer was lost is answered as it was.
  'match:order': { who: 'player', phases: ['live', 'debrief'] },
  'match:sync': { who: 'viewer', phases: PLAYED },
  'desk:open': { who: 'guest', phases: ANY },
  'desk:watch': { who: 'console', phases: ANY },
  'desk:injections': { who: 'console', phases: ['live'] },
  // When each act may be done is the act's own to say.
  'desk:act': { who: 'console', phases: ANY },
};

/**
 * Who may say what, and when.
 * @param phase of the sender's session; `null` for a guest, who has none
 * @returns why not, or `null` when they may
 */
export function authorise(
  event: ClientEvent,
  actor: Actor,
  phase: SessionPhase | null,
): WireRefusal | null {
  const { who, phases } = RULES[event];
  const refusal = refusalOf(who, actor, phase);
  if (refusal !== null || phase === null) return refusal;
  return phases.includes(phase) ? null : refuseWire('session.not-now', { phase });
}

function refusalOf(who: Rule['who'], actor: Actor, phase: SessionPhase | null): WireRefusal | null {
  switch (who) {
    case 'anyone':
      return null;
    case 'guest':
      if (actor.kind === 'guest') return null;
      return refuseWire('session.not-now', { phase: phase ?? 'lobby' });
    case 'sitter':
      return actor.kind === 'seat' ? null : refuseWire('session.no-seat');
    case 'player':
      if (actor.kind !== 'seat') return refuseWire('session.no-seat');
      return actor.waiting ? refuseWire('session.waiting') : null;
    case 'viewer':
      if (actor.kind === 'guest') return refuseWire('session.no-seat');
      return actor.kind === 'seat' && actor.waiting ? refuseWire('session.waiting') : null;
    case 'console':
      return actor.kind === 'console' ? null : refuseWire('session.not-instructor');
  }
}
