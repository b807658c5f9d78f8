import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Leave } from '../../parts/leave.tsx';

/** The total and whether it was enough; what to do next. */
export function Verdict({ total, won }: { total: number; won?: boolean }) {
  const { words } = useApp();
  const { solo, link, session, mySeat, orders } = useGame();
  const t = (key: string) => words.say(`ui.debrief.${key}`);
  const host = solo || session.value?.roster.find((entry) => entry.host)?.seat === mySeat.value;
  return (
    <section class="card verdict">
      <p class="verdict-score">
        <span>{t('score')}</span>
        <b>{total}</b>
      </p>
      {won !== undefined && <p class={won ? 'good-ink' : 'soft'}>{t(won ? 'won' : 'lost')}</p>}
      <div class="verdict-actions">
        {host ? (
          <button
            type="button"
            class="button primary"
            onClick={() => orders.watch('again', link.again())}
          >
            {t('again')}
          </button>
        ) : (
          <p class="hint">{t('againWait')}</p>
        )}
        <Leave label="ui.debrief.home" />
      </div>
    </section>
  );
}
