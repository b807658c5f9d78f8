import { remaining } from '../../../shared/text/clock.ts';
import { redRow, redRows } from '../../../shared/view/red/red-reading.ts';
import type { RedTeamRow } from '../../../shared/view/red/red-rows.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { knownVmName } from '../../state/red/names.ts';
import { cardOrder, cardsAbout, STANDINGS, standingOf, strikeOf } from '../../state/red/red.ts';
import { RedCard } from './red-card.tsx';
import { useRedSelection } from './selection.ts';

/** What could be tried, the surest and the best first. */
export function RedCards() {
  const { words } = useApp();
  const { red } = useGame();
  const selection = useRedSelection();
  const view = red.value;
  const redTeam = redRow(view, 'redTeam', 1);
  const knownVm = redRow(view, 'knownVms', selection.knownVm.value)?.id ?? 0;
  const strikes = redRows(view, 'strikes');
  const cards = cardOrder(cardsAbout(redRows(view, 'cards'), knownVm));
  const current = (cards.find(({ id }) => id === selection.card.value) ?? cards[0])?.id ?? 0;
  const t = (key: string, values = {}) => words.say(`ui.red.${key}`, values);
  const count = cards.length;
  return (
    <section class="red-cards" aria-labelledby="red-cards-title">
      <h2 id="red-cards-title" class="panel-title">
        {t('cards')}
        {knownVm === 0 ? (
          <span>{t('cardsAll', { count })}</span>
        ) : (
          <span>
            {t('cardsOf', { count, name: knownVmName(words.say, view, knownVm) })}
            <button type="button" class="red-show-all" onClick={() => selection.choose(0)}>
              {t('showAll')}
            </button>
          </span>
        )}
      </h2>
      {redTeam !== null && <Hold redTeam={redTeam} />}
      <div class="red-scroll">
        {cards.length === 0 && (
          <p class="quiet-note">
            <b>{t('noCards')}</b>
            {t('noCardsBody')}
          </p>
        )}
        {STANDINGS.map((standing) => {
          const some = cards.filter((card) => standingOf(card) === standing);
          if (some.length === 0) return null;
          return (
            <section key={standing} class="red-standing" aria-label={t(standing)}>
              <h3 class={standing}>
                {t(standing)} <span>{some.length}</span>
              </h3>
              <ul>
                {some.map((card) => (
                  <RedCard
                    key={card.id}
                    card={card}
                    strike={strikeOf(card, strikes)}
                    strikes={strikes}
                    current={card.id === current}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </section>
  );
}

/** Why nothing can be begun just now, and when it can; or what they wait for. */
function Hold({ redTeam }: { redTeam: RedTeamRow }) {
  const { words } = useApp();
  const { clock } = useGame();
  const now = clock.tick.value;
  const t = (key: string, values = {}) => words.say(`ui.red.${key}`, values);
  if (redTeam.phase === 'prepare') {
    const time = remaining(redTeam.liveFrom - now);
    return <p class="red-hold">{t('waitsForLive', { time })}</p>;
  }
  if (redTeam.restsUntil > now) {
    const time = remaining(redTeam.restsUntil - now);
    return <p class="red-hold rest">{t('resting', { time })}</p>;
  }
  return redTeam.waiting ? <p class="red-hold calm">{t('asked')}</p> : null;
}
