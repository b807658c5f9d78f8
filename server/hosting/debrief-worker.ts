// The thread in which the server debriefs: a match is run again for every what-if, which may take
// as long as several ticks, and no other match may wait for it.
import { debriefOf } from '../../shared/match/debrief/debrief.ts';
import type { MatchRecord } from '../../shared/match/match.ts';
import { answering } from '../thread.ts';

export const answer = answering((record: MatchRecord) => debriefOf(record));
