// The thread in which the server debriefs: a match is run again for every what-if, which may take
// as long as several ticks, and no other match may wait for it.
import { parentPort } from 'node:worker_threads';
import { debriefOf } from '../../shared/match/debrief/debrief.ts';
import type { MatchRecord } from '../../shared/match/match.ts';

/** What the thread is asked, and what it answers. Everything in it is plain data. */
export interface DebriefAsked {
  readonly id: number;
  readonly record: MatchRecord;
}

parentPort?.on('message', ({ id, record }: DebriefAsked) => {
  try {
    parentPort?.postMessage({ id, debrief: debriefOf(record) });
  } catch (error) {
    parentPort?.postMessage({ id, problem: error instanceof Error ? error.stack : String(error) });
  }
});
