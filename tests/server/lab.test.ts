import { describe, expect, test } from 'vitest';
import { fairnessOf } from '../../server/cli/lab/fairness.ts';
import { type Bout, runDefender } from '../../server/cli/lab/matches.ts';
import { paceOf } from '../../server/cli/lab/pace.ts';
import { atLevel } from '../../shared/course/arrange.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import { MIND_NAMES } from '../../shared/world/attacker.ts';

/** The bands of the design, on few seeds: `npm run lab` measures the same on many. */
const bout = (name: string, seats: number, seeds = [101, 102, 103]): Bout => ({
  scenario: scenarios[name]!,
  seeds,
  seats,
});

const LEVELS = Object.entries(scenarios).flatMap(([name, scenario]) =>
  MIND_NAMES.map((mind) => [name, mind, atLevel(scenario, mind)] as const),
);

describe.each(LEVELS)('%s against the %s', (name, _, scenario) => {
  const seats = name === 'three-tenants' ? 4 : 1;
  const match = { ...bout(name, seats), scenario };

  test('doing nothing loses', () => {
    expect(runDefender(match, 'idle').highest).toBeLessThan(550);
  });

  test('the expert keeps the contract', () => {
    expect(runDefender(match, 'expert').won).toBe(match.seeds.length);
  });
});

describe('the novice', () => {
  test('wins a first shift', () => {
    const { won, matches } = runDefender(bout('first-shift', 1), 'novice');
    expect(won / matches).toBeGreaterThanOrEqual(0.8);
  });

  test('loses some and wins some against the crew', () => {
    const scenario = atLevel(scenarios['three-tenants']!, 'crew');
    const seeds = Array.from({ length: 8 }, (_, i) => i + 1);
    const { won } = runDefender({ scenario, seeds, seats: 4 }, 'novice');
    expect(won).toBeGreaterThan(1);
    expect(won).toBeLessThan(seeds.length);
  });
});

describe('the report', () => {
  const report = fairnessOf(bout('three-tenants', 4, [101]));

  test('no command alone is a defence', () => {
    expect(report.spam).toHaveLength(scenarios['three-tenants']!.deck!.commands.length);
    for (const row of report.spam) {
      expect([row.defender, row.highest <= 600]).toEqual([row.defender, true]);
    }
  });

  test('leaving a family of defence out costs harm', () => {
    expect(report.families.map(({ family }) => family)).toHaveLength(4);
    const added = report.families.filter(({ harmWith, harmWithout }) => harmWithout > harmWith);
    expect(added.length).toBeGreaterThan(1);
  });
});

describe('the pace', () => {
  test.each([
    ['opportunist', 55],
    ['crew', 44],
  ] as const)('against the %s the first tell comes %i seconds before the bite', (mind, least) => {
    for (const [name, seats] of [
      ['first-shift', 1],
      ['three-tenants', 4],
    ] as const) {
      const scenario = atLevel(scenarios[name]!, mind);
      const { tellToBite } = paceOf({ ...bout(name, seats), scenario }, 'idle');
      expect(tellToBite).toBeGreaterThanOrEqual(least);
    }
  });

  test('a team has its hands half full, decides every quarter of a minute and is never idle long', () => {
    const { decisions, handsBusy, longestIdle } = paceOf(bout('three-tenants', 4), 'expert');
    expect(decisions).toBeGreaterThanOrEqual(4);
    expect(decisions).toBeLessThanOrEqual(6.5);
    expect(handsBusy).toBeGreaterThanOrEqual(40);
    expect(handsBusy).toBeLessThanOrEqual(70);
    expect(longestIdle).toBeLessThanOrEqual(20);
  });
});
