import type { RuleRefusal } from '../../shared/commands/refusal.ts';
import { encodePatch } from '../../shared/protocol/codec.ts';
import { RED_COLUMNS } from '../../shared/view/red/red-columns.ts';
import type { CardRow, Chip, NewsRow } from '../../shared/view/red/red-rows.ts';
import { projectRedTeam, type RedTeamView } from '../../shared/view/red/red-team.ts';
import { difference } from '../../shared/view/view.ts';
import type { ActArgs } from '../../shared/world/people/attacker.ts';
import type { Bench } from './worlds.ts';

/** The seat of someone who attacks. */
export const RED = 2;

/** Lets someone sit down who attacks. */
export function seatRed(bench: Bench, ...seats: number[]): Bench {
  for (const seat of seats.length === 0 ? [RED] : seats) {
    bench.tick({ kind: 'seat', seat, pilot: 'human', side: 'red' });
  }
  return bench;
}

/** One tick with one order of someone who attacks. Why it was refused, or `null`. */
export function redTeam(
  bench: Bench,
  attack: string,
  args: Record<string, number | string> = {},
  seat = RED,
): RuleRefusal | null {
  return bench.give(attack, args, seat);
}

/** Code of the refusal, or `null`. */
export const codeOf = (refusal: RuleRefusal | null): string | null => refusal?.code ?? null;

export const redOf = (
  bench: Pick<Bench, 'world' | 'history'>,
  before: RedTeamView | null = null,
): RedTeamView => projectRedTeam(bench.world, bench.history, before);

/** The whole of the attackers' view as the bytes that leave the server. */
export const redBytes = (view: RedTeamView): string =>
  Buffer.from(encodePatch(difference(RED_COLUMNS, null, view))).toString('hex');

const present = <T>(rows: readonly (T | null)[]): T[] =>
  rows.filter((row): row is T => row !== null);

export function cardOf(view: RedTeamView, attack: string, args?: ActArgs): CardRow | undefined {
  return present(view.tables.cards).find(
    (card) =>
      card.attack === attack && (!args || JSON.stringify(card.args) === JSON.stringify(args)),
  );
}

/** What a card says of its preconditions, by need. */
export const chips = (card: CardRow | undefined): Record<string, Chip> =>
  Object.fromEntries((card?.needs ?? []).map(({ need, chip }) => [need, chip]));

/** News, the oldest first, as `kind attack vm need holds asset`, without what is empty. */
export const newsIn = (view: RedTeamView): string[] => present(view.tables.news).map(told);

const told = ({ kind, attack, vm, need, holds, asset }: NewsRow): string =>
  [kind, attack, vm || '', need, holds ?? '', asset].filter((word) => word !== '').join(' ');
