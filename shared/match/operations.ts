import type { Attack, Striker } from '../attacks/attack.ts';
import type { Strike } from '../attacks/need.ts';
import { attacks } from '../attacks/registry.ts';
import type { Act, Operation } from '../world/attacker.ts';
import type { MetNeed } from '../world/history.ts';
import type { OperationId, Seq } from '../world/ids.ts';
import { find, get, rows } from '../world/table.ts';
import { emit, stampsOf, type Turn } from '../world/turn.ts';

/** Begins what an attacker decided. What it cannot mean anything by comes to nothing (rule A2). */
export function takeAct(turn: Turn, act: Act): boolean {
  const { world } = turn;
  const attack = attacks.get(act.attack);
  const attacker = find(world.attackers, act.attacker);
  if (!attack || !attacker || world.phase !== 'live') return false;
  if (attack.resolve(world, attacker, act.args) === null) return false;
  const seq: Seq = emit(turn, 'act', {
    actor: { kind: 'attacker', id: attacker.id },
    subjects: [],
    causes: [],
    data: { attack: attack.id, args: act.args },
  });
  world.operations.push({
    id: world.operations.length as OperationId,
    attacker: attacker.id,
    attack: attack.id,
    args: act.args,
    startedAt: world.tick,
    length: attack.length(world, act.args),
    done: 0,
    act: seq,
    hits: 0,
  });
  return true;
}

/** Every hostile act goes on by a tick, and strikes when its strikes fall due (rules A1, A3). */
export function runOperations(turn: Turn): void {
  const { world } = turn;
  for (const operation of rows(world.operations)) {
    const attack = attacks.get(operation.attack);
    if (!attack) throw new Error(`no attack ${operation.attack}`);
    const attacker = get(world.attackers, operation.attacker);
    const about = attack.resolve(world, attacker, operation.args);
    if (about === null) {
      end(turn, operation, 'needs-unmet');
      continue;
    }
    operation.done += 1;
    for (const strike of attack.strikes(world, about, operation.done, operation.length)) {
      attack.trace?.(turn, { attacker, operation }, strike);
      if (strikeOnce(turn, attack, { attacker, operation }, strike)) operation.hits += 1;
    }
    if (operation.done >= operation.length) {
      end(turn, operation, operation.hits > 0 ? 'done' : 'needs-unmet');
    }
  }
}

/**
 * One strike: works if, and only if, every need is true in this tick.
 * @returns whether it worked
 */
export function strikeOnce(turn: Turn, attack: Attack, by: Striker, strike: Strike): boolean {
  const { world } = turn;
  if (!attack.needs.every((need) => need.holds(world, strike))) return false;
  const needs: MetNeed[] = attack.needs.map((need) => {
    const facts = need.facts(world, strike);
    const counters = need.counters(world, strike);
    return { need: need.id, facts, stamps: stampsOf(world, facts), counters };
  });
  const causes = [by.operation.act, ...needs.flatMap(({ stamps }) => stamps)];
  attack.effect(turn, by, strike, { needs, causes });
  return true;
}

function end(turn: Turn, operation: Operation, outcome: 'done' | 'needs-unmet'): void {
  turn.world.operations[operation.id] = null;
  emit(turn, 'act-ended', {
    actor: { kind: 'attacker', id: operation.attacker },
    subjects: [],
    causes: [operation.act],
    data: { attack: operation.attack, outcome },
  });
}
