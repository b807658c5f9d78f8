import type { Speaker } from '../../../shared/text/speak.ts';
import type { MapCall } from '../../map/sketch.ts';
import { isRedRef } from '../../net/link.ts';
import type { Game } from '../../state/match/game.ts';
import { markOn, subjectOf } from '../../state/match/talk.ts';
import { seatOf } from '../../state/match/team.ts';
import { wordText } from './word-text.ts';

const NOBODY: readonly MapCall[] = [];

/** What teammates have just said about things of the map: the latest about each. */
export function mapCalls(
  say: Speaker,
  { talk, session }: Pick<Game, 'talk' | 'session'>,
): readonly MapCall[] {
  const fresh = talk.fresh.value;
  if (fresh.length === 0) return NOBODY;
  const subjects = new Set(fresh.map(({ word }) => subjectOf(word)));
  return [...subjects].flatMap((ref) => {
    const word = ref === null || isRedRef(ref) ? null : markOn(fresh, ref);
    if (ref === null || isRedRef(ref) || word === null) return [];
    const who = seatOf(session.value, word.seat)?.nickname ?? '';
    const urgent = word.kind === 'ping' && word.ping === 'danger';
    return [{ ref, urgent, text: `${who} · ${wordText(say, word)}` }];
  });
}
