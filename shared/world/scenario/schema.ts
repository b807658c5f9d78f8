import type { z } from 'zod';
import type { Pace } from '../pace.ts';
import { checkReferences } from './references.ts';
import { writtenSchema } from './written.ts';

const scenarioSchema = writtenSchema.superRefine((scenario, issues) => {
  checkReferences(scenario, (path, message) => {
    issues.addIssue({ code: 'custom', path: [...path], message });
  });
});

/** What a scenario file says, before defaults. */
export type ScenarioFile = z.input<typeof scenarioSchema>;

/** A scenario that has passed its schema. */
export type Scenario = Omit<z.output<typeof scenarioSchema>, 'pace'> & {
  readonly pace: Partial<Pace>;
};

export type ScenarioPlan = Scenario['catalogue'][number]['plan'];
export type ScenarioVm = Scenario['vms'][number];
export type ScenarioRule = Scenario['rules'][number];
export type Person = Scenario['people'][number];
export type Wave = Scenario['waves'][number];

/** What is wrong with a scenario file, and where. Nothing starts from a file with an error. */
export class ScenarioError extends Error {
  constructor(
    readonly file: string,
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${file}: at ${path || 'the top'}: ${reason}`);
    this.name = 'ScenarioError';
  }
}

/** Numbers that others are divided by, and stretches of time without which nothing would happen. */
const NEVER_ZERO = [
  'live',
  'scrubPerSecond',
  'fillEvery',
  'auditEvery',
  'bleed',
  'headroom',
  'probeLength',
] as const;

/**
 * Checks a scenario read from anywhere.
 * @param file its name, for the error
 * @throws ScenarioError with the first place that does not fit
 */
export function parseScenario(file: string, value: unknown, known: Pace): Scenario {
  const result = scenarioSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new ScenarioError(file, issue?.path.join('.') ?? '', issue?.message ?? 'not a scenario');
  }
  const zero = NEVER_ZERO.find((key) => result.data.pace[key] === 0);
  if (zero !== undefined) throw new ScenarioError(file, `pace.${zero}`, 'must be 1 or more');
  const odd = Object.keys(result.data.pace).find((key) => !(key in known));
  if (odd !== undefined) throw new ScenarioError(file, `pace.${odd}`, 'no such number of the pace');
  return result.data;
}
