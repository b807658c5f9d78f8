import { lossesOf } from '../../../shared/match/losses.ts';
import type { Match } from '../../../shared/match/match.ts';
import { ScoreFold } from '../../../shared/match/score.ts';
import { encodePatch } from '../../../shared/protocol/codec.ts';
import { type Meters, projectBlue } from '../../../shared/view/blue.ts';
import { BLUE_COLUMNS } from '../../../shared/view/columns.ts';
import { type BlueView, difference } from '../../../shared/view/view.ts';
import { emptyBook } from '../../../shared/world/losses.ts';

/** What a view says: its tick, and each row by table and id. A hole at a table's end says nothing. */
export function rowsOf(view: BlueView): unknown {
  return {
    tick: view.tick,
    tables: Object.fromEntries(
      Object.entries(view.tables).map(([name, rows]) => [
        name,
        Object.fromEntries(rows.flatMap((row, id) => (row === null ? [] : [[id, row]]))),
      ]),
    ),
  };
}

/** What the defenders see of a match, with their meters: of what is known. */
export function blueOf(
  match: Pick<Match, 'world' | 'history'> & Partial<Pick<Match, 'losses'>>,
  before: BlueView | null = null,
): BlueView {
  const fold = new ScoreFold(match.world.pace, 'known');
  for (const event of match.history) fold.take(event);
  const { fidelity, isolation, performance } = fold.current();
  const minutes = fold.banked.map((m) => [m.fidelity, m.isolation, m.performance, m.bar]);
  const score = fold.score().total;
  const losses = lossesOf(fold, match.losses ?? emptyBook());
  const meters: Meters = { fidelity, isolation, performance, score, minutes, losses };
  return projectBlue(match.world, match.history, meters, before);
}

/** The whole of a view as the bytes that leave the server. */
export const bytesOf = (view: BlueView): string =>
  Buffer.from(encodePatch(difference(BLUE_COLUMNS, null, view))).toString('hex');
