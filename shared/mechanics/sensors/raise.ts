import type { Alert, Observation } from '../../world/alert.ts';
import { rowRef } from '../../world/fact.ts';
import { NATURE } from '../../world/history.ts';
import type { AlertId, HostId, Seq, VmId } from '../../world/ids.ts';
import { emit, type Turn } from '../../world/turn.ts';

/** Where something was seen. */
export interface Place {
  readonly host: HostId | 0;
  readonly vm: VmId | 0;
}

/** Raises an alert: what was seen, where, by which sensor. It draws no conclusion. */
export function raise(
  turn: Turn,
  sensor: string,
  place: Place,
  seen: Observation,
  causes: readonly Seq[],
): Alert {
  const { world } = turn;
  const alert: Alert = {
    id: world.alerts.length as AlertId,
    tick: world.tick,
    sensor,
    ...place,
    seen,
    latest: world.tick,
    // A look that found nothing asks for nothing.
    state: seen.kind === 'nothing-found' ? 'answered' : 'open',
    closedAt: seen.kind === 'nothing-found' ? world.tick : 0,
  };
  world.alerts.push(alert);
  emit(turn, 'alert', {
    actor: NATURE,
    subjects: [
      ...(place.host ? [rowRef('hosts', place.host)] : []),
      ...(place.vm ? [rowRef('vms', place.vm)] : []),
    ],
    causes,
    data: { alert: alert.id, seen },
  });
  return alert;
}
