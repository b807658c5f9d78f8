import { causeOf } from '../world/alert.ts';
import { exposure } from './advisories.ts';
import { rowsOf } from './reading.ts';
import type { AdvisoryRow, AlertRow, BreachRow } from './rows.ts';
import type { BlueView } from './view.ts';

/** What wants attention, as a reader sees it: alerts of one cause are one card. */
export type Card = {
  readonly key: string;
  /** When it last grew. */
  readonly at: number;
  /** Higher is sooner: an open harm, what waits for an answer, what is dealt with. */
  readonly urgency: 3 | 2 | 1 | 0;
} & (
  | { readonly kind: 'alert'; readonly alerts: AlertGroup }
  /** With what was told of that same harm. */
  | { readonly kind: 'breach'; readonly breach: BreachRow; readonly alerts: readonly AlertRow[] }
  | { readonly kind: 'advisory'; readonly advisory: AdvisoryRow }
);

/** Alerts of one cause, the newest first; the open ones before those that are dealt with. */
export type AlertGroup = readonly [AlertRow, ...AlertRow[]];

/** What still wants something before what is over, harms first of all; then the newest first. */
export function cardsOf(view: BlueView): readonly Card[] {
  const cards: Card[] = [...breachCards(view), ...alertCards(view), ...advisoryCards(view)];
  return cards.sort((a, b) => b.urgency - a.urgency || b.at - a.at || (a.key < b.key ? 1 : -1));
}

/** Whether a card waits for someone. */
export const waits = ({ urgency }: Card): boolean => urgency >= 2;

/** What is told of a host that fell. */
const OF_A_FALL: ReadonlySet<string> = new Set([
  'host-complaint',
  'host-compromised',
  'measurement-differs',
]);

/** Whether an alert tells of nothing else than that harm. */
function tellsOf({ seen, host: at }: AlertRow, { kind, asset, host: place }: BreachRow): boolean {
  if (seen.kind === 'complaint') return kind === 'leak' && seen.asset === asset;
  if (seen.kind === 'shortage') {
    return (kind === 'starved' || kind === 'squeezed') && place === at;
  }
  if (seen.kind === 'pool-empty') return kind === 'exhausted';
  if (seen.kind === 'no-disk') return kind === 'flooded' && place === at;
  if (!OF_A_FALL.has(seen.kind)) return false;
  return kind === 'takeover' && at === place;
}

const breachCards = (view: BlueView): Card[] =>
  rowsOf(view, 'breaches').map((breach) => ({
    kind: 'breach',
    key: `breach/${breach.id}`,
    at: breach.discoveredAt,
    urgency: breach.open ? 3 : 1,
    breach,
    alerts: rowsOf(view, 'alerts').filter((alert) => tellsOf(alert, breach)),
  }));

function alertCards(view: BlueView): Card[] {
  const breaches = rowsOf(view, 'breaches');
  const others = rowsOf(view, 'alerts').filter(
    (alert) => !breaches.some((breach) => tellsOf(alert, breach)),
  );
  return [...groupsOf(others)].map(([cause, alerts]) => ({
    kind: 'alert',
    key: `alert/${cause}`,
    at: alerts[0].latest,
    urgency: alerts[0].state === 'open' ? 2 : 0,
    alerts,
  }));
}

/** Alerts by their cause. */
export function groupsOf(alerts: readonly AlertRow[]): ReadonlyMap<string, AlertGroup> {
  const groups = new Map<string, AlertGroup>();
  const openFirst = (a: AlertRow, b: AlertRow): number =>
    Number(b.state === 'open') - Number(a.state === 'open') || b.latest - a.latest || b.id - a.id;
  for (const alert of [...alerts].sort(openFirst)) {
    const cause = causeOf(alert);
    const group = groups.get(cause);
    groups.set(cause, group === undefined ? [alert] : [...group, alert]);
  }
  return groups;
}

const advisoryCards = (view: BlueView): Card[] =>
  rowsOf(view, 'advisories').map((advisory) => {
    const { hosts, vms } = exposure(view, advisory);
    const affected = hosts.length + vms.length > 0;
    return {
      kind: 'advisory',
      key: `advisory/${advisory.id}`,
      at: advisory.publishedAt,
      // What was known before the match is no news: it waits below what is.
      urgency: !affected ? 0 : advisory.publishedAt > 0 ? 2 : 1,
      advisory,
    };
  });
