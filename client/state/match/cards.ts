import type { Speaker } from '../../../shared/text/speak.ts';
import type { AlertGroup, Card } from '../../../shared/view/cards.ts';
import type { AlertRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { Observation } from '../../../shared/world/alert.ts';
import { alertValues, assetName, hostName, tenantName } from './wording.ts';

/** Kinds of which several differ in what they are about: together they have a title of their own. */
export const TOLD_TOGETHER: ReadonlySet<Observation['kind']> = new Set([
  'residue-free',
  'residue-blocks',
  'open-door',
  'past-switch',
]);

/** What a card is about, in a line. */
export function cardTitle(say: Speaker, view: BlueView, card: Card): string {
  switch (card.kind) {
    case 'alert':
      return groupTitle(say, view, card.alerts);
    case 'advisory':
      return say(`flaws.${card.advisory.name}.name`);
    case 'breach': {
      const { kind, asset, victim, host } = card.breach;
      return say(`ui.match.${kind === 'leak' ? 'leakOf' : 'takeoverOf'}`, {
        asset: assetName(say, view, asset),
        victim: tenantName(say, view, victim),
        host: hostName(host),
      });
    }
  }
}

/** What alerts of one cause tell of: the newest, or what they have in common. */
export function groupTitle(say: Speaker, view: BlueView, alerts: AlertGroup): string {
  const [newest] = alerts;
  const together = alerts.length > 1 && TOLD_TOGETHER.has(newest.seen.kind);
  return say(
    `alerts.${newest.seen.kind}.${together ? 'several' : 'title'}`,
    alertValues(say, newest, view),
  );
}

/** Something that was seen, by whom, and when last. */
export interface Line {
  readonly text: string;
  readonly at: number;
  readonly sensors: readonly string[];
  readonly over: boolean;
}

/** Each thing that alerts of one cause tell of, once, whoever saw it; the newest first. */
export function linesOf(say: Speaker, view: BlueView, alerts: AlertGroup): readonly Line[] {
  const titles = new Set(alerts.map((alert) => said(say, view, alert, 'title')));
  const several = titles.size > 1;
  const lines = new Map<string, Line>();
  for (const alert of alerts) {
    const body = said(say, view, alert, 'body');
    const title = said(say, view, alert, 'title');
    // What became of packets is never left out.
    const text = !several ? body : alert.seen.kind === 'traffic' ? `${title}. ${body}` : title;
    const before = lines.get(text);
    lines.set(text, {
      text,
      at: Math.max(before?.at ?? 0, alert.latest),
      sensors: [...new Set([...(before?.sensors ?? []), alert.sensor])],
      over: (before?.over ?? true) && alert.state !== 'open',
    });
  }
  return [...lines.values()].sort((a, b) => b.at - a.at);
}

const said = (say: Speaker, view: BlueView, alert: AlertRow, part: 'title' | 'body'): string =>
  say(`alerts.${alert.seen.kind}.${part}`, alertValues(say, alert, view));
