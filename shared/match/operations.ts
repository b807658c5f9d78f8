import type { Attack, Striker } from '../attacks/attack.ts';
import { type Need, proofOf, type Strike } from '../attacks/need.ts';
import { attacks } from '../attacks/registry.ts';
import type { Act, Operation, Why } from '../world/attacker.ts';
import { inDeck } from '../world/deck.ts';
import type { OperationId, Seq } from '../world/ids.ts';
import { find, get, rows } from '../world/table.ts';
import { tempoOf } from '../world/tempo.ts';
import { emit, type Turn } from '../world/turn.ts';

const UNSAID: Why = { reason: '', plan: [] };

/** Begins what an attacker decided. What it cannot mean anything by comes to nothing (rule A2). */
export function takeAct(turn: Turn, act: Act): boolean {
  const { world } = turn;
  const attack = attacks.get(act.attack);
  const attacker = find(world.attackers, act.attacker);
  if (!attack || !attacker || world.phase !== 'live') return false;
  if (attack.catalogue !== null && !inDeck(world, 'attacks', attack.id)) return false;
  if (attack.resolve(world, attacker, act.args) === null) return false;
  const seq: Seq = emit(turn, 'act', {
    actor: { kind: 'attacker', id: attacker.id },
    subjects: [],
    causes: [],
    data: { attack: attack.id, args: act.args, why: act.why ?? UNSAID },
  });
  world.operations.push({
    id: world.operations.length as OperationId,
    attacker: attacker.id,
    attack: attack.id,
    args: act.args,
    startedAt: world.tick,
    length: attack.length(tempoOf(world.pace, attacker.mind)),
    done: 0,
    act: seq,
    hits: 0,
  });
  return true;
}

/** Every hostile act goes on by a tick, and strikes when its strikes fall due (rules A1, A3). */
export function runOperations(turn: Turn): void {
  for (const operation of rows(turn.world.operations)) runOperation(turn, operation);
}

function runOperation(turn: Turn, operation: Operation): void {
  const { world } = turn;
  const attack = attacks.get(operation.attack);
  if (!attack) throw new Error(`no attack ${operation.attack}`);
  const attacker = get(world.attackers, operation.attacker);
  const about = attack.resolve(world, attacker, operation.args);
  if (about === null) {
    end(turn, operation, null);
    return;
  }
  const by: Striker = { attacker, operation };
  operation.done += 1;
  if (operation.done === 1) attack.opening?.(turn, by, about);
  let unmet: string | null = null;
  for (const strike of attack.strikes(world, about, operation.done, operation.length)) {
    attack.trace?.(turn, by, strike);
    const missing = strikeOnce(turn, attack, by, strike);
    if (missing === null) operation.hits += 1;
    else unmet = missing.id;
  }
  if (operation.done >= operation.length) end(turn, operation, unmet);
}

/**
 * One strike: works if, and only if, every need is true in this tick.
 * @returns the first need that is not true, or `null` when it worked
 */
export function strikeOnce(turn: Turn, attack: Attack, by: Striker, strike: Strike): Need | null {
  const { world } = turn;
  const missing = attack.needs.find((need) => !need.holds(world, strike));
  if (missing) return missing;
  const proof = proofOf(world, attack.needs, strike, by.operation.act);
  attack.effect(turn, by, strike, proof);
  return null;
}

function end(turn: Turn, operation: Operation, unmet: string | null): void {
  turn.world.operations[operation.id] = null;
  const done = operation.hits > 0;
  emit(turn, 'act-ended', {
    actor: { kind: 'attacker', id: operation.attacker },
    subjects: [],
    causes: [operation.act],
    data: {
      attack: operation.attack,
      outcome: done ? 'done' : 'needs-unmet',
      ...(done || unmet === null ? {} : { need: unmet }),
    },
  });
}
