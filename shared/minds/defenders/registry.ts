import { clerk } from './clerk.ts';
import type { Defender } from './defender.ts';
import { expert } from './expert.ts';
import { idle } from './idle.ts';

/** Every defender that the lab can seat, by name. */
export const defenders: ReadonlyMap<string, Defender> = new Map([
  ['idle', idle],
  ['clerk', clerk],
  ['expert', expert],
]);
