import { useSignal } from '@preact/signals';
import { peopleAttack } from '../../../../shared/protocol/modes/mode.ts';
import { modes } from '../../../../shared/protocol/modes/registry.ts';
import type { RosterEntry } from '../../../../shared/protocol/server.ts';
import type { TeamState } from '../../../../shared/protocol/team.ts';
import { ROLE_NAMES } from '../../../../shared/world/people/seat.ts';
import { useApp } from '../../../app-context.ts';
import { CopyButton } from '../../../parts/copy-button.tsx';
import { Forgets } from '../../../parts/forgets.tsx';
import { peopleIn, splitOf, unplacedIn, waitingIn } from '../../../state/desk/desk-reading.ts';
import { membersOf, watchersOf } from '../../../state/match/team.ts';
import { ActButton, ActNote } from '../act-note.tsx';
import { useDeskState } from '../desk-context.ts';
import { useJoinLink } from '../use-join-link.ts';
import { teamName } from '../words.ts';
import { DoorLine } from './door-line.tsx';
import { PersonDialog, Waiting } from './person-dialog.tsx';
import { TeamSelect } from './team-select.tsx';

/** Before a match: the code, and who plays with whom. */
export function LobbyBoard() {
  const { say } = useApp().words;
  const { session } = useDeskState();
  const chosen = useSignal(0);
  const people = peopleIn(session);
  const unplaced = unplacedIn(session);
  const choose = (seat: number): void => {
    chosen.value = seat;
  };
  return (
    <div class="lobby-board">
      <Forgets what="desk" />
      <Code code={session.code} count={people.length} />
      {session.brokenOff && <p class="lobby-broken">{say('ui.lobby.brokenOff')}</p>}
      <MakeTeams />
      <Waiting people={waitingIn(session)} />
      {people.length === 0 && (
        <div class="quiet-note">
          <b>{say('ui.console.nobody')}</b>
          <p>{say('ui.console.nobodyBody')}</p>
        </div>
      )}
      {unplaced.length > 0 && (
        <section class="seat-team" aria-labelledby="unplaced-title">
          <h2 id="unplaced-title">{say('ui.console.unplaced')}</h2>
          <People entries={unplaced} choose={choose} />
        </section>
      )}
      <div class={`seat-teams${session.teams.length === 1 ? ' one' : ''}`}>
        {session.teams.map((team) => (
          <Team key={team.id} team={team} choose={choose} />
        ))}
      </div>
      <Removed />
      {chosen.value !== 0 && (
        <PersonDialog key={chosen.value} seat={chosen.value} close={() => choose(0)} />
      )}
    </div>
  );
}

/** For a class that is too many for its one world: teams, with a world each, by one press. */
function MakeTeams() {
  const { say } = useApp().words;
  const split = splitOf(useDeskState().session);
  if (split === null) return <ActNote of="make-teams" />;
  const { teams } = split;
  return (
    <section class="many-note" aria-labelledby="many-title">
      <div>
        <h2 id="many-title">{say('ui.console.manyTitle')}</h2>
        <p>{say('ui.console.manyBody')}</p>
      </div>
      <ActButton
        of="make-teams"
        class="button"
        act={{ kind: 'settings', settings: { mode: 'parallel', teams } }}
      >
        {say('ui.console.makeTeams', { ...split })}
      </ActButton>
      <ActNote of="make-teams" />
    </section>
  );
}

/** Those whose seats were taken away: a mistake can be undone. */
function Removed() {
  const { say } = useApp().words;
  const { session } = useDeskState();
  const people = session.roster.filter(({ presence }) => presence === 'removed');
  if (people.length === 0) return null;
  return (
    <details class="side-part removed-people">
      <summary>{say('ui.console.removedPeople', { count: people.length })}</summary>
      <ul>
        {people.map((person) => (
          <DoorLine key={person.seat} person={person} answers={['letBack']} />
        ))}
      </ul>
    </details>
  );
}

function Code({ code, count }: { code: string; count: number }) {
  const { say } = useApp().words;
  const { link, onlyHere } = useJoinLink({ name: 'join', code });
  return (
    <div class="code-line">
      <p
        class="big-code"
        role="img"
        aria-label={say('ui.console.codeSpoken', { code: [...code].join(' ') })}
      >
        {[...code].map((letter, i) => (
          <span key={i} class={/\d/.test(letter) ? 'digit' : ''}>
            {letter}
          </span>
        ))}
      </p>
      <div class="code-side">
        <p class="code-link">{link}</p>
        {onlyHere && <p class="hint">{say('ui.console.onlyHere')}</p>}
        <CopyButton text={link} label={say('ui.console.copyLink')} />
      </div>
      <p class="code-count" aria-live="polite">
        {say('ui.console.people', { count })}
      </p>
    </div>
  );
}

function Team({ team, choose }: { team: TeamState; choose: (seat: number) => void }) {
  const { say } = useApp().words;
  const { session } = useDeskState();
  const members = membersOf(session, team.id);
  const watchers = watchersOf(session, team.id);
  const name = `team-${team.id}`;
  return (
    <section class={`seat-team ${team.side}`} aria-labelledby={name}>
      <h2 id={name}>
        {teamName(say, team.id)}
        {peopleAttack(modes[session.settings.mode]) && (
          <small class="seat-side">
            {say(team.side === 'red' ? 'ui.console.attacks' : 'ui.console.defends')}
          </small>
        )}
        <span class="seat-count">{members.length}</span>
      </h2>
      {members.length + watchers.length === 0 ? (
        <p class="soft">{say('ui.console.nobody')}</p>
      ) : (
        <People entries={[...members, ...watchers]} choose={choose} />
      )}
    </section>
  );
}

function People(props: { entries: readonly RosterEntry[]; choose: (seat: number) => void }) {
  const { say } = useApp().words;
  const { teams } = useDeskState().session;
  return (
    <ul class="seat-people">
      {props.entries.map((entry) => (
        <li key={entry.seat} class={entry.presence}>
          <button
            type="button"
            class="seat-name"
            title={say('ui.console.personMenu', { name: entry.nickname })}
            onClick={() => props.choose(entry.seat)}
          >
            <b class="seat-nick">{entry.nickname}</b>
            <small class="seat-note">{noteOf(say, entry)}</small>
          </button>
          {teams.length > 1 && <TeamSelect entry={entry} />}
        </li>
      ))}
    </ul>
  );
}

function noteOf(say: (key: string) => string, entry: RosterEntry): string {
  if (entry.presence === 'dropped') return say('ui.console.droppedPerson');
  if (entry.presence === 'watching') return say('ui.console.watchesOnly');
  if (entry.roles.length === ROLE_NAMES.length) return say('ui.roles.all');
  return entry.roles.map((role) => say(`ui.roles.${role}`)).join(' · ');
}
