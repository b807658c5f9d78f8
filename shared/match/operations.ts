import type { Attack, Striker } from '../attacks/attack.ts';
import { type Need, proofOf, type Strike } from '../attacks/need.ts';
import { noteNeed, PROBE } from '../attacks/probe.ts';
import { attacks } from '../attacks/registry.ts';
import { heldOf } from '../mechanics/exits/held.ts';
import { inDeck } from '../world/deck.ts';
import { NONE, type OperationId, type Seq } from '../world/ids.ts';
import { actLengthsOf, lengthOf } from '../world/people/act-lengths.ts';
import type { Act, Operation, Why } from '../world/people/attacker.ts';
import { ownNote } from '../world/people/known.ts';
import { find, get, rows } from '../world/table.ts';
import { emit, stampsOf, type Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';

/**
 * A strike that came to nothing: of which act, for want of which precondition, and the events behind the
 * facts that it read.
 */
export interface Missed {
  readonly act: Seq;
  readonly need: string;
  readonly stamps: readonly Seq[];
}

/** Whoever wants to know of strikes that came to nothing: it changes nothing. */
export type Watcher = (missed: Missed) => void;

const UNSAID: Why = { reason: '', plan: [] };

/** Begins what an attacker decided. What it cannot mean anything by comes to nothing (rule A2). */
export function takeAct(turn: Turn, act: Act): boolean {
  const { world } = turn;
  const { args, seat = NONE, quiet = false } = act;
  const attack = attacks.get(act.attack);
  const attacker = find(world.attackers, act.attacker);
  if (!attack || !attacker || world.phase !== 'live') return false;
  if (attack.catalogue !== null && !inDeck(world, 'attacks', attack.id)) return false;
  const meant = seat === NONE ? attack.resolve(world, attacker, args) : meantBy(world, attack, act);
  if (meant === null) return false;
  const seq: Seq = emit(turn, 'act', {
    actor: { kind: 'attacker', id: attacker.id },
    subjects: [],
    causes: [],
    data: { attack: attack.id, args, why: act.why ?? UNSAID, seat, quiet },
  });
  attacker.begun += 1;
  world.operations.push({
    id: world.operations.length as OperationId,
    attacker: attacker.id,
    number: attacker.begun,
    attack: attack.id,
    args,
    seat,
    quiet,
    startedAt: world.tick,
    length: lengthOf(attack.length(actLengthsOf(world.pace, attacker.mind)), quiet),
    done: 0,
    held: false,
    act: seq,
    hits: 0,
  });
  return true;
}

/**
 * What people mean by an act, as far as they can know: a VM of someone else's that has gone answers
 * like one that is there, until they have spent their time on it (rule A51). It stands in for itself
 * here; nothing is ever struck in its place.
 */
export function meantBy(
  world: ReadonlyWorld,
  attack: Attack,
  { attacker: id, args }: Pick<Act, 'attacker' | 'args'>,
): Strike | null {
  const attacker = find(world.attackers, id);
  if (!attacker) return null;
  const meant = attack.resolve(world, attacker, args);
  if (meant !== null) return meant;
  const number = args.vm ?? NONE;
  const gone = attacker.knownVms[number - 1] ?? NONE;
  const theirs = attacker.notes[ownNote(number)] !== undefined;
  const any = world.vms.find((vm) => vm !== null);
  if (gone === NONE || theirs || !any || find(world.vms, gone)) return null;
  const vms = [...world.vms];
  vms[gone] = { ...any, id: gone, foothold: 'none', intruder: NONE };
  return attack.resolve({ ...world, vms }, attacker, args);
}

/** Every hostile act goes on by a tick, and strikes when its strikes fall due (rules A1, A3). */
export function runOperations(turn: Turn, watcher?: Watcher): void {
  for (const operation of rows(turn.world.operations)) runOperation(turn, operation, watcher);
}

function runOperation(turn: Turn, operation: Operation, watcher: Watcher | undefined): void {
  const { world } = turn;
  const attack = attacks.get(operation.attack);
  if (!attack) throw new Error(`no attack ${operation.attack}`);
  const attacker = get(world.attackers, operation.attacker);
  const by: Striker = { attacker, operation };
  const about = attack.resolve(world, attacker, operation.args);
  if (about === null) {
    goOnInVain(turn, attack, by);
    return;
  }
  // Whose virtual CPU waits on the trap desk does nothing meanwhile, for nobody (rule K81).
  if (waits(world, about)) return;
  // A strike that waited there leaves nothing behind a second time.
  const decided = operation.held;
  operation.held = false;
  if (!decided) {
    operation.done += 1;
    const tell = operation.quiet ? Math.ceil(operation.length / 2) : 1;
    if (operation.done === tell) attack.opening?.(turn, by, about);
  }
  let unmet: string | null = null;
  for (const strike of attack.strikes(world, about, operation.done, operation.length)) {
    if (!decided) attack.trace?.(turn, by, strike);
    if (waits(world, strike)) {
      operation.held = true;
      return;
    }
    const missing = strikeOnce(turn, attack, by, strike);
    if (missing === null) {
      operation.hits += 1;
      continue;
    }
    unmet = missing.id;
    const stamps = watcher ? stampsOf(world, missing.facts(world, strike)) : [];
    watcher?.({ act: operation.act, need: missing.id, stamps });
  }
  if (operation.done >= operation.length) end(turn, attack, by, unmet);
}

/** Whether the guest that something is done from, or to, has an exit on the trap desk. */
const waits = (world: ReadonlyWorld, { from = NONE, vm = NONE }: Strike): boolean =>
  heldOf(world, from === NONE ? vm : from) !== null;

/** What an act was about is gone: whoever can see that stops, and nobody else knows it before the end. */
function goOnInVain(turn: Turn, attack: Attack, by: Striker): void {
  const { operation } = by;
  if (operation.seat === NONE || meantBy(turn.world, attack, operation) === null) {
    end(turn, attack, by, null);
    return;
  }
  operation.done += 1;
  if (operation.done < operation.length) return;
  if (attack.inVain) {
    attack.inVain(turn, by);
    operation.hits += 1;
  }
  end(turn, attack, by, attack.needs.find(({ id }) => id === 'guest-runs')?.id ?? null);
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

/** An act is over, and whoever did it knows what it came to: which need was not true, or that all were. */
function end(
  turn: Turn,
  attack: Attack,
  { attacker, operation }: Striker,
  unmet: string | null,
): void {
  turn.world.operations[operation.id] = null;
  const done = operation.hits > 0;
  const act = { attack: attack.id, args: operation.args };
  if (attack.id !== PROBE) {
    if (done) for (const { id } of attack.needs) noteNeed(turn, attacker, act, id, true);
    else if (unmet !== null) noteNeed(turn, attacker, act, unmet, false);
  }
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
