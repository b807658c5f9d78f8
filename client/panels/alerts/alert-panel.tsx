import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { exposure } from '../../../shared/view/advisories.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import type { AdvisoryRow, AlertRow, BreachRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { AdvisoryCard } from './advisory-card.tsx';
import { AlertCard } from './alert-card.tsx';
import { BecauseCard } from './because-card.tsx';

type Item = {
  readonly key: string;
  readonly at: number;
  /** Higher is sooner: an open harm, what waits for an answer, what is dealt with. */
  readonly urgency: number;
} & (
  | { readonly kind: 'alert'; readonly alert: AlertRow }
  | { readonly kind: 'breach'; readonly breach: BreachRow }
  | { readonly kind: 'advisory'; readonly advisory: AdvisoryRow }
);

/** What still wants something before what is over, harms first of all; then the newest first. */
function mostUrgentFirst(view: BlueView): readonly Item[] {
  const items: Item[] = [
    ...rowsOf(view, 'breaches').map((breach) => ({
      kind: 'breach' as const,
      key: `breach/${breach.id}`,
      at: breach.discoveredAt,
      urgency: breach.open ? 3 : 1,
      breach,
    })),
    ...rowsOf(view, 'alerts').map((alert) => ({
      kind: 'alert' as const,
      key: `alert/${alert.id}`,
      at: alert.tick,
      urgency: alert.state === 'open' ? 2 : 0,
      alert,
    })),
    ...rowsOf(view, 'advisories').map((advisory) => {
      const { hosts, vms } = exposure(view, advisory);
      return {
        kind: 'advisory' as const,
        key: `advisory/${advisory.id}`,
        at: advisory.publishedAt,
        // What was known before the match is no news: it waits below what is.
        urgency: hosts.length + vms.length === 0 ? 0 : advisory.publishedAt > 0 ? 2 : 1,
        advisory,
      };
    }),
  ];
  return items.sort((a, b) => b.urgency - a.urgency || b.at - a.at || (a.key < b.key ? 1 : -1));
}

export function AlertPanel() {
  const { words } = useApp();
  const { view } = useGame();
  /** The card that was unfolded by hand, '' after one was folded; `null` leaves it to `shown`. */
  const picked = useSignal<string | null>(null);
  /** The card that unfolds by itself: the newest that waits. */
  const shown = useSignal<string | null>(null);
  /** Under the pointer or the focus nothing moves by itself. */
  const held = useSignal(false);
  const now = view.value;
  const items = now === null ? [] : mostUrgentFirst(now);
  const waiting = items.filter((item) => item.urgency === 2);
  const stays = held.value && waiting.some(({ key }) => key === shown.value);
  // Beside an open harm nothing else unfolds by itself.
  const next = items[0]?.urgency === 2 ? items[0].key : null;
  useEffect(() => {
    if (!stays) shown.value = next;
  }, [shown, stays, next]);
  if (now === null) return null;
  const t = words.say;
  return (
    <section class="alerts" aria-labelledby="alerts-title" data-jump="alerts">
      <h2 id="alerts-title" class="panel-title">
        {t('ui.match.alerts')}
        {waiting.length > 0 && <span>{t('ui.match.openAlerts', { count: waiting.length })}</span>}
      </h2>
      {items.length === 0 ? (
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
          {items.map((item) => {
            const open = (picked.value ?? shown.value) === item.key;
            const toggle = (): void => {
              picked.value = open ? '' : item.key;
            };
            const done = (): void => {
              picked.value = null;
            };
            return (
              <li key={item.key}>
                {item.kind === 'alert' ? (
                  <AlertCard
                    alert={item.alert}
                    open={open}
                    picked={picked.value === item.key}
                    toggle={toggle}
                    done={done}
                  />
                ) : item.kind === 'advisory' ? (
                  <AdvisoryCard advisory={item.advisory} open={open} toggle={toggle} />
                ) : (
                  <BecauseCard breach={item.breach} first={item === items[0]} />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
