import { allNeeds } from '../attacks/probe.ts';
import { attacks } from '../attacks/registry.ts';
import { commands } from '../commands/registry.ts';
import { lectureWords } from '../course/lecture/registry.ts';
import { sensors } from '../mechanics/sensors/registry.ts';
import { modes } from '../protocol/modes/registry.ts';
import { flaws } from '../world/flaws/registry.ts';
import type { Texts } from '../world/words.ts';
import { names } from './names/registry.ts';
import { refusals } from './refusals.ts';
import { reports } from './reports.ts';
import { scenarios } from './scenarios.ts';
import { ui } from './ui/registry.ts';

/** The words that each record has of its own, by its name. */
const wordsOf = (records: Iterable<readonly [string, { readonly words: Texts }]>): Texts =>
  Object.fromEntries([...records].map(([name, { words }]) => [name, words]));

/** Every word of the game, by path. */
export const catalogue = {
  attacks: wordsOf(attacks),
  commands: wordsOf(commands),
  flaws: wordsOf(Object.entries(flaws)),
  modes: wordsOf(Object.entries(modes)),
  needs: Object.fromEntries(
    [...attacks.values()].flatMap(allNeeds).map(({ id, words }) => [id, words]),
  ),
  lecture: lectureWords,
  names,
  refusals,
  reports,
  alerts: Object.assign({}, ...sensors.map(({ says }) => says)) as Texts,
  scenarios,
  sensors: wordsOf(sensors.map((sensor) => [sensor.name, sensor])),
  ui,
} satisfies Texts;
