import { clerk } from './clerk.ts';
import type { Defender } from './defender.ts';
import { DEFENDED, expert, expertWithout } from './expert.ts';
import { idle } from './idle.ts';
import { novice } from './novice.ts';
import { spam } from './spam.ts';

/** Every defender that the lab can seat, by name. */
export const defenders: ReadonlyMap<string, Defender> = new Map([
  ['idle', idle],
  ['clerk', clerk],
  ['novice', novice],
  ['expert', expert],
]);

/**
 * The defender of that name: one of the list, `spam:<command>`, or `expert-without:<family>`; `null`
 * if there is none.
 */
export function defenderNamed(name: string): Defender | null {
  const [kind = '', what = ''] = name.split(':');
  if (kind === 'spam' && what !== '') return spam(what);
  const family = DEFENDED.find((one) => one === what);
  if (kind === 'expert-without' && family) return expertWithout(family);
  return defenders.get(name) ?? null;
}
