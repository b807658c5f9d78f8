import type { Attack } from '../../attacks/attack.ts';
import type { Need, Strike } from '../../attacks/need.ts';
import { allNeeds } from '../../attacks/probe.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { isKnowable } from './knowable.ts';

/** What an attack lacks: nothing, that one thing, or more; what nobody can know counts as more. */
export type Missing = 'nothing' | Need | 'more';

/** Needs, each a bit of one of two numbers: attacks between VMs have fewer than 60 in all. */
interface Bits {
  low: number;
  high: number;
}

const HALF = 30;
const WORDS = 2;

/** An attack with what is known of it by now. */
interface Case {
  readonly needs: readonly Need[];
  readonly places: readonly number[];
  readonly all: Bits;
  /** Of each VM: needs that are not so against it, wherever it comes from, as two words. */
  readonly lacks: Int32Array;
  /** Of each VM: whether that is known, and whether nobody can know the rest of it. */
  readonly asked: Uint8Array;
}

const ASKED = 1;
const UNKNOWABLE = 2;

/**
 * Asks attacks' needs, and few of them twice. What a need says of two VMs it says of them whichever attack
 * asks, unless it is about a flaw; and what names nothing of where an attack comes from is so from anywhere.
 */
export class Judge {
  readonly #world: ReadonlyWorld;
  readonly #places = new Map<Need, number>();
  readonly #cases = new Map<Attack, Case>();
  /** By place, whether a need is about a flaw: then it says nothing of another one. */
  readonly #ofFlaw: boolean[] = [];
  /** Needs that have read something of where an attack came from: the next time they may again. */
  readonly #ofSource = new Set<Need>();
  /** Where whatever is asked of goes out from. */
  #source = '';
  /** What was found of the two VMs that it is asked of now. */
  readonly #fails: Bits = { low: 0, high: 0 };
  readonly #holds: Bits = { low: 0, high: 0 };

  constructor(world: ReadonlyWorld) {
    this.#world = world;
  }

  /** From now on it is asked of what goes out from there, at something else. */
  turnTo(source: string): void {
    this.#source = source;
    this.#fails.low = 0;
    this.#fails.high = 0;
    this.#holds.low = 0;
    this.#holds.high = 0;
  }

  /**
   * Whether it is worth asking of it, by what was asked before.
   * @param exactly whether it has to work: that one thing is missing is known already, or matters nothing
   */
  isOpen(attack: Attack, vm: number, exactly: boolean): boolean {
    const { all, lacks, asked } = this.#caseOf(attack);
    if (((asked[vm] ?? 0) & UNKNOWABLE) !== 0) return false;
    const low = (this.#fails.low & all.low) | (lacks[WORDS * vm] ?? 0);
    const high = (this.#fails.high & all.high) | (lacks[WORDS * vm + 1] ?? 0);
    if (low === 0 && high === 0) return true;
    if (exactly || (low !== 0 && high !== 0)) return false;
    return (low & (low - 1)) === 0 && (high & (high - 1)) === 0;
  }

  /**
   * What a strike lacks.
   * @param matters whether it matters that one thing can be named
   */
  missing(attack: Attack, strike: Strike, matters: boolean): Missing {
    const { from, vm } = strike;
    const between = from !== undefined && vm !== undefined;
    return between
      ? this.#missingBetween(attack, strike, vm, matters)
      : this.#missingThere(attack, strike, matters);
  }

  #missingThere(attack: Attack, strike: Strike, matters: boolean): Missing {
    let missing: Need | null = null;
    for (const need of allNeeds(attack)) {
      if (need.holds(this.#world, strike)) continue;
      if (missing !== null) return 'more';
      missing = need;
    }
    return this.#named(attack, missing, strike, matters);
  }

  #missingBetween(attack: Attack, strike: Strike, vm: number, matters: boolean): Missing {
    const { needs, places, lacks, asked } = this.#caseOf(attack);
    const wholly = asked[vm] === 0;
    let missing: Need | null = null;
    let fails = 0;
    let lasting = 0;
    for (let i = 0; i < needs.length; i += 1) {
      const need = needs[i] as Need;
      const place = places[i] as number;
      if (this.#isSo(need, place, strike)) continue;
      fails += 1;
      missing = need;
      if (!wholly) {
        if (fails > 1 || !matters) return 'more';
        continue;
      }
      const anywhere = this.#failsAnywhere(need, strike);
      if (anywhere === 'unknowable') asked[vm] = ASKED | UNKNOWABLE;
      const word = WORDS * vm + (place < HALF ? 0 : 1);
      if (anywhere === 'perhaps') continue;
      lacks[word] = (lacks[word] ?? 0) | (1 << (place % HALF));
      lasting += 1;
      // It will not be asked of again, from wherever.
      if (lasting > 1 || anywhere === 'unknowable') {
        asked[vm] = (asked[vm] ?? 0) | ASKED;
        return 'more';
      }
    }
    asked[vm] = (asked[vm] ?? 0) | ASKED;
    return fails > 1 ? 'more' : this.#named(attack, missing, strike, matters);
  }

  /** That it alone is missing is known only where all the rest is. */
  #named(attack: Attack, missing: Need | null, strike: Strike, matters: boolean): Missing {
    if (missing === null) return 'nothing';
    if (!matters) return 'more';
    const isKnown = (need: Need): boolean =>
      need.facts(this.#world, strike).every((ref) => isKnowable(this.#world, ref));
    return isKnown(missing) && allNeeds(attack).every(isKnown) ? missing : 'more';
  }

  #caseOf(attack: Attack): Case {
    let found = this.#cases.get(attack);
    if (found === undefined) {
      const needs = allNeeds(attack);
      const places = needs.map((need) => this.#placeOf(need));
      const all: Bits = { low: 0, high: 0 };
      for (const place of places) mark(all, place);
      const count = this.#world.vms.length;
      const lacks = new Int32Array(WORDS * count);
      found = { needs, places, all, lacks, asked: new Uint8Array(count) };
      this.#cases.set(attack, found);
    }
    return found;
  }

  #placeOf(need: Need): number {
    const place = this.#places.get(need) ?? this.#places.size;
    this.#places.set(need, place);
    return place;
  }

  /** What it is about a flaw, or about one frame, it says of that alone. */
  #isSo(need: Need, place: number, strike: Strike): boolean {
    if (isMarked(this.#holds, place)) return true;
    if (isMarked(this.#fails, place)) return false;
    const holds = need.holds(this.#world, strike);
    if (this.#isOfTwo(need, place, strike)) mark(holds ? this.#holds : this.#fails, place);
    return holds;
  }

  /** Whether it is about two VMs and about nothing else in which attacks could differ. */
  #isOfTwo(need: Need, place: number, strike: Strike): boolean {
    if (strike.frame !== undefined || strike.peer !== undefined) return false;
    if (strike.flaw === undefined) return true;
    this.#ofFlaw[place] ??= need.facts(this.#world, strike).some((ref) => ref.startsWith('flaws/'));
    return !this.#ofFlaw[place];
  }

  /** A need reads no more than its facts: what names nothing of the source is so from any other. */
  #failsAnywhere(need: Need, strike: Strike): 'perhaps' | 'so' | 'unknowable' {
    if (this.#ofSource.has(need)) return 'perhaps';
    const facts = need.facts(this.#world, strike);
    if (facts.some((ref) => ref.startsWith(`${this.#source}/`))) {
      this.#ofSource.add(need);
      return 'perhaps';
    }
    // What cannot be known will be known from nowhere else.
    return facts.every((ref) => isKnowable(this.#world, ref)) ? 'so' : 'unknowable';
  }
}

function mark(bits: Bits, place: number): void {
  if (place < HALF) bits.low |= 1 << place;
  else bits.high |= 1 << (place - HALF);
}

const isMarked = ({ low, high }: Bits, place: number): boolean =>
  ((place < HALF ? low >> place : high >> (place - HALF)) & 1) === 1;
