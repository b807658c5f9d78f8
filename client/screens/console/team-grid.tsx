import './lone.css';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app-context.ts';
import { boardsOf, unplacedIn, waitingIn } from '../../state/desk/desk-reading.ts';
import { useDeskState } from './desk-context.ts';
import { PersonDialog, Waiting } from './lobby/person-dialog.tsx';
import { TeamSelect } from './lobby/team-select.tsx';
import { TeamCard } from './team-card.tsx';

/** All worlds of a class side by side, while they are played. */
export function TeamGrid({ open }: { open: (world: number) => void }) {
  const { say } = useApp().words;
  const desk = useDeskState();
  const chosen = useSignal(0);
  const unplaced = unplacedIn(desk.session);
  const boards = boardsOf(desk);
  const choose = (seat: number): void => {
    chosen.value = seat;
  };
  return (
    <div class="team-board">
      <h2 class="unseen">{say('ui.console.worlds')}</h2>
      <Waiting people={waitingIn(desk.session)} />
      {unplaced.length > 0 && (
        <section class="seat-team" aria-labelledby="unplaced-title">
          <h2 id="unplaced-title">{say('ui.console.unplaced')}</h2>
          <ul class="seat-people">
            {unplaced.map((entry) => (
              <li key={entry.seat} class={entry.presence}>
                <b class="seat-nick">{entry.nickname}</b>
                <TeamSelect entry={entry} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class={`team-grid${boards.length === 1 ? ' lone' : ''}`}>
        {boards.map((board) => (
          <TeamCard
            key={board.world}
            board={board}
            open={() => open(board.world)}
            choose={choose}
          />
        ))}
      </div>
      {chosen.value !== 0 && (
        <PersonDialog key={chosen.value} seat={chosen.value} close={() => choose(0)} />
      )}
    </div>
  );
}
