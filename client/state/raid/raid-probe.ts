import { allNeeds, PROBE } from '../../../shared/attacks/probe.ts';
import { attackAt, attacks, probeArgs } from '../../../shared/attacks/registry.ts';
import type { CardRow, StrikeRow } from '../../../shared/view/red-rows.ts';
import { DEFAULT_PACE } from '../../../shared/world/pace.ts';
import { tempoOf } from '../../../shared/world/people/tempo.ts';
import { orderKey } from '../match/orders.ts';

/** An order, as it is given. */
interface Order {
  readonly command: string;
  readonly args: Readonly<Record<string, number>>;
}

/** Ticks that a probe takes: the same for everyone. */
export const PROBE_TICKS = attacks.get(PROBE)?.length(tempoOf(DEFAULT_PACE, 'opportunist')) ?? 0;

/** The order to look at one precondition of a card, or `null` when there is no such thing. */
export function probeOrder(
  { attack, args }: Pick<CardRow, 'attack' | 'args'>,
  need: string,
): Order | null {
  const about = probeArgs({ attack, args }, need);
  return about === null ? null : { command: PROBE, args: about };
}

/** The first precondition of a card that is not known, as P probes it; `null`: all are. */
export function firstUnknown({ needs }: Pick<CardRow, 'needs'>): string | null {
  return needs.find(({ chip }) => chip === 'unknown')?.need ?? null;
}

/** Whether a precondition of a card is being looked at. */
export function isProbed(card: CardRow, need: string, strikes: readonly StrikeRow[]): boolean {
  const order = probeOrder(card, need);
  if (order === null) return false;
  const key = orderKey(PROBE, order.args);
  return strikes.some(({ attack, args }) => {
    const { quiet: _, ...about } = args;
    return attack === PROBE && orderKey(PROBE, about) === key;
  });
}

/** What a probe that is under way looks at; `null` for anything else. */
export function probedBy({
  attack,
  args,
}: Pick<StrikeRow, 'attack' | 'args'>): { readonly attack: string; readonly need: string } | null {
  if (attack !== PROBE) return null;
  const about = attackAt(args.attack);
  const need = about === null ? undefined : allNeeds(about)[args.need ?? -1];
  return about === null || need === undefined ? null : { attack: about.id, need: need.id };
}
