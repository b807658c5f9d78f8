import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { subjectOf } from '../../state/match/talk.ts';
import { seatOf } from '../../state/match/team.ts';
import { subjectName } from './subject-name.ts';
import { wordText } from './word-text.ts';

/** What the team has said so far, the latest first. */
export function TalkLog() {
  const { words } = useApp();
  const game = useGame();
  const { session, talk } = game;
  const log = [...talk.log.value].reverse();
  return (
    <section class="talk-log">
      <h3 class="panel-title">{words.say('ui.talk.log')}</h3>
      {log.length === 0 && <p class="soft">{words.say('ui.talk.empty')}</p>}
      <ol>
        {log.map(({ id, word }) => {
          const subject = subjectOf(word);
          return (
            <li key={id}>
              <b>{seatOf(session.value, word.seat)?.nickname ?? words.say('ui.talk.someone')}</b>{' '}
              {wordText(words.say, word)}
              {subject !== null && (
                <button type="button" class="place" onClick={() => game.select(subject)}>
                  {subjectName(words.say, game, subject)}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
