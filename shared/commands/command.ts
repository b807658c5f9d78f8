import { z } from 'zod';
import type { SignName } from '../view/signs/registry.ts';
import type { Observation } from '../world/alert.ts';
import type { RowRef } from '../world/fact.ts';
import type { HostId, SeatId, Seq, Tick } from '../world/ids.ts';
import type { Interruption, Job } from '../world/job.ts';
import type { Boundary } from '../world/machine/vm.ts';
import type { Role } from '../world/people/seat.ts';
import type { Turn } from '../world/turn.ts';
import type { Texts, Words } from '../world/words.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import type { RuleRefusal } from './refusal.ts';

/** Arguments as they travel: flat, numbers and words. */
export type Args = Readonly<Record<string, number | string>>;

/** Who ordered it, and the event of the order: the cause of whatever follows. */
export interface OrderRef {
  readonly seat: SeatId;
  readonly seq: Seq;
}

/** What is said of a command. */
interface CommandWords extends Texts {
  /** On the button. */
  readonly name: Words;
  /** What it does and what it costs beside credits and time, in one line. */
  readonly does: Words;
  /** What is to be added to that where the deck has a trap desk. */
  readonly atDesk?: Words;
  /** In the debrief: "at 01:20, …". Given the command's arguments by name. */
  readonly done: Words;
  /** What it is as a control, without the place it would be given to; what is no control has none. */
  readonly control?: Words;
}

/** Host cycles that it takes while it runs, in kilocycles a tick. */
interface Load {
  readonly host: HostId | 0;
  readonly cycles: number;
}

type Observed = readonly Observation['kind'][];

/** What a command is to those who choose among commands: plain data. */
export interface Traits {
  readonly name: string;
  readonly role: Role;
  /** The letter that runs it while its subject is selected. */
  readonly key: string;
  /** Every deck holds it: power, answers to tenants and to harm, what has to do with cards and jobs. */
  readonly always?: true;
  /**
   * It stops almost anything that is done to a VM, or from it, whatever the attack rests on: no fair wrong
   * answer in a quiz.
   */
  readonly blunt?: true;
  /** It takes a customer's VM from them, harmed or not: told last among what would have helped. */
  readonly lastResort?: true;
  /**
   * What is to be seen when it is worth ordering; `'always'`: wherever it can be ordered there is a
   * reason to.
   */
  readonly fits?: 'always' | readonly SignName[];
  /** What alerts tell of that it ends, and what it only looks into. */
  readonly contains?: Observed;
  readonly investigates?: Observed;
  /**
   * What of that is still to be done when it is done, if there is an order in play that ends it: an
   * intruder who is shut off is in there still. What only holds something leaves something.
   */
  readonly leaves?: Observed;
  /** Orders that are alike in these arguments are ways of the same thing: one of them is told first. */
  readonly ways?: readonly string[];
  readonly words: CommandWords;
}

/**
 * Something defenders can do. What takes no time is done at once and needs no free hand; the rest
 * becomes a job.
 */
export interface Command<A extends Args = Args> extends Traits {
  readonly schema: z.ZodType<A>;
  /** A letter for each of its orders, where each has its own. */
  readonly keyOf?: (args: A) => string;
  /** Everything it could be ordered to do about this subject. */
  readonly offers: (world: ReadonlyWorld, subject: RowRef) => readonly A[];
  readonly price: (world: ReadonlyWorld, args: A) => number;
  /** What it would cost the VM that it is about from then on, where it decides that. */
  readonly quote?: (world: ReadonlyWorld, args: A) => Quote | null;
  /** Ticks; 0 is at once. */
  readonly length: (world: ReadonlyWorld, args: A) => Tick;
  readonly load: (world: ReadonlyWorld, args: A) => Load;
  /** What nobody else may work on meanwhile. */
  readonly claims: (world: ReadonlyWorld, args: A) => readonly RowRef[];
  /**
   * Why it cannot be done now, or `null`. Asked again each tick while the job runs, by `holds`.
   */
  readonly refusal: (world: ReadonlyWorld, args: A) => RuleRefusal | null;
  /** What is reserved or changed when it begins. */
  readonly start?: (turn: Turn, args: A, order: OrderRef) => void;
  /** Whether the job still makes sense; a reason ends it. */
  readonly holds?: (world: ReadonlyWorld, args: A) => Interruption | null;
  /** What it does in each tick of work. */
  readonly work?: (turn: Turn, args: A, job: Job, order: OrderRef) => void;
  readonly finish: (turn: Turn, args: A, order: OrderRef) => void;
  /** Whether the host that it is about is off while it runs: there is nobody to take anything in. */
  readonly hostOff?: (args: A) => boolean;
  /** Takes back what `start` reserved when the job is cancelled or interrupted. */
  readonly abandon?: (turn: Turn, args: A, order: OrderRef) => void;
}

/** What a VM's work costs where and how it would run, and what stands between it and its host. */
export interface Quote {
  /** In permille of what it would cost natively. */
  readonly cost: number;
  /** What it costs now, where it runs already. */
  readonly now?: number;
  readonly boundary: Boundary;
}

/** Something a seat could order about what it looks at, and why not if it cannot. */
export interface Offer {
  readonly command: string;
  /** The letter that the command asks for; the first of several gets it. */
  readonly key: string;
  readonly args: Args;
  readonly price: number;
  /** 0 is at once. */
  readonly length: Tick;
  readonly refusal: RuleRefusal | null;
  readonly quote?: Quote;
}

/** Keeps the arguments' type inside the command and forgets it outside. */
export function define<A extends Args>(command: Command<A>): Command {
  return command as unknown as Command;
}

/** The id in a reference of that table, or 0. */
export function idIn(subject: RowRef, table: string): number {
  const named = subject.startsWith(table) && subject[table.length] === '/';
  return named ? Number(subject.slice(table.length + 1)) : 0;
}

/** An id in arguments. */
export const id = z.int().min(1).max(1_000_000);

/** A strict schema whose numbers become the ids that the command's own arguments name. */
export function schemaOf<A extends Args>(shape: z.ZodRawShape): z.ZodType<A> {
  return z.strictObject(shape) as unknown as z.ZodType<A>;
}
