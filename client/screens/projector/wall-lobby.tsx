import { peopleAttack } from '../../../shared/protocol/modes/mode.ts';
import { modes } from '../../../shared/protocol/modes/registry.ts';
import type { ProjectorState, RosterEntry } from '../../../shared/protocol/server.ts';
import type { TeamState } from '../../../shared/protocol/team.ts';
import { ROLE_NAMES } from '../../../shared/world/people/seat.ts';
import { useApp } from '../../app-context.ts';
import { peopleIn, unplacedIn } from '../../state/desk/desk-reading.ts';
import { membersOf } from '../../state/match/team.ts';
import { useJoinLink } from '../console/use-join-link.ts';
import { columnsFor, nameClass } from './columns.ts';
import { QrCode } from './qr-code.tsx';

/** While people come in: where to go, what to type, and who is here already. */
export function WallLobby({ state }: { state: ProjectorState }) {
  const { say } = useApp().words;
  const { session, ticket } = state;
  const { settings, code } = session;
  const people = peopleIn(session);
  const unplaced = unplacedIn(session);
  const { link, home, onlyHere } = useJoinLink({ name: 'join', code, ticket });
  const [before = '', after = ''] = say('ui.projector.address', { address: home }).split(home);
  const length =
    settings.minutes === null ? '' : say('ui.host.minutesCount', { count: settings.minutes });
  return (
    <main class="wall-lobby">
      <div class="wall-top">
        <div>
          <p class="wall-address">
            {before}
            <b class="wall-strong">{home}</b>
            {after}
          </p>
          {onlyHere && <p class="wall-only-here">{say('ui.projector.onlyHere')}</p>}
          <p
            class="wall-code"
            role="img"
            aria-label={say('ui.projector.codeSpoken', { code: [...code].join(' ') })}
          >
            {[...code].map((letter, i) => (
              <span key={i} class={/\d/.test(letter) ? 'digit' : ''}>
                {letter}
              </span>
            ))}
          </p>
        </div>
        <QrCode text={link} />
      </div>
      <ul class={`wall-teams${density(session.teams.length)}`}>
        {session.teams.map((team) => (
          <Team key={team.id} team={team} state={state} />
        ))}
      </ul>
      <footer class="wall-foot">
        <p aria-live="polite">
          <b class="wall-strong">{say('ui.projector.here', { count: people.length })}</b>
          {unplaced.length > 0 && ` · ${say('ui.projector.noTeam')} ${unplaced.length}`}
          {' · '}
          <b class="wall-strong">{say(`scenarios.${settings.scenario}.name`)}</b>
          {length !== '' && ` · ${length}`}
          {` · ${say(`modes.${settings.mode}.name`)}`}
        </p>
        <p>
          {session.settings.locked
            ? say('ui.projector.locked')
            : say('ui.projector.retention', { hours: session.retentionHours })}
        </p>
      </footer>
    </main>
  );
}

/** With more teams each has less room: their people come in fewer and smaller lines. */
function density(teams: number): string {
  return teams <= 1 ? ' single' : teams <= 4 ? '' : teams <= 8 ? ' many' : ' most';
}

/** People of a team that fit on its card with their roles, and without them in narrower lines. */
const FIT = {
  one: { roled: 24, bare: 60 },
  few: { roled: 6, bare: 16 },
  many: { roled: 3, bare: 6 },
  most: { roled: 0, bare: 0 },
} as const;

function Team({ team, state }: { team: TeamState; state: ProjectorState }) {
  const { say } = useApp().words;
  const { session } = state;
  const members = membersOf(session, team.id);
  const count = session.teams.length;
  const { roled, bare: fit } =
    count <= 1 ? FIT.one : count <= 4 ? FIT.few : count <= 8 ? FIT.many : FIT.most;
  const dense = members.length > roled;
  const columns = count <= 1 ? columnsFor(members.length) : 2;
  const shown = members.length > fit ? members.slice(0, Math.max(0, fit - 1)) : members;
  const further = members.length - shown.length;
  return (
    <li class={`wall-team hue-${((team.id - 1) % 4) + 1}`}>
      <h2 class="wall-team-name">
        {say(`names.teams.${team.id}`)}
        {peopleAttack(modes[session.settings.mode]) && (
          <small class="wall-side">
            {say(`ui.projector.${team.side === 'red' ? 'attacks' : 'defends'}`)}
          </small>
        )}
        <em class="wall-count">{members.length}</em>
      </h2>
      {fit === 0 && members.length > 0 && (
        <p class="wall-line">{members.map(({ nickname }) => nickname).join(' · ')}</p>
      )}
      {fit > 0 && (
        <ul
          class={`wall-people${dense ? ' dense' : ''}`}
          style={dense ? { '--columns': columns } : {}}
        >
          {shown.map((entry) => (
            <Person key={entry.seat} entry={entry} bare={dense || team.side === 'red'} />
          ))}
          {further > 0 && (
            <li class="wall-person further">
              {say('ui.projector.furtherPeople', { count: further })}
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

function Person({ entry, bare }: { entry: RosterEntry; bare: boolean }) {
  const { say } = useApp().words;
  const all = entry.roles.length === ROLE_NAMES.length;
  const roles = entry.roles.map((role) => say(`ui.roles.${role}`)).join(' · ');
  return (
    <li class={`wall-person ${entry.presence}`}>
      <b class={nameClass(entry.nickname)}>{entry.nickname}</b>
      {/* Attackers have no roles, and whoever has all of them needs no word for it. */}
      {!bare && !all && <span class="wall-role">{roles}</span>}
    </li>
  );
}
