import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Leave } from '../../parts/leave.tsx';

/** The total and whether it was enough; what to do next. */
export function FinalScore({ total, won }: { total: number; won?: boolean }) {
  const { words } = useApp();
  const { link, watching, side, session } = useGame();
  // Of a class that is over nothing goes on.
  const over = session.value?.phase === 'closed';
  const { alone } = link;
  const red = side.value === 'red';
  const t = (key: string) => words.say(`ui.debrief.${key}`);
  return (
    <section class="card final-score">
      <p class="final-score-score">
        <span>{t(red ? 'scoreRed' : 'score')}</span>
        <b>{total}</b>
      </p>
      {won !== undefined && (
        <p class={won !== red ? 'good-ink' : 'soft'}>
          {t(`${won ? 'won' : 'lost'}${red ? 'Red' : ''}`)}
        </p>
      )}
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
