import { describe, expect, test } from 'vitest';
import { inMode, withScenario, withTeams } from '../../../../client/state/desk/class-settings.ts';
import { TEAMS_PER_SESSION } from '../../../../shared/protocol/limits.ts';
import { DEFAULT_SESSION } from '../../../../shared/protocol/settings.ts';

describe('settings of a class', () => {
  test('in another mode have as many worlds as it usually has, and are else the same', () => {
    for (const [mode, teams] of [
      ['parallel', 4],
      ['versus', 2],
    ] as const) {
      expect(inMode(DEFAULT_SESSION, mode)).toEqual({ ...DEFAULT_SESSION, mode, teams });
    }
    const many = withTeams(inMode(DEFAULT_SESSION, 'parallel'), 9);
    expect(inMode(many, 'parallel')).toBe(many);
    expect(inMode(many, 'shared').teams).toBe(1);
  });

  test('with a scenario in which nobody attacks are of a mode in which people do not either', () => {
    const versus = inMode(DEFAULT_SESSION, 'versus');
    expect(withScenario(versus, 'the-race')).toMatchObject({
      mode: 'shared',
      scenario: 'the-race',
    });
    expect(withScenario(versus, 'three-tenants')).toMatchObject({ mode: 'versus', teams: 2 });
    const parallel = inMode(DEFAULT_SESSION, 'parallel');
    expect(withScenario(parallel, 'the-race')).toMatchObject({ mode: 'parallel', teams: 4 });
  });

  test('have as many teams as there can be', () => {
    expect([0, 3.7, 99].map((teams) => withTeams(DEFAULT_SESSION, teams).teams)).toEqual([
      1,
      3,
      TEAMS_PER_SESSION,
    ]);
  });
});
