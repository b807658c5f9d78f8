import type { ZodObject } from 'zod';
import type { Command, Traits } from './command.ts';
import { commands } from './registry.ts';

/** What a page has to know of a command beside its words, whole. */
export interface PageTraits
  extends Required<Pick<Traits, 'contains' | 'investigates' | 'leaves' | 'ways'>> {
  readonly always: boolean;
  readonly blunt: boolean;
  /** Whether it has a name as a control. */
  readonly control: boolean;
  /** Whether there is more to say of what it does where the deck has a trap desk. */
  readonly atDesk: boolean;
  /** The names of its arguments. */
  readonly takes: readonly string[];
  readonly fits: NonNullable<Traits['fits']>;
}

function traitsOf(command: Command): PageTraits {
  const {
    always,
    blunt,
    fits = [],
    contains = [],
    investigates = [],
    leaves = [],
    ways = [],
  } = command;
  return {
    always: always === true,
    blunt: blunt === true,
    control: command.words.control !== undefined,
    atDesk: command.words.atDesk !== undefined,
    takes: Object.keys((command.schema as unknown as ZodObject).shape),
    fits,
    contains,
    investigates,
    leaves,
    ways,
  };
}

/** By name. Plain data, which a build works out: a page is given it without the commands themselves. */
export const traits: Readonly<Record<string, PageTraits>> = Object.fromEntries(
  [...commands].map(([name, command]) => [name, traitsOf(command)]),
);
