import type { Speaker } from '../../../shared/text/speak.ts';
import { redRow } from '../../../shared/view/red/red-reading.ts';
import type { RedTeamView } from '../../../shared/view/red/red-team.ts';
import { INTERNET } from './red.ts';

/** A VM by the attackers' own number. What they rent is told apart. */
export function knownVmName(say: Speaker, view: RedTeamView | null, id: number): string {
  if (id === INTERNET) return say('ui.red.internet');
  const row = redRow(view, 'knownVms', id);
  return say(row?.own === true ? 'ui.red.own' : 'ui.red.target', { number: id });
}

export function attackName(say: Speaker, attack: string): string {
  return say(`attacks.${attack}.name`);
}
