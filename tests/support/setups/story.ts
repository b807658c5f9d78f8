import type { ActArgs } from '../../../shared/world/people/attacker.ts';
import type { ScenarioFile } from '../../../shared/world/scenario/schema.ts';

/** A match from its first tick to a harm: everything in it is done, nothing is set. */
export interface HarmStory {
  readonly scenario: Partial<ScenarioFile>;
  /** Acts of attacker 1 and orders of seat 1, and how long is waited after each. */
  readonly steps: readonly Step[];
  /** What a careful operator would expect among the first two answers. */
  readonly cures: readonly string[];
}

export type Step =
  | { readonly act: string; readonly args?: ActArgs; readonly wait?: number }
  | {
      readonly order: string;
      readonly args: Readonly<Record<string, number | string>>;
      readonly wait?: number;
    };
