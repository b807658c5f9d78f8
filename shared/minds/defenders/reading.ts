import type { HostRow } from '../../view/machine-rows.ts';
import { rowsOf } from '../../view/reading.ts';
import type { AlertRow, MatchRow, RequestRow } from '../../view/rows.ts';
import type { BlueView } from '../../view/view.ts';
import type { Observation } from '../../world/alert.ts';

export function openRequests(view: BlueView): RequestRow[] {
  return rowsOf(view, 'requests').filter(({ state }) => state === 'open');
}

/** Whether a job has claimed it already. */
export function claimed(view: BlueView, ref: string): boolean {
  return rowsOf(view, 'jobs').some(({ claims }) => claims.some((claim) => claim === ref));
}

/** Hands that nobody is using. */
export function freeHands(view: BlueView): number {
  return (view.tables.match[1]?.hands ?? 0) - rowsOf(view, 'jobs').length;
}

/** Hosts with the most room first. */
export function roomiest(view: BlueView): HostRow[] {
  return [...rowsOf(view, 'hosts')].sort((a, b) => b.free.length - a.free.length || a.id - b.id);
}

/** Whether the scenario is played with that command. */
export function has(view: BlueView, command: string): boolean {
  const deck = matchOf(view)?.deck ?? null;
  return deck === null || deck.commands.includes(command);
}

/** Whether a scenario deals that command itself, and not only every command that there is. */
export const isDealt = (view: BlueView, command: string): boolean =>
  matchOf(view)?.deck?.commands.includes(command) === true;

/** Credits of which a careful defender, after one more thing, still has a live patch left. */
const RESERVE = 140;

/** Whether there is more than what is kept for the next advisory. */
export const flush = (view: BlueView): boolean => (matchOf(view)?.credits ?? 0) > RESERVE;

function matchOf(view: BlueView): MatchRow | null {
  return view.tables.match[1] ?? null;
}

type Seen<Kind extends Observation['kind']> = AlertRow & {
  readonly seen: Extract<Observation, { readonly kind: Kind }>;
};

/** Alerts that nobody has seen to, the oldest first. */
export function openAlerts(view: BlueView): AlertRow[] {
  return rowsOf(view, 'alerts').filter(({ state }) => state === 'open');
}

/**
 * Alerts that still give reason to do something, the oldest first: those that nobody has seen to, and
 * those of which one side was seen to a short while ago. Who sent something may be shut off, and whom it
 * came to has not been looked into.
 */
export function standingAlerts(view: BlueView): AlertRow[] {
  return rowsOf(view, 'alerts').filter(({ state }) => state === 'open' || state === 'answered');
}

/** The same of that kind. */
export function alertsOf<Kind extends Observation['kind']>(
  view: BlueView,
  kind: Kind,
): Seen<Kind>[] {
  return standingAlerts(view).filter((alert): alert is Seen<Kind> => alert.seen.kind === kind);
}

/** The zone of that name, or 0. */
export function zoneNamed(view: BlueView, name: string): number {
  return rowsOf(view, 'zones').find((zone) => zone.name === name)?.id ?? 0;
}
