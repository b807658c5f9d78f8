import type { Speaker } from '../../../shared/text/speak.ts';
import { INTERNET, type RaidView, redRow } from './raid.ts';

/** A VM by the attackers' own number. What they rent is told apart. */
export function knownVmName(say: Speaker, view: RaidView | null, id: number): string {
  if (id === INTERNET) return say('ui.raid.internet');
  const row = redRow(view, 'knownVms', id);
  return say(row?.own === true ? 'ui.raid.own' : 'ui.raid.target', { number: id });
}

export function attackName(say: Speaker, attack: string): string {
  return say(`attacks.${attack}.name`);
}
