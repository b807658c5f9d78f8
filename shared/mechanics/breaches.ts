import type { Breach } from '../world/breach.ts';
import { type RowRef, setFact } from '../world/fact.ts';
import { NATURE } from '../world/history.ts';
import { NONE, type Seq } from '../world/ids.ts';
import { rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';

/** Ticks between two duty events, at which open breaches bleed too. */
export const DUTY_EVERY = 25;

/** What a harm is about: the asset that leaked, or the host that fell. */
export function breachSubject({ asset, host }: Pick<Breach, 'asset' | 'host'>): RowRef {
  return asset === NONE ? `hosts/${host}` : `assets/${asset}`;
}

/**
 * Ends the harms of a subject that are known: what has not landed yet never will (rule H3). A host
 * that was taken over is ours again.
 */
export function closeBreach(turn: Turn, subject: RowRef, cause: Seq): void {
  const { world } = turn;
  for (const breach of rows(world.breaches)) {
    if (!breach.open || breach.discoveredAt === 0 || breachSubject(breach) !== subject) continue;
    breach.open = false;
    const closed = emit(turn, 'breach-closed', {
      actor: NATURE,
      subjects: [subject],
      causes: [cause, breach.harm],
      data: { breach: breach.id },
    });
    if (breach.kind !== 'takeover') continue;
    setFact(world, 'hosts', breach.host, 'integrity', 'sound', closed);
    for (const attacker of rows(world.attackers)) {
      const at = attacker.hosts.indexOf(breach.host);
      if (at >= 0) attacker.hosts.splice(at, 1);
    }
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
