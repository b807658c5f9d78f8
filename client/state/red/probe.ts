import { needOf, PROBE } from '../../../shared/attacks/probe.ts';
import { attacks, probeable } from '../../../shared/attacks/registry.ts';
import type { CardRow, StrikeRow } from '../../../shared/view/red/red-rows.ts';
import { DEFAULT_PACE } from '../../../shared/world/pace.ts';
import { actLengthsOf } from '../../../shared/world/people/act-lengths.ts';
import { actKey } from '../../../shared/world/people/known.ts';
import type { Args } from '../../net/link.ts';

/** An order, as it is given. */
interface Order {
  readonly command: string;
  readonly args: Args;
}

/** Ticks that a probe takes: the same for everyone. */
export const PROBE_TICKS =
  attacks.get(PROBE)?.length(actLengthsOf(DEFAULT_PACE, 'opportunist')) ?? 0;

/** The order to look at one precondition of a card, or `null` when there is no such thing. */
export function probeOrder(
  { attack, args }: Pick<CardRow, 'attack' | 'args'>,
  need: string,
): Order | null {
  const about = probeable.get(attack);
  return about && needOf(about, need) ? { command: PROBE, args: { ...args, attack, need } } : null;
}

/** The first precondition of a card that is not known, as P probes it; `null`: all are. */
export function firstUnknown({ needs }: Pick<CardRow, 'needs'>): string | null {
  return needs.find(({ chip }) => chip === 'unknown')?.need ?? null;
}

/** Whether a precondition of a card is being looked at. */
export function isProbed(card: CardRow, need: string, strikes: readonly StrikeRow[]): boolean {
  const order = probeOrder(card, need);
  if (order === null) return false;
  const key = actKey(order.command, order.args);
  return strikes.some(({ attack, args }) => actKey(attack, args) === key);
}

/** What a probe that is under way looks at; `null` for anything else. */
export function probedBy({
  attack,
  args,
}: Pick<StrikeRow, 'attack' | 'args'>): { readonly attack: string; readonly need: string } | null {
  const { attack: about, need } = args;
  return attack !== PROBE || about === undefined || need === undefined
    ? null
    : { attack: about, need };
}
