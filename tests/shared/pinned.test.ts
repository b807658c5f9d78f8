import { afterAll, describe, expect, test } from 'vitest';
import { attacks } from '../../shared/attacks/registry.ts';
import { commands } from '../../shared/commands/registry.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import { hashMatch, type Match } from '../../shared/match/match.ts';
import { RULES_VERSION } from '../../shared/world/world.ts';
import { sidesOf } from '../support/pinned/sides.ts';
import { eventsOf } from '../support/worlds.ts';
import { readGolden, UPDATING, writeGolden } from './support/golden.ts';

/** Every scenario from every side of play, and the world in which it ends. */
interface Pinned {
  readonly rulesVersion: number;
  /** By scenario, by side: the hash. */
  readonly matches: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const NAME = 'hashes.json';
const HINT =
  'A match does not end as it did: recorded matches no longer replay. If that is meant, bump ' +
  'RULES_VERSION in shared/world/world.ts and run this test with UPDATE_GOLDEN=1.';

const text = readGolden(NAME);
const stored: Pinned | null = text === null ? null : JSON.parse(text);
const sameRules = stored?.rulesVersion === RULES_VERSION;

const played: Record<string, Record<string, string>> = {};
const met = { commands: new Set<string>(), attacks: new Set<string>() };

function note({ history }: Match): void {
  for (const { data } of eventsOf(history, 'order')) met.commands.add(data.command);
  for (const { data } of eventsOf(history, 'job-ended')) {
    if (data.outcome === 'cancelled') met.commands.add('cancel-job');
  }
  for (const { data } of eventsOf(history, 'act')) met.attacks.add(data.attack);
}

describe.each(Object.entries(scenarios))('%s', (name, scenario) => {
  test.each(sidesOf(scenario))('D1 ends as these rules have always ended it: %s', (side, play) => {
    const match = play(scenario);
    note(match);
    const { whole } = hashMatch(match);
    played[name] = { ...played[name], [side]: whole };
    const before = stored?.matches[name]?.[side];
    // What is new may be pinned at any time; what was pinned changes with the rules' version alone.
    if (UPDATING && (before === undefined || !sameRules)) return;
    expect({ rulesVersion: RULES_VERSION, whole }, HINT).toEqual({
      rulesVersion: stored?.rulesVersion,
      whole: before,
    });
  });
});

describe('the pinned matches', () => {
  test('D1 are of all scenarios and sides, and no two end alike', () => {
    const hashes = Object.values(played).flatMap((bySide) => Object.values(bySide));
    const all = Object.values(scenarios).flatMap((scenario) => sidesOf(scenario));
    expect(hashes).toHaveLength(all.length);
    expect(new Set(hashes).size).toBe(hashes.length);
    if (!UPDATING) expect(stored?.matches).toEqual(played);
  });

  test('D1 are played with every command and every attack that there is', () => {
    const unmet = (registry: ReadonlyMap<string, unknown>, names: ReadonlySet<string>): string[] =>
      [...registry.keys()].filter((name) => !names.has(name));
    expect(unmet(commands, met.commands)).toEqual([]);
    expect(unmet(attacks, met.attacks)).toEqual([]);
  });
});

afterAll(() => {
  if (!UPDATING) return;
  // A match that is pinned under these rules stays as it is: only what is new is written beside it.
  const matches: Record<string, Record<string, string>> = {};
  for (const [name, bySide] of Object.entries(played))
    matches[name] = { ...bySide, ...(sameRules ? stored?.matches[name] : {}) };
  const pinned: Pinned = { rulesVersion: RULES_VERSION, matches };
  writeGolden(NAME, `${JSON.stringify(pinned, null, 2)}\n`);
});
