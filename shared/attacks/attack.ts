import type { FlawName } from '../world/flaws/registry.ts';
import type { Proof } from '../world/history.ts';
import type { Tick } from '../world/ids.ts';
import type { DeviceName } from '../world/machine/host.ts';
import type { ActLengths } from '../world/people/act-lengths.ts';
import type { ActArgs, Attacker, Operation } from '../world/people/attacker.ts';
import type { Gain, Known, Prospect } from '../world/people/known.ts';
import type { Deep } from '../world/table.ts';
import type { Turn } from '../world/turn.ts';
import type { Texts, Words } from '../world/words.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import type { Need, Strike } from './need.ts';

/** The seven targets of the course (§25). */
export type Target = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * The families of defence that attacks come up against; `null` for what belongs to none of them: a look
 * around, what a tenant may do anyway, what is done with a foothold that another attack got.
 */
export const FAMILIES = [
  'memory',
  'hypervisor',
  'network',
  'images',
  'hardware',
  'availability',
] as const;
export type Family = (typeof FAMILIES)[number];

/** What is said of an attack. */
export interface AttackWords<Id extends string = string> extends Texts {
  readonly name: Words;
  /** On the card of whoever attacks: what it does, what it takes and what it leaves. */
  readonly does: Words;
  /** The debrief's headline: who lost what to whom. */
  readonly title: Words;
  /** The debrief's first sentences about it: kind and exact. */
  readonly lead: Words;
  /** Each precondition, as it reads while it is true. */
  readonly needs: Readonly<Record<Id, Words>>;
}

/** Who strikes, on what act. */
export interface Striker {
  readonly attacker: Attacker;
  readonly operation: Operation;
}

/**
 * Something attackers can do. It takes its time, and then each of its strikes works if, and only if,
 * all its needs are true in that tick: no chance enters anywhere.
 */
export interface Attack<Id extends string = string> {
  readonly id: string;
  /**
   * Its number in the catalogue of the facts (B27), or the item of the course that it stands for (§28.1).
   * Entry acts that break nothing have none, and are in every match.
   */
  readonly catalogue: string | null;
  /** Which of the seven it is at; a second one where it comes out elsewhere, or is as much at that. */
  readonly targets: readonly [Target, Target?];
  readonly family: Family | null;
  /** The arguments that it is given, and no others: an act and its twin have the same words. */
  readonly takes: readonly (keyof ActArgs)[];
  /** That it is done says all there is to say: there is nothing that it could have brought or not. */
  readonly saysItAll?: true;
  /** It reads pages or blocks as they lie: what it got can be shown byte by byte. */
  readonly dumps?: true;
  /** What it would bring. */
  readonly brings: Gain['kind'];
  /** The flaw that it uses, and the device that it reaches it through. */
  readonly flaw?: FlawName;
  readonly device?: DeviceName;
  readonly needs: readonly Need<Id>[];
  /** Further needs of a deeper effect: without them it works, and less comes of it. */
  readonly deeper?: readonly Need<Id>[];
  /**
   * The preconditions that its headline is about, first the one that a careful operator would take away:
   * what counters them is tried before anything else. What belongs to no family may have none.
   */
  readonly headline?: readonly NoInfer<Id>[];
  readonly length: (lengths: ActLengths) => Tick;
  /** World ids for an act's arguments, or `null` when the attacker cannot mean anything by them. */
  readonly resolve: (
    world: ReadonlyWorld,
    attacker: Deep<Attacker>,
    args: ActArgs,
  ) => Strike | null;
  /** The strikes that fall due when so much of the work is done. */
  readonly strikes: (
    world: ReadonlyWorld,
    about: Strike,
    done: Tick,
    length: Tick,
  ) => readonly Strike[];
  /** What it leaves behind as it begins, long before it strikes: the tell. */
  readonly opening?: (turn: Turn, by: Striker, about: Strike) => void;
  /** What even a strike that fails leaves behind, for sensors that look in the right place. */
  readonly trace?: (turn: Turn, by: Striker, strike: Strike) => void;
  /** What comes of it all the same when it was about a VM that is there no more. */
  readonly inVain?: (turn: Turn, by: Striker) => void;
  /** What a strike changes when all needs hold. */
  readonly effect: (turn: Turn, by: Striker, strike: Strike, proof: Proof) => void;
  /**
   * What an attacker who knows so much could try with it: nothing that they know to be impossible,
   * the likeliest first. It reads what is known and nothing of the world.
   */
  readonly prospects: (known: Known) => readonly Prospect[];
  readonly words: AttackWords<NoInfer<Id>>;
}

/** An attack whose words name each of its preconditions: one that is forgotten does not compile. */
export const defineAttack = <Id extends string>(attack: Attack<Id>): Attack => attack;

/** One strike, when all the work is done. */
export const atTheEnd: Attack['strikes'] = (_, about, done, length) =>
  done === length ? [about] : [];

/** Whether an attacker may use a flaw: it is published, or they know it anyway. Its id, or 0. */
export function usableFlaw(
  world: ReadonlyWorld,
  attacker: Deep<Attacker>,
  name: FlawName | null,
): number {
  for (const flaw of world.flaws) {
    if (flaw?.name === name && (flaw.public || attacker.zeroDays.includes(flaw.name))) {
      return flaw.id;
    }
  }
  return 0;
}
