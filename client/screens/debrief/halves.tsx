import './control-quiz.css';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Bar } from '../../parts/bar.tsx';
import { type Half, halvesOf } from '../../state/desk/halves.ts';
import { KEPT } from './kept.ts';

/** Points of a full score. */
const FULL = 1000;

/** After two halves, or the first of them: what each of the two teams scored in defence. */
export function Halves() {
  const { words } = useApp();
  const { session, world, debrief } = useGame();
  const report = debrief.value;
  if (session.value === null || report === null) return null;
  const halves = halvesOf(session.value, world.value, report.total);
  if (halves.length === 0) return null;
  const t = (key: string, values = {}) => words.say(`ui.quiz.${key}`, values);
  return (
    <section class="card halves" aria-labelledby="halves-title">
      <h2 id="halves-title" class="card-title">
        {t('halves')}
      </h2>
      {halves.every(({ score }) => score !== null) && <p class="soft">{t('halvesBody')}</p>}
      <ol>
        {halves.map(({ team, half, score }) => (
          <li key={team}>
            <span>
              {words.say(`names.teams.${team}`)}
              <small>{t(half === 1 ? 'halfOne' : 'halfTwo')}</small>
            </span>
            <b>{score ?? '–'}</b>
            <Bar share={(score ?? 0) / FULL} kind={(score ?? 0) >= KEPT ? 'good' : 'warn'} />
          </li>
        ))}
      </ol>
      <p>{outcome(halves)}</p>
    </section>
  );

  /** Who was ahead; or that the other half is still to come. */
  function outcome([first, second]: readonly Half[]): string {
    if (!first || !second || first.score === null || second.score === null) return t('stillToCome');
    const points = Math.abs(first.score - second.score);
    if (points === 0) return t('even');
    const { team } = first.score > second.score ? first : second;
    return t('ahead', { team: words.say(`names.teams.${team}`), points });
  }
}
