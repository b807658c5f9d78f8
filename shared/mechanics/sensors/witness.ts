import type { Evidence } from '../../world/evidence.ts';
import { SCENARIO, type Seq } from '../../world/ids.ts';
import type { Turn } from '../../world/turn.ts';

/** The event of a trace: the cause of whatever a sensor says about it. */
export function eventOf({ history }: Turn, { id, tick }: Pick<Evidence, 'id' | 'tick'>): Seq {
  for (let i = history.length - 1; i >= 0; i -= 1) {
    const event = history[i];
    if (!event || event.tick < tick) break;
    if (event.kind === 'evidence' && event.data.evidence === id) return event.seq;
  }
  return SCENARIO;
}
