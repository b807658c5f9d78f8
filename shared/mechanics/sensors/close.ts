import type { Alert, AlertState } from '../../world/alert.ts';
import { rowRef } from '../../world/fact.ts';
import { type Actor, NATURE } from '../../world/history.ts';
import { NONE, type Seq } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';

/** Who closed an alert, and by which order; nobody did when what it tells of went by itself. */
interface By {
  readonly actor: Actor;
  readonly causes: readonly Seq[];
}

const BY_ITSELF: By = { actor: NATURE, causes: [] };

/** What an alert was about is no longer so. */
export function isOver(turn: Turn, alert: Alert): void {
  close(turn, alert, 'over', BY_ITSELF);
}

/** An alert waits for nobody any more (rule S27). */
export function close(
  turn: Turn,
  alert: Alert,
  state: Exclude<AlertState, 'open'>,
  { actor, causes }: By,
): void {
  alert.state = state;
  alert.closedAt = turn.world.tick;
  emit(turn, 'alert-closed', {
    actor,
    subjects: [
      ...(alert.host ? [rowRef('hosts', alert.host)] : []),
      ...(alert.vm ? [rowRef('vms', alert.vm)] : []),
    ],
    causes,
    data: { alert: alert.id, state },
  });
}

/** Alerts of a VM that is there no more are over, whoever told of it. */
export function closeOfGone(turn: Turn): void {
  for (const alert of rows(turn.world.alerts)) {
    if (alert.state !== 'open') continue;
    const vms = aboutVms(alert);
    if (vms.length > 0 && vms.every((vm) => find(turn.world.vms, vm) === null)) isOver(turn, alert);
  }
}

/** The VMs of ours that an alert is about: of packets from outside, those that they came to. */
function aboutVms({ vm, seen }: Alert): readonly number[] {
  if (vm !== NONE) return [vm];
  return seen.kind === 'traffic' ? [seen.peer, ...seen.others] : [];
}
