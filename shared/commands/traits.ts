import type { Command } from './command.ts';
import { commands } from './registry.ts';

/** What a page has to know of a command beside its words. */
export interface Traits {
  readonly always: boolean;
  readonly blunt: boolean;
  /** Whether it has a name as a control. */
  readonly control: boolean;
}

const traitsOf = ({ always, blunt, words }: Command): Traits => ({
  always: always === true,
  blunt: blunt === true,
  control: words.control !== undefined,
});

/** By name. Plain data, which a build works out: a page is given it without the commands themselves. */
export const traits: Readonly<Record<string, Traits>> = Object.fromEntries(
  [...commands].map(([name, command]) => [name, traitsOf(command)]),
);
