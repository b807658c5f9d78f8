import type { Speaker } from '../../../shared/text/speak.ts';
import { splitRef } from '../../../shared/view/reading.ts';
import { redRow } from '../../../shared/view/red/red-reading.ts';
import { isRedRef, type Subject } from '../../net/link.ts';
import type { Game } from '../../state/match/game.ts';
import { placeOf } from '../../state/match/wording.ts';
import { attackName, knownVmName } from '../../state/red/names.ts';

/** What someone looks at or points at, by the name that their own side has for it. */
export function subjectName(
  say: Speaker,
  { view, red }: Pick<Game, 'view' | 'red'>,
  subject: Subject,
): string {
  if (!isRedRef(subject)) return placeOf(say, view.value, subject);
  const { table, id } = splitRef(subject);
  if (table === 'knownVms') return knownVmName(say, red.value, id);
  const card = redRow(red.value, 'cards', id);
  return card === null ? '' : attackName(say, card.attack);
}
