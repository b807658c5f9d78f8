import { commandInPlay } from '../../../shared/commands/deck.ts';
import { traits } from '../../../shared/commands/traits.ts';
import { rowOf } from '../../../shared/view/reading.ts';
import type { AlertRow, MatchRow } from '../../../shared/view/rows.ts';
import { aboutOf } from '../../../shared/view/signs/alerts.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { Args } from '../../net/link.ts';

/** An order that answers an alert. */
export interface Answer {
  readonly kind: 'contain' | 'investigate' | 'ignore';
  readonly command: string;
  readonly args: Args;
}

/** Whether an order may be given in this match: it is in the deck, or there is none. */
export function playable(match: MatchRow | null, command: string): boolean {
  const deck = match?.deck ?? null;
  const always = traits[command]?.always === true;
  return commandInPlay({ deck: deck && { ...deck, attacks: [] } }, { name: command, always });
}

/** The order that answers an alert in that way, if one is played with. */
function answering(
  view: BlueView,
  alert: AlertRow,
  kind: 'contain' | 'investigate',
): Answer | undefined {
  const about = aboutOf(view, alert);
  const match = rowOf(view, 'match', 1);
  const able = Object.entries(traits).filter(
    ([command, { contains, investigates, takes }]) =>
      (kind === 'contain' ? contains : investigates).includes(alert.seen.kind) &&
      takes.every((name) => name in about) &&
      playable(match, command),
  );
  // What a scenario gives for it comes before what every deck holds.
  const found = able.find(([, { always }]) => !always) ?? able[0];
  if (found === undefined) return undefined;
  const [command, { takes }] = found;
  return { kind, command, args: Object.fromEntries(takes.map((name) => [name, about[name] ?? 0])) };
}

/**
 * The answers to an alert, each where there is one: contain, investigate, ignore. A look that found
 * nothing asks for none.
 */
export function answersTo(view: BlueView, alert: AlertRow): readonly Answer[] {
  if (alert.state !== 'open' || alert.seen.kind === 'nothing-found') return [];
  const acts = [answering(view, alert, 'contain'), answering(view, alert, 'investigate')];
  return [
    ...acts.filter((answer) => answer !== undefined),
    { kind: 'ignore', command: 'acknowledge-alert', args: { alert: alert.id } },
  ];
}
