import type { Attack } from '../../attacks/attack.ts';
import type { Need, Strike } from '../../attacks/need.ts';
import { allNeeds } from '../../attacks/probe.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { isKnowable, isTheirs } from './knowable.ts';

/** What an attack lacks: nothing, that one thing, or more; what nobody can know counts as more. */
export type Missing = 'nothing' | Need | 'more';

/** Needs, each a bit of one of two numbers: attacks between VMs have fewer than 60 in all. */
interface Bits {
  low: number;
  high: number;
}

const HALF = 30;
const WORDS = 2;

/** What is not so of VMs for one attack, whatever is theirs by then. */
interface Lacks {
  /** Of each VM: needs that are not so against it, wherever it comes from, as two words. */
  readonly lacks: Int32Array;
  /** Of each VM: whether that is known, and whether nobody can know the rest of it. */
  readonly asked: Uint8Array;
}

/** An attack with what is known of it by now. */
interface Case extends Lacks {
  readonly needs: readonly Need[];
  readonly places: readonly number[];
  readonly all: Bits;
  /** The same for every start. */
  readonly lasting: Lacks;
}

const ASKED = 1;
const UNKNOWABLE = 2;

/** What one world says for every start: what was found before anything was taken, and rests on nothing of theirs. */
export class Lasting {
  readonly places = new Map<Need, number>();
  readonly cases = new Map<Attack, Lacks>();
  /** By place, whether a need is about a flaw: then it says nothing of another one. */
  readonly ofFlaw: boolean[] = [];
  /** By place, whether a need has read more than where an attack came from. */
  readonly ofMore: boolean[] = [];
  /** Needs that have read something of where an attack came from: the next time they may again. */
  readonly ofSource = new Set<Need>();
}

/**
 * Asks attacks' needs, and few of them twice. What a need says of two VMs it says of them whichever attack
 * asks, unless it is about a flaw; and what names nothing of where an attack comes from is so from anywhere.
 */
export class Judge {
  readonly #world: ReadonlyWorld;
  readonly #lasting: Lasting;
  readonly #cases = new Map<Attack, Case>();
  /** Nothing was taken yet: the world is what it is for every start, but for what the start is in. */
  #untouched = true;
  /** Where whatever is asked of goes out from. */
  #source = '';
  #sourceRow = '/';
  /** What was found of the two VMs that it is asked of now. */
  readonly #fails: Bits = { low: 0, high: 0 };
  readonly #holds: Bits = { low: 0, high: 0 };
  /** The same of the source alone. */
  readonly #holdsHere: Bits = { low: 0, high: 0 };
  readonly #failsHere: Bits = { low: 0, high: 0 };
  /** Needs of which the defenders know all that they read: of those two, and of the source alone. */
  readonly #known: Bits = { low: 0, high: 0 };
  readonly #knownHere: Bits = { low: 0, high: 0 };

  /** Whether what is asked now lies between two VMs: only of that is anything noted. */
  #noted = false;

  /** @param lasting what was found of the same world from other starts; this adds to it */
  constructor(world: ReadonlyWorld, lasting: Lasting) {
    this.#world = world;
    this.#lasting = lasting;
  }

  /** Something was taken: what is found from now on may follow from that. */
  touch(): void {
    this.#untouched = false;
    this.#leave();
  }

  /** What was found of the source alone may be so no more. */
  #leave(): void {
    for (const bits of [this.#holdsHere, this.#failsHere, this.#knownHere]) clear(bits);
  }

  /** From now on it is asked of what goes out from there, at something else. */
  turnTo(source: string): void {
    if (this.#source !== source) this.#leave();
    this.#source = source;
    this.#sourceRow = `${source}/`;
    for (const bits of [this.#fails, this.#holds, this.#known]) clear(bits);
  }

  /**
   * Whether it is worth asking of it, by what was asked before.
   * @param exactly whether it has to work: that one thing is missing is known already, or matters nothing
   */
  isOpen(attack: Attack, vm: number, exactly: boolean): boolean {
    const { all, lacks, asked } = this.#caseOf(attack);
    if (((asked[vm] ?? 0) & UNKNOWABLE) !== 0) return false;
    const fails = this.#fails;
    const here = this.#failsHere;
    const low = ((fails.low | here.low) & all.low) | (lacks[WORDS * vm] ?? 0);
    const high = ((fails.high | here.high) & all.high) | (lacks[WORDS * vm + 1] ?? 0);
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
    // What strikes whatever there is may strike one VM in several ways: what one of them lacks says nothing of the next.
    const between = from !== undefined && vm !== undefined && attack.takes.includes('vm');
    this.#noted = between;
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
    const found = this.#caseOf(attack);
    const { needs, places, asked } = found;
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
      const kept = this.#failsAnywhere(found, vm, place, need, strike);
      if (kept === 'perhaps') continue;
      lasting += 1;
      // It will not be asked of again, from wherever.
      if (lasting > 1 || kept === 'unknowable') return this.#close(found, vm);
    }
    this.#markAsked(found, vm);
    return fails > 1 ? 'more' : this.#named(attack, missing, strike, matters);
  }

  #close(found: Case, vm: number): 'more' {
    this.#markAsked(found, vm);
    return 'more';
  }

  #markAsked({ asked, lasting }: Case, vm: number): void {
    asked[vm] = (asked[vm] ?? 0) | ASKED;
    if (this.#untouched) lasting.asked[vm] = (lasting.asked[vm] ?? 0) | ASKED;
  }

  /** That it alone is missing is known only where all the rest is. */
  #named(attack: Attack, missing: Need | null, strike: Strike, matters: boolean): Missing {
    if (missing === null) return 'nothing';
    if (!matters) return 'more';
    if (!this.#isKnown(missing, strike)) return 'more';
    for (const need of allNeeds(attack)) if (!this.#isKnown(need, strike)) return 'more';
    return missing;
  }

  /** Whether the defenders know all that a need reads. */
  #isKnown(need: Need, strike: Strike): boolean {
    const place = this.#noted ? (this.#lasting.places.get(need) ?? -1) : -1;
    const isNoted =
      place >= 0 && (isMarked(this.#known, place) || isMarked(this.#knownHere, place));
    if (isNoted) return true;
    const facts = need.facts(this.#world, strike);
    if (!facts.every((ref) => isKnowable(this.#world, ref))) return false;
    if (place < 0 || !this.#isOfTwo(need, place, strike)) return true;
    const here = facts.every((ref) => ref.startsWith(this.#sourceRow));
    mark(here ? this.#knownHere : this.#known, place);
    return true;
  }

  #caseOf(attack: Attack): Case {
    let found = this.#cases.get(attack);
    if (found === undefined) {
      const needs = allNeeds(attack);
      const places = needs.map((need) => this.#placeOf(need));
      const all: Bits = { low: 0, high: 0 };
      for (const place of places) mark(all, place);
      const lasting = this.#lastingOf(attack);
      const [lacks, asked] = [lasting.lacks.slice(), lasting.asked.slice()];
      found = { needs, places, all, lacks, asked, lasting };
      this.#cases.set(attack, found);
    }
    return found;
  }

  #lastingOf(attack: Attack): Lacks {
    let found = this.#lasting.cases.get(attack);
    if (found === undefined) {
      const count = this.#world.vms.length;
      found = { lacks: new Int32Array(WORDS * count), asked: new Uint8Array(count) };
      this.#lasting.cases.set(attack, found);
    }
    return found;
  }

  #placeOf(need: Need): number {
    const { places } = this.#lasting;
    const place = places.get(need) ?? places.size;
    if (place >= WORDS * HALF)
      throw new Error('attacks between VMs have more needs than there are bits');
    places.set(need, place);
    return place;
  }

  /** What it is about a flaw, or about one frame, it says of that alone. */
  #isSo(need: Need, place: number, strike: Strike): boolean {
    if (isMarked(this.#holds, place) || isMarked(this.#holdsHere, place)) return true;
    if (isMarked(this.#fails, place) || isMarked(this.#failsHere, place)) return false;
    const holds = need.holds(this.#world, strike);
    if (!this.#isOfTwo(need, place, strike)) return holds;
    const here = this.#isOfSource(need, place, strike);
    if (holds) mark(here ? this.#holdsHere : this.#holds, place);
    else mark(here ? this.#failsHere : this.#fails, place);
    return holds;
  }

  /** Whether it reads the source alone: then it is so whatever an attack from there is about. */
  #isOfSource(need: Need, place: number, strike: Strike): boolean {
    const { ofMore } = this.#lasting;
    if (ofMore[place]) return false;
    const facts = need.facts(this.#world, strike);
    if (facts.length > 0 && facts.every((ref) => ref.startsWith(this.#sourceRow))) return true;
    ofMore[place] = true;
    return false;
  }

  /** Whether it is about two VMs and about nothing else in which attacks could differ. */
  #isOfTwo(need: Need, place: number, strike: Strike): boolean {
    if (strike.frame !== undefined || strike.peer !== undefined) return false;
    if (strike.flaw === undefined) return true;
    this.#lasting.ofFlaw[place] ??= need
      .facts(this.#world, strike)
      .some((ref) => ref.startsWith('flaws/'));
    return !this.#lasting.ofFlaw[place];
  }

  /** A need reads no more than its facts: what names nothing of the source is so from any other, of any strike. */
  #failsAnywhere(
    found: Case,
    vm: number,
    place: number,
    need: Need,
    strike: Strike,
  ): 'perhaps' | 'so' | 'unknowable' {
    if (this.#lasting.ofSource.has(need)) return 'perhaps';
    const facts = need.facts(this.#world, strike);
    if (facts.some((ref) => ref.startsWith(this.#sourceRow))) {
      this.#lasting.ofSource.add(need);
      return 'perhaps';
    }
    // Nor does it say anything of another strike, where it may be about what this one is about besides.
    const { peer, frame, tag } = strike;
    const isOneOfMany = peer !== undefined || frame !== undefined || tag !== undefined;
    if (isOneOfMany && !facts.every((ref) => ref.startsWith(`vms/${vm}/`))) return 'perhaps';
    // What cannot be known will be known from nowhere else.
    const known = facts.every((ref) => isKnowable(this.#world, ref));
    note(found, vm, place, known);
    if (this.#untouched && !facts.some(isTheirs)) note(found.lasting, vm, place, known);
    return known ? 'so' : 'unknowable';
  }
}

/** Notes that a need is not so of a VM, and whether nobody can know of it. */
function note({ lacks, asked }: Lacks, vm: number, place: number, known: boolean): void {
  const word = WORDS * vm + (place < HALF ? 0 : 1);
  lacks[word] = (lacks[word] ?? 0) | (1 << (place % HALF));
  if (!known) asked[vm] = (asked[vm] ?? 0) | ASKED | UNKNOWABLE;
}

function clear(bits: Bits): void {
  bits.low = 0;
  bits.high = 0;
}

function mark(bits: Bits, place: number): void {
  if (place < HALF) bits.low |= 1 << place;
  else bits.high |= 1 << (place - HALF);
}

const isMarked = ({ low, high }: Bits, place: number): boolean =>
  ((place < HALF ? low >> place : high >> (place - HALF)) & 1) === 1;
