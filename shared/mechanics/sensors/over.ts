import type { Alert } from '../../world/alert.ts';
import { rowRef } from '../../world/fact.ts';
import { NATURE } from '../../world/history.ts';
import { emit, type Turn } from '../../world/turn.ts';

/** What an alert was about is no longer so. */
export function isOver(turn: Turn, alert: Alert): void {
  alert.state = 'over';
  emit(turn, 'alert-over', {
    actor: NATURE,
    subjects: [
      ...(alert.host ? [rowRef('hosts', alert.host)] : []),
      ...(alert.vm ? [rowRef('vms', alert.vm)] : []),
    ],
    causes: [],
    data: { alert: alert.id },
  });
}
