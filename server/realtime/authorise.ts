import type { ClientEvent } from '../../shared/protocol/messages.ts';
import { refuseWire, type WireRefusal } from '../../shared/protocol/refusal.ts';
import type { SessionPhase } from '../../shared/protocol/server.ts';

export type Actor = { readonly kind: 'guest' } | { readonly kind: 'seat'; readonly host: boolean };

interface Rule {
  /** `guest`: someone without a seat. `host` is a seat as well. */
  readonly who: 'guest' | 'anyone' | 'seat' | 'host';
  readonly phases: readonly SessionPhase[];
}

const ANY: readonly SessionPhase[] = ['lobby', 'live', 'debrief', 'closed'];

const RULES: Readonly<Record<ClientEvent, Rule>> = {
  'session:create': { who: 'guest', phases: ANY },
  'session:join': { who: 'guest', phases: ANY },
  'session:resume': { who: 'anyone', phases: ANY },
  'session:start': { who: 'host', phases: ['lobby'] },
  'session:again': { who: 'host', phases: ['debrief'] },
  'session:leave': { who: 'seat', phases: ANY },
  'match:look': { who: 'seat', phases: ['live'] },
  'match:order': { who: 'seat', phases: ['live'] },
  'match:sync': { who: 'seat', phases: ['live', 'debrief'] },
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
  if (actor.kind === 'guest' || phase === null) {
    return who === 'guest' || who === 'anyone' ? null : refuseWire('session.no-seat');
  }
  if (who === 'guest') return refuseWire('session.not-now', { phase });
  if (who === 'host' && !actor.host) return refuseWire('session.not-host');
  return phases.includes(phase) ? null : refuseWire('session.not-now', { phase });
}
