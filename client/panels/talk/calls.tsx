import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { subjectOf } from '../../state/match/talk.ts';
import { seatOf } from '../../state/match/team.ts';
import { subjectName } from './subject-name.ts';
import { wordText } from './word-text.ts';

/** So many at once are read in passing; the rest is in the log. */
const SHOWN = 2;

/** What teammates said a moment ago; a press goes to what they point at. */
export function Calls() {
  const { words } = useApp();
  const game = useGame();
  const { session, talk, mySeat } = game;
  const fresh = talk.fresh.value.filter(({ word }) => word.seat !== mySeat.value).slice(-SHOWN);
  return (
    <div class="calls" role="log" aria-label={words.say('ui.talk.log')}>
      {fresh.map(({ id, word }) => {
        const subject = subjectOf(word);
        const who = seatOf(session.value, word.seat)?.nickname ?? words.say('ui.talk.someone');
        const kind = word.kind === 'ping' ? word.ping : word.kind;
        const body = (
          <>
            <b>{who}</b>
            <span>{wordText(words.say, word)}</span>
            {subject !== null && <small>{subjectName(words.say, game, subject)}</small>}
          </>
        );
        return subject === null ? (
          <div key={id} class={`call ${kind}`}>
            {body}
          </div>
        ) : (
          <button
            key={id}
            type="button"
            class={`call ${kind}`}
            onClick={() => game.select(subject)}
          >
            {body}
          </button>
        );
      })}
    </div>
  );
}
