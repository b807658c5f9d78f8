import { isOneTeam, peopleAttack } from '../../../shared/protocol/modes/mode.ts';
import { modes } from '../../../shared/protocol/modes/registry.ts';
import type { RosterEntry, SessionState } from '../../../shared/protocol/server.ts';
import type { TeamState } from '../../../shared/protocol/team.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { OrderNote } from '../../parts/order-note.tsx';
import { RoleChips } from '../../parts/role-chips.tsx';
import { membersOf, ownFirst, watchersOf } from '../../state/match/team.ts';

/** Every team with its people; the own one is marked, and another may be chosen where that is open. */
export function TeamCards({ session }: { session: SessionState }) {
  const { words } = useApp();
  const loose = session.roster.filter(
    (entry) => entry.team === 0 && (entry.presence === 'present' || entry.presence === 'dropped'),
  );
  return (
    <section class="lobby-teams" aria-label={words.say('ui.lobby.teams')}>
      <ul class="team-cards">
        {session.teams.map((team) => (
          <li key={team.id}>
            <TeamCard session={session} team={team} />
          </li>
        ))}
        {loose.length > 0 && (
          <li>
            <div class="team-card">
              <h2>{words.say('ui.lobby.noTeam')}</h2>
              <People people={loose} />
            </div>
          </li>
        )}
      </ul>
    </section>
  );
}

function TeamCard({ session, team }: { session: SessionState; team: TeamState }) {
  const { words } = useApp();
  const { me, myTeam, link, orders } = useGame();
  const t = (key: string, values = {}) => words.say(`ui.lobby.${key}`, values);
  const people = membersOf(session, team.id);
  const watchers = watchersOf(session, team.id);
  const mine = myTeam.value?.id === team.id;
  const { choose } = session.settings;
  const mode = modes[session.settings.mode];
  const name = words.say(isOneTeam(mode) ? 'ui.lobby.team' : `names.teams.${team.id}`);
  const key = `team ${team.id}`;
  const open = choose && me.value?.presence !== 'watching' && !mine && link.team !== null;
  return (
    <div class={`team-card${mine ? ' mine' : ''} ${team.side}`}>
      <h2>
        {name}
        {peopleAttack(mode) && (
          <small>
            {words.say(team.side === 'red' ? 'ui.roles.attackers' : 'ui.roles.defenders')}
          </small>
        )}
        {mine && !isOneTeam(mode) && <small class="mine-mark">{t('team')}</small>}
        <span>{t('people', { count: people.length })}</span>
      </h2>
      <People people={[...people, ...watchers]} />
      {open && (
        <button
          type="button"
          class="button quiet"
          aria-label={t('chooseNamed', { team: name })}
          onClick={() => {
            const { team: toTeam } = link;
            if (toTeam !== null) orders.watch(key, toTeam.chooseTeam(team.id));
          }}
        >
          {t('choose')}
        </button>
      )}
      <OrderNote of={key} />
    </div>
  );
}

function People({ people }: { people: readonly RosterEntry[] }) {
  const { words } = useApp();
  const { mySeat } = useGame();
  if (people.length === 0) return <p class="soft">{words.say('ui.lobby.nobody')}</p>;
  return (
    <ul class="people">
      {ownFirst(people, mySeat.value).map((entry) => (
        <li
          key={entry.seat}
          class={`person ${entry.presence}${entry.seat === mySeat.value ? ' me' : ''}`}
        >
          <span class="person-name">{entry.nickname}</span>
          {entry.seat === mySeat.value && (
            <span class="person-mark">{words.say('ui.common.you')}</span>
          )}
          {entry.presence === 'dropped' && (
            <span class="person-mark">{words.say('ui.lobby.dropped')}</span>
          )}
          {entry.presence === 'watching' ? (
            <span class="person-mark">{words.say('ui.lobby.watches')}</span>
          ) : (
            <RoleChips roles={entry.roles} />
          )}
        </li>
      ))}
    </ul>
  );
}
