import { MINUTES, TEAMS_PER_SESSION } from '../../../shared/protocol/limits.ts';
import { peopleAttack } from '../../../shared/protocol/modes/mode.ts';
import { type Mode, modes } from '../../../shared/protocol/modes/registry.ts';
import { DEFAULT_SESSION, type SessionSettings } from '../../../shared/protocol/settings.ts';
import { isPeaceful } from '../page/scenario.ts';

/** Lengths to choose from, in minutes of Live. */
export const LENGTHS: readonly number[] = [5, 6, 8, 10, 12, 15, 20, 25, 30].filter(
  (minutes) => minutes >= MINUTES.min && minutes <= MINUTES.max,
);

/** The same settings in another mode, with as many worlds as that mode is usually played in. */
export function inMode(settings: SessionSettings, mode: Mode): SessionSettings {
  if (mode === settings.mode) return settings;
  return { ...settings, mode, teams: modes[mode].usualWorlds ?? 1 };
}

/** The same settings with another scenario: where nobody attacks, people do not either. */
export function withScenario(settings: SessionSettings, scenario: string): SessionSettings {
  const fits = !(isPeaceful(scenario) && peopleAttack(modes[settings.mode]));
  return { ...(fits ? settings : inMode(settings, DEFAULT_SESSION.mode)), scenario };
}

export function withTeams(settings: SessionSettings, teams: number): SessionSettings {
  return { ...settings, teams: Math.min(TEAMS_PER_SESSION, Math.max(1, Math.trunc(teams))) };
}

/** What differs between two settings: only that is sent, so that nothing else is changed back. */
export function changesOf(
  before: SessionSettings,
  after: SessionSettings,
): Partial<SessionSettings> {
  const changed = (Object.keys(after) as (keyof SessionSettings)[]).filter(
    (name) => after[name] !== before[name],
  );
  return Object.fromEntries(changed.map((name) => [name, after[name]]));
}
