import { useSignal } from '@preact/signals';
import type { AlertRow, BreachRow } from '../../../shared/view/rows.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { rowsOf } from '../../state/rows.ts';
import { alertValues } from '../../state/wording.ts';
import { AlertCard } from './alert-card.tsx';
import { BecauseCard } from './because-card.tsx';

type Item =
  | { readonly kind: 'alert'; readonly at: number; readonly alert: AlertRow }
  | { readonly kind: 'breach'; readonly at: number; readonly breach: BreachRow };

/** What still wants something before what is over, harms first of all; then the newest first. */
function mostUrgentFirst(
  alerts: readonly AlertRow[],
  breaches: readonly BreachRow[],
): readonly Item[] {
  const items: Item[] = [
    ...breaches.map((breach) => ({ kind: 'breach' as const, at: breach.discoveredAt, breach })),
    ...alerts.map((alert) => ({ kind: 'alert' as const, at: alert.tick, alert })),
  ];
  return items.sort((a, b) => urgency(b) - urgency(a) || b.at - a.at || idOf(b) - idOf(a));
}

/** Higher is sooner: an open harm, an open alert, and whatever is dealt with. */
function urgency(item: Item): number {
  if (item.kind === 'breach') return item.breach.open ? 3 : 1;
  return item.alert.state === 'open' ? 2 : 0;
}

const idOf = (item: Item): number => (item.kind === 'alert' ? item.alert.id : item.breach.id);

export function AlertPanel() {
  const { words } = useApp();
  const { view } = useGame();
  const opened = useSignal<string | null>(null);
  const now = view.value;
  if (now === null) return null;
  const alerts = rowsOf(now, 'alerts');
  const items = mostUrgentFirst(alerts, rowsOf(now, 'breaches'));
  const open = alerts.filter((alert) => alert.state === 'open');
  const newest = open.at(-1);
  const t = words.say;
  return (
    <section class="alerts" aria-labelledby="alerts-title">
      <h2 id="alerts-title" class="panel-title">
        {t('ui.match.alerts')}
        {open.length > 0 && <span>{t('ui.match.openAlerts', { count: open.length })}</span>}
      </h2>
      <p class="unseen" aria-live="polite">
        {newest !== undefined &&
          t(`reports.alerts.${newest.seen.kind}.title`, alertValues(t, newest, now))}
      </p>
      {items.length === 0 ? (
        <div class="quiet-note">
          <b>{t('ui.match.noAlerts')}</b>
          <p>{t('ui.match.noAlertsBody')}</p>
        </div>
      ) : (
        <ul class="alert-list">
          {items.map((item) => {
            const key = `${item.kind}/${idOf(item)}`;
            const toggle = (): void => {
              opened.value = opened.value === key ? null : key;
            };
            return (
              <li key={key}>
                {item.kind === 'alert' ? (
                  <AlertCard alert={item.alert} open={opened.value === key} toggle={toggle} />
                ) : (
                  <BecauseCard breach={item.breach} />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
