import type { Breach } from '../world/breach.ts';
import { NATURE } from '../world/history.ts';
import type { AssetId, Seq } from '../world/ids.ts';
import { rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';

/** Ticks between two duty events, at which open breaches bleed too. */
export const DUTY_EVERY = 25;

/** Ends the harm of a leaked asset: what has not landed yet never will (rule H3). */
export function closeBreach(turn: Turn, asset: AssetId, cause: Seq): void {
  for (const breach of rows(turn.world.breaches)) {
    if (!breach.open || breach.asset !== asset) continue;
    breach.open = false;
    emit(turn, 'breach-closed', {
      actor: NATURE,
      subjects: [`assets/${asset}`],
      causes: [cause, breach.harm],
      data: { breach: breach.id },
    });
  }
}

/** The part of a harm that lands at once (rule H1): a quarter. */
export const atOnce = (weight: number): number => Math.trunc(weight / 4);

/** Lets every open breach land its next part, until its weight has landed (rule H2). */
export function bleed(turn: Turn): void {
  const { world } = turn;
  if (world.tick % DUTY_EVERY !== 0) return;
  for (const breach of rows(world.breaches)) {
    const amount = nextPart(breach, world.tick, world.pace.bleed);
    if (amount === 0) continue;
    breach.landed += amount;
    emit(turn, 'bleed', {
      actor: NATURE,
      subjects: [`vms/${breach.vm}`],
      causes: [breach.harm],
      data: { breach: breach.id, amount },
    });
  }
}

/** What should have landed by now, less what has: the parts add up to the weight exactly. */
function nextPart({ open, weight, tick, landed }: Breach, now: number, over: number): number {
  if (!open) return 0;
  const rest = weight - atOnce(weight);
  const rounds = Math.trunc(now / DUTY_EVERY) - Math.trunc(tick / DUTY_EVERY);
  const due = atOnce(weight) + Math.trunc((rest * Math.min(rounds * DUTY_EVERY, over)) / over);
  return due - landed;
}

/** The defenders learn of a harm (rule H4). */
export function discover(turn: Turn, breach: Breach, cause: Seq): void {
  if (breach.discoveredAt !== 0) return;
  breach.discoveredAt = turn.world.tick;
  emit(turn, 'breach-discovered', {
    actor: NATURE,
    subjects: [`vms/${breach.vm}`],
    causes: [cause, breach.harm],
    data: { breach: breach.id },
  });
}
