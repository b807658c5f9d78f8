import type { ScenarioFile } from '../../world/scenario/schema.ts';
import type { Texts, Words } from '../../world/words.ts';

/** What is said of a scenario. */
export interface ScenarioWords extends Texts {
  readonly name: Words;
  /** How long it is and how many hosts it has. */
  readonly length: Words;
  /** What to choose it by. */
  readonly idea: Words;
  /** The briefing that defenders read before it starts: the place, */
  readonly brief: Words;
  /** and who is after it. */
  readonly threat: Words;
}

/** A scenario of the course: a world that can be chosen, and what is said of it. */
export interface ScenarioRecord extends ScenarioFile {
  readonly words: ScenarioWords;
}
