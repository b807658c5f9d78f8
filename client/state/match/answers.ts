import { commandInPlay } from '../../../shared/commands/deck.ts';
import { traits } from '../../../shared/commands/traits.ts';
import { rowOf, rowsOf } from '../../../shared/view/reading.ts';
import type { AlertRow, MatchRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { Args } from '../../net/link.ts';

/** An order that answers an alert. */
export interface Answer {
  readonly kind: 'contain' | 'investigate' | 'ignore';
  readonly command: string;
  readonly args: Args;
}

/** Whether an order may be given in this match: it is in the deck, or there is none. */
export function playable(match: MatchRow | null, command: string): boolean {
  const deck = match?.deck ?? null;
  const always = traits[command]?.always === true;
  return commandInPlay({ deck: deck && { ...deck, attacks: [] } }, { name: command, always });
}

/** What mends the place itself, for observations that are not of a VM's doing. */
function mending(view: BlueView, alert: AlertRow): Answer | null {
  const { seen, host, vm } = alert;
  switch (seen.kind) {
    case 'residue-free':
    case 'scrubbed-not-empty':
      return { kind: 'contain', command: 'scrub-frames', args: { host } };
    case 'residue-blocks':
      return { kind: 'contain', command: 'wipe-blocks', args: { host } };
    case 'moved':
      return { kind: 'contain', command: 'push-policy', args: { host: seen.to } };
    case 'port-setting': {
      const segment = rowsOf(view, 'segments').find(({ zone }) => zone === seen.zone)?.id;
      if (segment === undefined || seen.to === 'reject') return null;
      const args = { segment, setting: 'reject-all' };
      return { kind: 'contain', command: 'port-security', args };
    }
    case 'open-door':
      return { kind: 'contain', command: 'push-policy', args: { host } };
    case 'host-complaint':
      return { kind: 'investigate', command: 'investigate-host', args: { host } };
    case 'host-compromised':
      return { kind: 'contain', command: 'rebuild-host', args: { host } };
    case 'device-process':
      return { kind: 'contain', command: 'restart-vm', args: { vm } };
    default:
      return null;
  }
}

/**
 * What contains what an alert tells of: shutting a VM off from the network, unless it is on its way out
 * through its own hypervisor or kernel, where only powering it off keeps it from going on.
 */
function containing(match: MatchRow | null, { seen }: AlertRow): string {
  const escaping = seen.kind === 'exit' || seen.kind === 'syscall';
  return !escaping && playable(match, 'quarantine-vm') ? 'quarantine-vm' : 'stop-vm';
}

/** The VM of ours that an alert is about: of traffic from outside, the one that it came to. */
export function vmOf({ vm, seen }: AlertRow): number {
  return vm === 0 && seen.kind === 'traffic' ? seen.peer : vm;
}

/** A hand on a VM is no answer to these, whatever VM they name. */
const NOT_OF_A_VM: ReadonlySet<AlertRow['seen']['kind']> = new Set([
  'nothing-found',
  'complaint',
  'policy-edited',
]);

/**
 * The answers to an alert: contain, investigate, ignore. To contain is to mend the place, or to
 * quarantine the VM where the deck has that, else to stop it. A look that found nothing asks for none.
 */
export function answersTo(view: BlueView, alert: AlertRow): readonly Answer[] {
  if (alert.state !== 'open' || alert.seen.kind === 'nothing-found') return [];
  const match = rowOf(view, 'match', 1);
  const answers: Answer[] = [];
  const offer = (answer: Answer): void => {
    if (playable(match, answer.command)) answers.push(answer);
  };
  const mend = mending(view, alert);
  const vm = rowOf(view, 'vms', vmOf(alert));
  if (mend !== null) offer(mend);
  else if (vm !== null && !NOT_OF_A_VM.has(alert.seen.kind)) {
    const command = containing(match, alert);
    answers.push({ kind: 'contain', command, args: { vm: vm.id } });
    offer({ kind: 'investigate', command: 'investigate-vm', args: { vm: vm.id } });
  }
  answers.push({ kind: 'ignore', command: 'acknowledge-alert', args: { alert: alert.id } });
  return answers;
}
