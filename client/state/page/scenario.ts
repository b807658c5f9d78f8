import { scenarios } from '../../../shared/text/names/scenarios.ts';

export type ScenarioId = keyof typeof scenarios;

/**
 * Scenarios to choose from, the one to begin with first: those that have a name, which are all. The
 * scenarios themselves are not loaded by the first page.
 */
export const SCENARIOS = Object.keys(scenarios) as ScenarioId[];

/** What a session plays when nobody chooses, and a match alone when the address names nothing. */
export const DEFAULT_SCENARIO: ScenarioId = 'first-shift';

/** The scenario of that name, or `null` when there is none. */
export function readScenario(text: string | undefined): ScenarioId | null {
  return SCENARIOS.find((id) => id === text) ?? null;
}
