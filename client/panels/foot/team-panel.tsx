import type { RosterEntry } from '../../../shared/protocol/server.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { placeOf } from '../../state/wording.ts';

/** Who is here, and where each is looking; a press looks there too. */
export function TeamPanel() {
  const { words } = useApp();
  const { session } = useGame();
  const roster = session.value?.roster.filter((entry) => entry.presence !== 'left') ?? [];
  return (
    <section class="foot-panel team" aria-labelledby="team-title">
      <h2 id="team-title" class="panel-title">
        {words.say('ui.match.team')}
        <span>{words.say('ui.match.people', { count: roster.length })}</span>
      </h2>
      <ul class="cards">
        {roster.map((entry) => (
          <li key={entry.seat}>
            <Mate entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Mate({ entry }: { entry: RosterEntry }) {
  const { words } = useApp();
  const game = useGame();
  const mine = entry.seat === game.mySeat.value;
  const { looking } = entry;
  const where =
    entry.presence === 'dropped'
      ? words.say('ui.match.away')
      : looking === null
        ? words.say('ui.match.lookingNowhere')
        : words.say('ui.match.looking', { place: placeOf(words.say, game.view.value, looking) });
  const body = (
    <>
      <b>
        {entry.nickname}
        {mine && <small>{words.say('ui.common.you')}</small>}
      </b>
      <span class="mini-note">{where}</span>
    </>
  );
  if (mine || looking === null) return <div class={`mini-card mate ${entry.presence}`}>{body}</div>;
  return (
    <button
      type="button"
      class={`mini-card mate ${entry.presence}`}
      onClick={() => game.select(looking)}
    >
      {body}
    </button>
  );
}
