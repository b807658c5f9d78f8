import { modes } from '../../../shared/protocol/modes/registry.ts';
import type { ProjectorState } from '../../../shared/protocol/server.ts';
import { useApp } from '../../app-context.ts';
import { type Ranked, ranked } from '../../state/desk/ranks.ts';
import { teamIn } from '../../state/match/team.ts';

/** Rows of one column: more would not be read from the back. */
const ROWS = 6;

/** Teams by what they have scored in defence, the most first; nothing when scores are not shown. */
export function Standings({ state }: { state: ProjectorState }) {
  const { say } = useApp().words;
  if (state.standings === null || state.standings.length === 0) return null;
  // What is known while it is played, and afterwards the truth: not the same figure.
  const name = state.session.phase === 'live' ? 'standings' : 'finalStandings';
  const all = ranked(state.standings);
  const columns = Math.min(3, Math.ceil(all.length / ROWS));
  const rows = Math.ceil(all.length / columns);
  return (
    <section class="standings" aria-label={say(`ui.projector.${name}`)}>
      {/* Down one column and then the next, as one reads an order. */}
      <ol class={`in-${columns}`} style={{ gridTemplateRows: `repeat(${rows}, auto)` }}>
        {all.map((one) => (
          <Row key={`${one.team} ${one.half}`} one={one} state={state} />
        ))}
      </ol>
    </section>
  );
}

function Row({ one, state }: { one: Ranked; state: ProjectorState }) {
  const { say } = useApp().words;
  const { team, score, rank } = one;
  const notes = useNotes(one, state);
  return (
    <li class="standing">
      <span class="standing-rank">
        <span class="unseen">{say('ui.projector.rank', { rank })}</span>
        <span aria-hidden="true">{rank}</span>
      </span>
      <b class="standing-team">{say(`names.teams.${team}`)}</b>
      <span class="standing-bar" aria-hidden="true">
        <span
          class="standing-fill"
          style={{ transform: `scaleX(${Math.max(0, score / 1000).toFixed(3)})` }}
        />
      </span>
      <span class="standing-score">{score}</span>
      {notes.length > 0 && <small class="standing-note">{notes.join(' · ')}</small>}
    </li>
  );
}

/** In which half it was earned, what attackers have done as far as that is known, and the match before. */
function useNotes({ half, world, harms, earlier }: Ranked, { session }: ProjectorState): string[] {
  const { say } = useApp().words;
  const t = (key: string, values = {}): string => say(`ui.projector.${key}`, values);
  const notes: string[] = [];
  if (modes[session.settings.mode].swaps) {
    const now = half === session.half && session.phase === 'live';
    notes.push(now ? t('defending') : t(`halves.${half}`));
    const red = teamIn(session, world, 'red');
    if (harms !== null && red !== null) {
      notes.push(
        `${say(`names.teams.${red.id}`)} ${t('attacks')}`,
        t('breaches', { count: harms }),
      );
    }
  }
  if (earlier !== null) notes.push(t('earlier', { score: earlier }));
  return notes;
}
