import type { ProjectorState } from '../../../shared/protocol/server.ts';
import { useApp } from '../../app-context.ts';

/** Teams by what they have, the most first; nothing when scores are not shown. */
export function Standings({ state }: { state: ProjectorState }) {
  const { say } = useApp().words;
  if (state.standings === null || state.standings.length === 0) return null;
  const sorted = [...state.standings].sort((a, b) => b.score - a.score || a.team - b.team);
  const { session } = state;
  return (
    <section class="standings" aria-label={say('ui.projector.standings')}>
      <ol class={sorted.length > 6 ? 'many' : ''}>
        {sorted.map(({ team, score }) => {
          const world = session.teams.find(({ id }) => id === team)?.world ?? 0;
          const before = session.half === 2 ? session.firstHalf[world - 1] : undefined;
          return (
            <li key={team} class="standing">
              <b class="standing-team">{say(`names.teams.${team}`)}</b>
              <span class="standing-bar" aria-hidden="true">
                <span
                  class="standing-fill"
                  style={{ transform: `scaleX(${Math.max(0, score / 1000).toFixed(3)})` }}
                />
              </span>
              <span class="standing-score">{score}</span>
              {before !== undefined && (
                <small class="standing-before">
                  {say('ui.projector.firstHalf', { score: before })}
                </small>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
