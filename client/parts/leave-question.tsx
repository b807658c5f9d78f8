import { clockOf } from '../../shared/text/clock.ts';
import { useApp } from '../app-context.ts';
import type { Game } from '../state/match/game.ts';
import type { Departure } from '../state/page/leaving.ts';
import { Modal } from './modal.tsx';

/** Whether a running match is really to be left, and what becomes of it. */
export function LeaveQuestion() {
  const { leaving, sessions } = useApp();
  const departure = leaving.asked.value;
  const game = sessions.game.value;
  return departure && game && <Question departure={departure} game={game} />;
}

function Question({ departure: { kind }, game }: { departure: Departure; game: Game }) {
  const { words, leaving } = useApp();
  const say = (key: string, values = {}) => words.say(`ui.leaving.${key}`, values);
  const { alone } = game.link;
  const becomes =
    alone === null
      ? say(kind === 'seat' ? 'seatGiven' : 'seatKept')
      : kind === 'restart'
        ? say('restartBody')
        : alone.safe.value
          ? say('kept', { time: clockOf(game.clock.tick.value) })
          : say('notKept');
  return (
    <Modal
      class="question"
      title={say(kind === 'restart' ? 'restartTitle' : 'title')}
      close={leaving.stay}
      holds={game}
    >
      <p>{becomes}</p>
      <div class="question-foot">
        <button type="button" class="button quiet" onClick={leaving.leave}>
          {say(kind === 'seat' ? 'giveSeat' : kind === 'restart' ? 'restart' : 'leave')}
        </button>
        <button type="button" class="button primary" data-first onClick={leaving.stay}>
          {say('stay')}
        </button>
      </div>
    </Modal>
  );
}
