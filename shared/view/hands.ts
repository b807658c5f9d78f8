import type { Side } from '../world/people/seat.ts';
import type { ReadonlyWorld } from '../world/world.ts';

/** Hands of all the people of a side: those of one alone, or of a team, and one for each (rule J6). */
export function handPool({ seats, pace }: ReadonlyWorld, of: Side): number {
  let humans = 0;
  for (const seat of seats) if (seat?.side === of && seat.pilot === 'human') humans += 1;
  const { handsSolo, handsTeam, handsRedSolo, handsRedTeam } = pace;
  const [alone, team] = of === 'blue' ? [handsSolo, handsTeam] : [handsRedSolo, handsRedTeam];
  return humans <= 1 ? alone : Math.max(humans, team);
}
