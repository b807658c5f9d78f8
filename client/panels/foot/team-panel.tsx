import { isOneTeam } from '../../../shared/protocol/modes/mode.ts';
import { modes } from '../../../shared/protocol/modes/registry.ts';
import type { RosterEntry } from '../../../shared/protocol/server.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { RoleLine } from '../../parts/role-chips.tsx';
import { membersOf, ownFirst, teamIn, watchersOf } from '../../state/match/team.ts';
import { subjectName } from '../talk/subject-name.ts';
import { TalkMenu } from '../talk/talk-menu.tsx';

/** Who is here, what each has, and where each is looking; a press looks there too. */
export function TeamPanel() {
  const { words } = useApp();
  const { session, world, side, watching, me, mySeat } = useGame();
  const state = session.value;
  const team = teamIn(state, world.value, side.value);
  const people = team === null ? [] : ownFirst(membersOf(state, team.id), mySeat.value);
  const watchers = team === null ? 0 : watchersOf(state, team.id).length;
  const named = team !== null && state !== null && !isOneTeam(modes[state.settings.mode]);
  return (
    <section class="foot-panel team" aria-labelledby="team-title">
      <div class="team-head">
        <h2 id="team-title" class="panel-title">
          {named ? words.say(`names.teams.${team.id}`) : words.say('ui.match.team')}
          <span>
            {words.say('ui.match.people', { count: people.length })}
            {watchers > 0 && ` · ${words.say('ui.match.watchers', { count: watchers })}`}
          </span>
        </h2>
        {!watching && <TalkMenu />}
        {watching && me.value !== null && (
          <span class="mini-note">{words.say('ui.match.watchNote')}</span>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than its place, it is scrolled by keyboard too. */}
      <ul class="cards" tabIndex={0}>
        {people.map((entry) => (
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
  const looking = mine
    ? game.looked.value
    : (game.looks.value.find(({ seat }) => seat === entry.seat)?.looking ?? null);
  const where =
    entry.presence === 'dropped'
      ? words.say('ui.match.away')
      : looking === null
        ? words.say('ui.match.lookingNowhere')
        : words.say('ui.match.looking', { place: subjectName(words.say, game, looking) });
  const body = (
    <>
      <b>
        {entry.nickname}
        {mine && <small>{words.say('ui.common.you')}</small>}
      </b>
      <RoleLine roles={entry.roles} />
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
