import { peacefulScenarios, scenarioWords } from '../course/scenarios/registry.ts';
import type { Texts } from '../world/words.ts';

/**
 * What is said of each scenario, in the order in which they are offered. Plain data, which a build works
 * out: the first page is given it without the scenarios themselves.
 */
export const scenarios = scenarioWords satisfies Texts;

/** Those in which nobody attacks: the first page is told that too. */
export const peaceful = peacefulScenarios;
