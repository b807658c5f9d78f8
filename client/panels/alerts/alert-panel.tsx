import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Card, cardsOf, waits } from '../../../shared/view/cards.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { useSteady } from '../../parts/steady.ts';
import { AdvisoryCard } from './advisory-card.tsx';
import { AlertCard } from './alert-card.tsx';
import { BecauseCard } from './because-card.tsx';
import { CardAnswers } from './card-answers.tsx';

const keyOf = ({ key }: Card): string => key;

/** What wants attention, the most urgent first; the answers to the opened card stay in sight below. */
export function AlertPanel() {
  const { words } = useApp();
  const { view, watching, cardToOpen } = useGame();
  /** The card that was unfolded by hand, '' after one was folded; `null` leaves it to `shown`. */
  const picked = cardToOpen;
  /** The card that unfolds by itself: the first that waits. */
  const shown = useSignal<string | null>(null);
  /** Under the pointer or the focus nothing moves by itself. */
  const held = useSignal(false);
  const now = view.value;
  const cards = useSteady(now === null ? [] : cardsOf(now), held.value, keyOf);
  const waiting = cards.filter(waits);
  const stays = held.value && waiting.some(({ key }) => key === shown.value);
  const next = waiting[0]?.key ?? null;
  useEffect(() => {
    if (!stays) shown.value = next;
  }, [shown, stays, next]);
  if (now === null) return null;
  const t = words.say;
  const wanted = picked.value ?? shown.value;
  const current = cards.find(({ key }) => key === wanted) ?? null;
  return (
    <section class="alerts" aria-labelledby="alerts-title" data-jump="alerts">
      <h2 id="alerts-title" class="panel-title">
        {t('ui.match.alerts')}
        {waiting.length > 0 && <span>{t('ui.match.openAlerts', { count: waiting.length })}</span>}
      </h2>
      {cards.length === 0 ? (
        <div class="quiet-note">
          <b>{t('ui.match.noAlerts')}</b>
          <p>{t('ui.match.noAlertsBody')}</p>
        </div>
      ) : (
        <ul
          class="alert-list"
          onPointerEnter={() => (held.value = true)}
          onPointerLeave={() => (held.value = false)}
          onFocusCapture={() => (held.value = true)}
          onBlurCapture={() => (held.value = false)}
        >
          {cards.map((card) => {
            const open = card === current;
            const look = {
              open,
              picked: picked.value === card.key,
              toggle: (): void => {
                picked.value = open ? '' : card.key;
              },
            };
            return (
              <li key={card.key}>
                {card.kind === 'alert' ? (
                  <AlertCard alerts={card.alerts} {...look} />
                ) : card.kind === 'advisory' ? (
                  <AdvisoryCard advisory={card.advisory} {...look} />
                ) : (
                  <BecauseCard breach={card.breach} alerts={card.alerts} {...look} />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {current !== null && !watching && (
        <CardAnswers
          key={current.key}
          card={current}
          done={() => {
            picked.value = null;
          }}
        />
      )}
    </section>
  );
}
