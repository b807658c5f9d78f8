import type { Observation } from '../../world/alert.ts';
import type { Turn } from '../../world/turn.ts';
import type { Texts, Words } from '../../world/words.ts';

/** What is said of a sensor. Source: FACTS, section 0. */
interface SensorWords extends Texts {
  readonly name: Words;
  readonly sees: Words;
  /** Which others could not have seen the same, and what this one is blind to. */
  readonly blind: Words;
}

/** What an alert says: the observation, never what to conclude. */
interface AlertWords extends Texts {
  readonly title: Words;
  readonly body: Words;
  /** In place of the title, where several of one cause differ in what they are about. */
  readonly several?: Words;
}

/** A place from which something can be seen, as numbered in the course (S1 to S14), or people who tell of it. */
export interface Sensor {
  readonly name: string;
  /** No eye that is open all the time: a look that someone takes, or a word that someone says. */
  readonly people?: true;
  /** Its work in each tick; what is only ordered has none. */
  readonly watch?: (turn: Turn) => void;
  readonly words: SensorWords;
  /** What it raises, and what is said of it. What several raise stands with the first of them. */
  readonly says: Readonly<Partial<Record<Observation['kind'], AlertWords>>>;
}
