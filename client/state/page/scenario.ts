import { peaceful, scenarios } from '../../../shared/text/scenarios.ts';

/** Scenarios to choose from, the one to begin with first. */
export const SCENARIOS: readonly string[] = Object.keys(scenarios);

/** Whether nobody attacks in it. */
export const isPeaceful = (scenario: string): boolean => peaceful.includes(scenario);

/** What a session plays when nobody chooses, and a match alone when the address names nothing. */
export const DEFAULT_SCENARIO = 'first-shift';

/** The scenario of that name, or `null` when there is none. */
export function readScenario(text: string | undefined): string | null {
  return SCENARIOS.find((id) => id === text) ?? null;
}
