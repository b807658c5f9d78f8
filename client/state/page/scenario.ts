/** Scenarios to choose from, the one to begin with first. */
export const SCENARIOS = [
  'first-shift',
  'three-tenants',
  'vacated-seat',
  'inherited-room',
] as const;

export type ScenarioId = (typeof SCENARIOS)[number];

/** What a session plays when nobody chooses, and a match alone when the address names nothing. */
export const DEFAULT_SCENARIO: ScenarioId = 'first-shift';

/** The scenario of that name, or `null` when there is none. */
export function readScenario(text: string | undefined): ScenarioId | null {
  return SCENARIOS.find((id) => id === text) ?? null;
}
