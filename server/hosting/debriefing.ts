import type { MatchRecord } from '../../shared/match/match.ts';
import type { Debrief } from '../../shared/match/report.ts';
import type { Debriefing } from '../ports.ts';
import { openThread, type Thread } from '../thread.ts';

/**
 * Debriefs in a thread of its own, which is opened for the first match that ends and kept. A thread
 * that dies takes what it was doing with it; the next match gets a new one.
 */
export function createDebriefing(): Debriefing {
  let thread: Thread<MatchRecord, Debrief> | null = null;

  return {
    of: async (authority) => {
      const record = authority.record();
      if (!thread?.alive) thread = openThread('hosting/debrief-worker.ts', 'the debriefing thread');
      return thread.ask(record);
    },
    close: async () => {
      await thread?.end();
    },
  };
}
