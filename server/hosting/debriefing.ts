import { setImmediate } from 'node:timers/promises';
import type { Debriefing } from '../ports.ts';

/**
 * Debriefs in this thread, after whatever waits to be sent: the last frame and the change of phase
 * leave first.
 */
export const debriefHere: Debriefing = async (authority) => {
  await setImmediate();
  return authority.debrief();
};
