import type { MindName } from '../world/people/attacker.ts';
import type { Mode } from './modes/registry.ts';

/** What an instructor settles for a session. All of it may be changed between matches. */
export interface SessionSettings {
  readonly mode: Mode;
  readonly scenario: string;
  readonly level: MindName;
  /** Worlds, each with its teams, where the mode lets them be chosen. */
  readonly teams: number;
  /** Minutes of Live; `null`: as long as the scenario says. */
  readonly minutes: number | null;
  /** Orders only for one's own roles. */
  readonly lockRoles: boolean;
  /** Players may choose their team and role in the lobby. */
  readonly choose: boolean;
  readonly chat: boolean;
  /** Whoever joins without the projected ticket waits for the instructor. */
  readonly approve: boolean;
  /** Nobody new comes in. */
  readonly locked: boolean;
  /** The projector shows scores. */
  readonly standings: boolean;
  /** The 50-minute lesson leads through its parts. */
  readonly lesson: boolean;
  /** The instructor says that everyone here has debriefed a defence before: attacking is open. */
  readonly versed: boolean;
}

export const DEFAULT_SESSION: SessionSettings = {
  mode: 'shared',
  scenario: 'first-shift',
  level: 'opportunist',
  teams: 1,
  minutes: null,
  lockRoles: false,
  choose: true,
  chat: false,
  approve: false,
  locked: false,
  standings: false,
  lesson: false,
  versed: false,
};

/** Settings of which some are changed; what the change does not name stays. */
export function changed(
  settings: SessionSettings,
  change: { readonly [K in keyof SessionSettings]?: SessionSettings[K] | undefined },
): SessionSettings {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...settings, ...Object.fromEntries(named) };
}
