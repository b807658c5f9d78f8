import { modes } from '../../../shared/protocol/modes/registry.ts';
import { useApp } from '../../app-context.ts';
import { csvOf } from '../../state/desk/csv.ts';
import { type Board, boardsOf, KEPT } from '../../state/desk/desk-reading.ts';
import { halvesOf } from '../../state/desk/halves.ts';
import { resultRows, resultsName } from '../../state/desk/results.ts';
import { signed } from '../../state/match/wording.ts';
import { ActButton, ActNote } from './act-note.tsx';
import { useDeskState } from './desk-context.ts';
import { OpenBoard } from './open-board.tsx';
import { teamName } from './words.ts';

/** After a match: how each world came out, and the ways on. */
export function Results({ open: look }: { open: (world: number) => void }) {
  const { say } = useApp().words;
  const desk = useDeskState();
  const { session, replayable } = desk;
  const open = session.phase !== 'closed';
  const swappable = open && modes[session.settings.mode].swaps && session.half === 1;
  return (
    <div class="team-board">
      <div class="results-head">
        <h2>{say('ui.console.result')}</h2>
        <div class="results-ways">
          {swappable && (
            <ActButton class="button primary" act={{ kind: 'swap' }}>
              {say('ui.console.swap')}
            </ActButton>
          )}
          {open && replayable && (
            <ActButton of="rematch" act={{ kind: 'start', sameSeed: true }}>
              {say('ui.console.rematch')}
            </ActButton>
          )}
          <Download />
          {open && (
            <ActButton class={`button ${swappable ? 'quiet' : 'primary'}`} act={{ kind: 'again' }}>
              {say('ui.console.again')}
            </ActButton>
          )}
        </div>
        <ActNote of="swap" />
        <ActNote of="rematch" />
        <ActNote of="again" />
      </div>
      <ol class="team-grid">
        {boardsOf(desk).map((board) => (
          <li key={board.world}>
            <Result board={board} open={() => look(board.world)} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Everything that the cards say, as a file for a spreadsheet. */
function Download() {
  const { say } = useApp().words;
  const desk = useDeskState();
  const save = (): void => {
    const { code, scenario } = resultsName(desk);
    const file = new Blob([csvOf(resultRows(say, desk))], { type: 'text/csv;charset=utf-8' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `hyperward-${code}-${scenario}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <button type="button" class="button quiet" onClick={save}>
      {say('ui.console.download')}
    </button>
  );
}

function Result({ board, open }: { board: Board; open: () => void }) {
  const { say } = useApp().words;
  const { session } = useDeskState();
  const { world, summary } = board;
  const result = summary?.result ?? null;
  const total = result?.total ?? summary?.score ?? 0;
  const kept = total >= KEPT;
  const earlier = session.earlier[world - 1] ?? null;
  return (
    <article class="world-card result">
      <h3>
        <OpenBoard board={board} of="openDebrief" open={open} />
      </h3>
      {summary !== null && (
        <>
          <p class={`result-score ${kept ? 'good-ink' : 'warn-ink'}`}>
            <span class="unseen">
              {say(`ui.console.${result === null ? 'scoreNow' : 'finalScore'}`, { score: total })}
            </span>
            <span aria-hidden="true">{total}</span>
          </p>
          <p class="card-standing">
            {kept ? say('ui.console.kept') : say('ui.console.broken', { kept: KEPT })}
          </p>
          {halvesOf(session, world, total).map(({ team, half, score }) =>
            score === null ? null : (
              <p key={team} class="card-standing">
                {say(half === 1 ? 'ui.console.firstHalfOf' : 'ui.console.secondHalfOf', {
                  team: teamName(say, team),
                  score,
                })}
              </p>
            ),
          )}
          {earlier !== null && (
            <p class="card-standing">
              {say('ui.console.earlier', { score: earlier, by: signed(total - earlier) })}
            </p>
          )}
          <p class="card-standing">
            {say('ui.console.harmsAll', { count: result?.harms ?? summary.harms })}
          </p>
        </>
      )}
      <span class="result-open" aria-hidden="true">
        {say('ui.console.phases.debrief')} →
      </span>
    </article>
  );
}
