import type { Target } from '../attacks/attack.ts';
import type { BillGroup, BillLine } from '../mechanics/cost/bill.ts';
import type { HarmKind } from '../world/breach.ts';
import type { FactRef } from '../world/fact.ts';
import type { EventKind } from '../world/history.ts';
import type { Technique } from '../world/machine/vm.ts';
import type { Role } from '../world/people/seat.ts';

/** One thing that happened on the way to a harm, in the order it happened. */
export interface ChainStep {
  readonly seq: number;
  readonly tick: number;
  /** `scenario`: it was so before the first tick. */
  readonly kind: EventKind | 'scenario';
  readonly actor: 'nature' | 'seat' | 'tenant' | 'attacker' | 'instructor' | 'scenario';
  /** Who exactly: a seat, a tenant; 0 when it has no number. */
  readonly who: number;
  /** Values for the sentence, by name: workload, tenant, host, asset, command, frames … */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What one run of a match differs from another by, in points of each duty and of the whole. */
export interface Points {
  readonly total: number;
  readonly fidelity: number;
  readonly isolation: number;
  readonly performance: number;
}

/** A command that would have prevented the harm, proved by running the match again with it. */
export interface Prevention {
  readonly command: string;
  /** Whose it would have been to do. */
  readonly role: Role;
  readonly args: Readonly<Record<string, string | number>>;
  readonly tick: number;
  /** What had to follow once that was done, and when; `null`: it was enough by itself. */
  readonly next: {
    readonly command: string;
    readonly args: Readonly<Record<string, string | number>>;
    readonly tick: number;
  } | null;
  /** It takes away what the headline of the harm is about. */
  readonly headline: boolean;
  /** It takes a customer's VM from them: told after everything that does not. */
  readonly lastResort: boolean;
  /**
   * `gone`: the harm did not happen. `elsewhere`: the attack came to nothing, and the same was lost later
   * by another. `later`: by the same one. `same`: no use.
   */
  readonly outcome: 'gone' | 'elsewhere' | 'later' | 'same' | 'refused';
  /** What it would have changed, with the attackers' recorded acts; `null`: it was of no use. */
  readonly points: Points | null;
  /** What the attacker would have done instead, left free to think again; `null`: nobody asked. */
  readonly instead: 'nothing' | 'same-elsewhere' | 'other-victim' | null;
  /** Whether people attacked, so that `instead` is what the computer did in their place. */
  readonly inTheirPlace: boolean;
}

/** A precondition of one of the steps that led to a harm, as it stood when that step was taken. */
export interface NeedInChain {
  /** The step of the chain that it was a need of, and the attack that took that step. */
  readonly step: number;
  readonly attack: string;
  readonly need: string;
  readonly facts: readonly {
    readonly ref: FactRef;
    readonly since: number;
    readonly seq: number;
  }[];
  /** Tick from which all of its facts were true. */
  readonly since: number;
  /** Commands that could have made it false, proved or not, each once. */
  readonly counters: readonly string[];
  readonly preventions: readonly Prevention[];
}

export interface HarmReport {
  readonly seq: number;
  readonly tick: number;
  readonly kind: HarmKind;
  readonly attack: string;
  /** Which of the course's seven targets of attacks that was at (§25), and a second one where it was at two. */
  readonly target: Target;
  readonly also?: Target;
  /** The team's phrase, by its number, where it was read byte by byte. */
  readonly phrase?: number;
  /** What leaked and whose it was; empty for a takeover. */
  readonly asset: string;
  readonly victim: string;
  /** The VM it was done from, and whose. */
  readonly vm: number;
  readonly workload: string;
  readonly tenant: string;
  readonly host: number;
  readonly weight: number;
  readonly discoveredAt: number;
  readonly closedAt: number;
  readonly chain: readonly ChainStep[];
  /** The needs of every hostile step of the chain, in the order in which the steps were taken. */
  readonly needs: readonly NeedInChain[];
}

/** An order that was given, and when what it began was done. */
export interface GivenOrder {
  readonly tick: number;
  readonly done: number;
  /** The seat that gave it. */
  readonly who: number;
  readonly command: string;
  readonly args: Readonly<Record<string, string | number>>;
}

/** A harm that happens in another run of the match, and in this one does not. */
export interface OtherHarm {
  readonly tick: number;
  readonly kind: HarmKind;
  readonly attack: string;
  readonly asset: string;
  readonly victim: string;
  readonly vm: number;
  readonly workload: string;
  readonly tenant: string;
  readonly host: number;
  readonly weight: number;
}

/** What happens when one order is left out and everything else is as it was: another run of the match. */
export interface Without {
  /** The attack worked at this tick; 0: it was never tried, and is with the order left out. */
  readonly works: number;
  /** What is lost by it, or by what the attackers then go on to; `null`: they get in, and no further. */
  readonly harm: OtherHarm | null;
  /** Whether the attackers were left free to think again: what they were recorded to do did no harm. */
  readonly free: boolean;
  readonly points: Points;
}

/** Attempts of one kind that came to nothing for one reason. */
export interface HeldLine {
  readonly attack: string;
  /** The precondition that was missing; '' when what it was about was no longer there. */
  readonly need: string;
  /** When each came to nothing; none: it was never even tried. */
  readonly ticks: readonly number[];
  /** Since when it was missing; 0: from the beginning. */
  readonly since: number;
  /** The order without which the first of them works, proved by running the match again. */
  readonly order: GivenOrder | null;
  readonly without: Without | null;
  /** Orders that were left out one at a time, and it came to nothing all the same. */
  readonly spare: number;
}

/** An attack that would have worked, and that nobody tried: proved by having it tried. */
export interface Luck {
  readonly attack: string;
  readonly needs: readonly string[];
  /** How often all of them were seen to be true, from when on and until when. */
  readonly seen: number;
  readonly from: number;
  readonly until: number;
  readonly harm: OtherHarm;
  readonly points: Points;
}

/** An order without which nothing more is lost and the score is higher. */
export interface Needless {
  readonly order: GivenOrder;
  /** What leaving it out changes. */
  readonly points: Points;
  readonly total: number;
}

/** What the defenders kept from happening. */
export interface Held {
  /** Attacks that were carried through and came to nothing. */
  readonly attempts: number;
  readonly lines: readonly HeldLine[];
  readonly luck: Luck | null;
  readonly needless: Needless | null;
}

/** Another way to run a VM, ordered when it was first seen as it was, and what that would have changed. */
export interface BetterWay {
  readonly command: 'convert-vm' | 'migrate-vm';
  readonly args: Readonly<Record<string, string | number>>;
  readonly tick: number;
  /** What its work costs then, in permille of the native cost. */
  readonly cost: number;
  readonly points: Points;
}

/** A VM of which work was left undone for how it was run: the bill said so all along. */
export interface Waste {
  readonly vm: number;
  readonly workload: string;
  readonly tenant: string;
  readonly technique: Technique;
  readonly host: number;
  /** At how many moments it was seen so, one every 30 s of Live; from when on and until when. */
  readonly seen: number;
  readonly from: number;
  readonly until: number;
  /** What its work cost, in permille of the native cost, and permille of it that was left undone for it. */
  readonly cost: number;
  readonly undone: number;
  /** Where its bill is above that of the same work on the metal the most. */
  readonly group: BillGroup;
  readonly operation: BillLine['operation'];
  readonly count: number;
  readonly price: number;
  /** The change that would have been worth the most, proved by running the match again; `null`: none. */
  readonly better: BetterWay | null;
}

/** A mark on the timeline. */
export interface TimelineMark {
  readonly tick: number;
  readonly lane: 'defenders' | 'world' | 'attacker';
  readonly kind: EventKind;
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface Debrief {
  readonly scenario: string;
  readonly seed: number;
  readonly hash: string;
  readonly overAt: number;
  /** Commands that could be ordered in it. */
  readonly commands: readonly string[];
  /** Whether its what-ifs have been run: before that, harms are told without any. */
  readonly proved: boolean;
  readonly total: number;
  readonly won: boolean;
  /**
   * What the defenders were shown: the score by what they knew, without breaches that nobody had discovered,
   * and with service that they had good reason to stop counted as missing.
   */
  readonly known: { readonly total: number; readonly bars: readonly number[] };
  /** One `[fidelity, isolation, performance, bar]` a minute, with every harm, seen or unseen. */
  readonly minutes: readonly (readonly number[])[];
  /** VM-ticks of service that was promised, that was given, and that was right (rule F6). */
  readonly service: Readonly<Record<'promised' | 'given' | 'correct', number>>;
  readonly harms: readonly HarmReport[];
  readonly held: Held;
  /** Whether there was anybody to attack. */
  readonly attacked: boolean;
  /** Where nobody attacks: the VMs that cost the most for how they were run. */
  readonly wastes: readonly Waste[];
  readonly timeline: readonly TimelineMark[];
  /** `missed`: requests that nobody came to, whether or not the portal then placed them. */
  readonly counts: { readonly orders: number; readonly served: number; readonly missed: number };
  /** Credits that were spent on hosts and memory (CAPEX), and on what runs (OPEX). */
  readonly spent: { readonly capex: number; readonly opex: number };
}
