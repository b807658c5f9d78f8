import type { Breach } from '../../world/breach.ts';
import type { RowRef } from '../../world/fact.ts';
import { NATURE } from '../../world/history.ts';
import type { Seq } from '../../world/ids.ts';
import { SECRETS } from '../../world/people/tenant.ts';
import { find, rows } from '../../world/table.ts';
import { emit, type Turn } from '../../world/turn.ts';

/** Ticks between two duty events, at which open breaches bleed too. */
export const DUTY_EVERY = 25;

/** What a harm is about: the asset that leaked, the host that fell, or the VM that takes too much. */
export function breachSubject({
  kind,
  asset,
  host,
  vm,
}: Pick<Breach, 'kind' | 'asset' | 'host' | 'vm'>): RowRef {
  switch (kind) {
    case 'leak':
      return `assets/${asset}`;
    case 'takeover':
    case 'flooded':
      return `hosts/${host}`;
    case 'starved':
    case 'exhausted':
    case 'squeezed':
      return `vms/${vm}`;
  }
}

/**
 * Ends the harms of a subject. Of secrets, which are changed, and of a host, which is rebuilt, nothing
 * more lands. Records that were read cannot be unread: those whom they are about are told and can look
 * out, and half of what has not landed lands all the same (rule H3).
 */
export function closeBreach(turn: Turn, subject: RowRef, cause: Seq): void {
  const { world } = turn;
  for (const breach of rows(world.breaches)) {
    if (breach.open && breachSubject(breach) === subject) endBreach(turn, breach, cause);
  }
}

/** The same of one harm. */
export function endBreach(turn: Turn, breach: Breach, cause: Seq): void {
  const asset = find(turn.world.assets, breach.asset);
  if (asset !== null && !SECRETS.has(asset.name)) {
    land(turn, breach, Math.trunc((breach.weight - breach.landed) / 2), cause);
  }
  breach.open = false;
  emit(turn, 'breach-closed', {
    actor: NATURE,
    subjects: [breachSubject(breach)],
    causes: [cause, breach.harm],
    data: { breach: breach.id },
  });
}

/** The part of a harm that lands at once (rule H1): a quarter. */
export const atOnce = (weight: number): number => Math.trunc(weight / 4);

/** Lets every open breach land its next part, until its weight has landed (rule H2). */
export function bleed(turn: Turn): void {
  const { world } = turn;
  if (world.tick % DUTY_EVERY !== 0) return;
  for (const breach of rows(world.breaches)) {
    land(turn, breach, nextPart(breach, world.tick, world.pace.bleed));
  }
}

function land(turn: Turn, breach: Breach, amount: number, cause: Seq = breach.harm): void {
  if (amount === 0) return;
  breach.landed += amount;
  emit(turn, 'bleed', {
    actor: NATURE,
    subjects: [`vms/${breach.vm}`],
    causes: [cause, breach.harm],
    data: { breach: breach.id, amount },
  });
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
