import type { AlertRow, MatchRow } from '../../shared/view/rows.ts';
import type { BlueView } from '../../shared/view/view.ts';
import type { Args } from '../net/link.ts';
import { rowOf } from './rows.ts';

/** An order that answers an alert. */
export interface Answer {
  readonly kind: 'contain' | 'investigate' | 'ignore';
  readonly command: string;
  readonly args: Args;
}

/** Without a deck everything there is may be ordered. */
export function playable(match: MatchRow | null, command: string): boolean {
  return match?.deck?.commands.includes(command) ?? true;
}

/** What is an observation of a host's memory, disk or switch wants another answer than a hand on a VM. */
const NOT_OF_A_VM: ReadonlySet<AlertRow['seen']['kind']> = new Set([
  'residue-free',
  'residue-blocks',
  'scrubbed-not-empty',
  'nothing-found',
  'complaint',
  'policy-edited',
]);

/**
 * The answers to an alert: contain, investigate, ignore. To contain is to quarantine where the deck
 * has it, else to stop. A look that found nothing asks for none.
 */
export function answersTo(view: BlueView, alert: AlertRow): readonly Answer[] {
  if (alert.state !== 'open' || alert.seen.kind === 'nothing-found') return [];
  const match = rowOf(view, 'match', 1);
  const answers: Answer[] = [];
  const vm = rowOf(view, 'vms', alert.vm);
  const offer = (kind: Answer['kind'], command: string, args: Args): void => {
    if (playable(match, command)) answers.push({ kind, command, args });
  };
  if (vm !== null && !NOT_OF_A_VM.has(alert.seen.kind)) {
    const quarantine = playable(match, 'quarantine-vm');
    if (quarantine) offer('contain', 'quarantine-vm', { vm: vm.id });
    else answers.push({ kind: 'contain', command: 'stop-vm', args: { vm: vm.id } });
    offer('investigate', 'investigate-vm', { vm: vm.id });
  } else if (alert.seen.kind === 'host-compromised' || alert.seen.kind === 'host-complaint') {
    offer('investigate', 'investigate-host', { host: alert.host });
  }
  answers.push({ kind: 'ignore', command: 'acknowledge-alert', args: { alert: alert.id } });
  return answers;
}
