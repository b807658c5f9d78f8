import { peopleAttack } from '../../../shared/protocol/modes/mode.ts';
import { modes } from '../../../shared/protocol/modes/registry.ts';
import { useApp } from '../../app-context.ts';
import type { Board } from '../../state/desk/desk-reading.ts';
import { useDeskState } from './desk-context.ts';
import { teamName } from './words.ts';

interface OpenBoardProps {
  readonly board: Board;
  /** What it is called: a text of the desk that names the teams. */
  readonly of: 'look' | 'openDebrief';
  readonly open: () => void;
}

/** The teams of a world, to be pressed to look into it. */
export function OpenBoard({ board, of, open }: OpenBoardProps) {
  const { say } = useApp().words;
  const { mode } = useDeskState().session.settings;
  const { teams } = board;
  const name = teams.map((team) => teamName(say, team.id)).join(' · ');
  return (
    <button
      type="button"
      class="card-open"
      title={say(`ui.console.${of}`, { team: name })}
      onClick={open}
    >
      {teams.map((team, i) => (
        <span key={team.id} class={`card-team ${team.side}`}>
          {i > 0 && <i aria-hidden="true">vs</i>}
          {teamName(say, team.id)}
          {peopleAttack(modes[mode]) && (
            <small class="card-side">
              {say(`ui.console.${team.side === 'red' ? 'attacks' : 'defends'}`)}
            </small>
          )}
        </span>
      ))}
    </button>
  );
}
