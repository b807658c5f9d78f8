import type { RaidRow } from '../../../shared/view/red-rows.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { remaining } from '../../state/match/wording.ts';
import { knownVmName } from '../../state/raid/names.ts';
import {
  cardOrder,
  cardsAbout,
  redRow,
  redRows,
  STANDINGS,
  standingOf,
  strikeOf,
} from '../../state/raid/raid.ts';
import { useRaidDesk } from './desk.ts';
import { RaidCard } from './raid-card.tsx';

/** What could be tried, the surest and the best first. */
export function RaidCards() {
  const { words } = useApp();
  const { red } = useGame();
  const desk = useRaidDesk();
  const view = red.value;
  const raid = redRow(view, 'raid', 1);
  const knownVm = redRow(view, 'knownVms', desk.knownVm.value)?.id ?? 0;
  const strikes = redRows(view, 'strikes');
  const cards = cardOrder(cardsAbout(redRows(view, 'cards'), knownVm));
  const current = (cards.find(({ id }) => id === desk.card.value) ?? cards[0])?.id ?? 0;
  const t = (key: string, values = {}) => words.say(`ui.raid.${key}`, values);
  const count = cards.length;
  return (
    <section class="raid-cards" aria-labelledby="raid-cards-title">
      <h2 id="raid-cards-title" class="panel-title">
        {t('cards')}
        {knownVm === 0 ? (
          <span>{t('cardsAll', { count })}</span>
        ) : (
          <span>
            {t('cardsOf', { count, name: knownVmName(words.say, view, knownVm) })}
            <button type="button" class="raid-show-all" onClick={() => desk.choose(0)}>
              {t('showAll')}
            </button>
          </span>
        )}
      </h2>
      {raid !== null && <Hold raid={raid} />}
      <div class="raid-scroll">
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
            <section key={standing} class="raid-standing" aria-label={t(standing)}>
              <h3 class={standing}>
                {t(standing)} <span>{some.length}</span>
              </h3>
              <ul>
                {some.map((card) => (
                  <RaidCard
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
function Hold({ raid }: { raid: RaidRow }) {
  const { words } = useApp();
  const { clock } = useGame();
  const now = clock.tick.value;
  const t = (key: string, values = {}) => words.say(`ui.raid.${key}`, values);
  if (raid.phase === 'prepare') {
    const time = remaining(raid.liveFrom - now);
    return <p class="raid-hold">{t('waitsForLive', { time })}</p>;
  }
  if (raid.restsUntil > now) {
    const time = remaining(raid.restsUntil - now);
    return <p class="raid-hold rest">{t('resting', { time })}</p>;
  }
  return raid.waiting ? <p class="raid-hold calm">{t('asked')}</p> : null;
}
