import type { RosterEntry } from '../../../../shared/protocol/server.ts';
import { useApp } from '../../../app-context.ts';
import { ActNote } from '../act-note.tsx';
import { useDesk, useDeskState } from '../desk-context.ts';
import { teamName } from '../words.ts';

/** Which team someone is in: another choice moves them. */
export function TeamSelect({ entry }: { entry: RosterEntry }) {
  const { say } = useApp().words;
  const desk = useDesk();
  const { teams } = useDeskState().session;
  const key = `move ${entry.seat}`;
  const known = teams.some((team) => team.id === entry.team);
  return (
    <span class="team-select">
      <select
        class="select"
        aria-label={say('ui.console.moveTo', { name: entry.nickname })}
        value={known ? String(entry.team) : '0'}
        onChange={(event) => {
          const team = Number(event.currentTarget.value);
          if (team !== 0 && team !== entry.team) {
            void desk.act(key, { kind: 'move', seat: entry.seat, team });
          }
        }}
      >
        {!known && <option value="0">{say('ui.console.noTeam')}</option>}
        {teams.map(({ id }) => (
          <option key={id} value={String(id)}>
            {teamName(say, id)}
          </option>
        ))}
      </select>
      <ActNote of={key} />
    </span>
  );
}
