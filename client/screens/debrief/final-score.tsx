import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Leave } from '../../parts/leave.tsx';

interface FinalScoreProps {
  readonly total: number;
  /** Left out while only what was known in play is there to be told. */
  readonly won?: boolean;
  /** What it was in play, where that was another figure. */
  readonly known?: number | null;
}

/** The total and whether it was enough; what to do next. */
export function FinalScore({ total, won, known = null }: FinalScoreProps) {
  const { words } = useApp();
  const { link, watching, side, session } = useGame();
  // Of a class that is over nothing goes on.
  const over = session.value?.phase === 'closed';
  const { alone } = link;
  const red = side.value === 'red';
  const t = (key: string, values = {}) => words.say(`ui.debrief.${key}`, values);
  const name = won === undefined ? 'scoreNow' : red ? 'scoreRed' : 'score';
  return (
    <section class="card final-score">
      <p class="final-score-score">
        <span>{t(name)}</span>
        <b>{total}</b>
      </p>
      {won !== undefined && (
        <p class={won !== red ? 'good-ink' : 'soft'}>
          {t(`${won ? 'won' : 'lost'}${red ? 'Red' : ''}`)}
        </p>
      )}
      {known !== null && known !== total && <p class="soft">{t('knownScore', { known })}</p>}
      {!watching && !over && (
        <div class="final-score-actions">
          {alone === null ? (
            <p class="hint">{t('againWait')}</p>
          ) : (
            <>
              <button type="button" class="button primary" onClick={() => alone.again()}>
                {t('again')}
              </button>
              <Leave label="ui.debrief.home" />
            </>
          )}
        </div>
      )}
    </section>
  );
}
