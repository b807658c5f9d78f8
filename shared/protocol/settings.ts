import { z } from 'zod';
import { MIND_NAMES } from '../world/attacker.ts';
import { MINUTES, TEAMS_PER_SESSION } from './limits.ts';

// Before the first schema: the page's content security policy forbids code made at run time.
z.config({ jitless: true });

/**
 * How a class plays: each team its own world of the same scenario and seed, everyone in one, or
 * people against people.
 */
export const MODES = ['shared', 'parallel', 'versus'] as const;
export type Mode = (typeof MODES)[number];

/** What an instructor settles for a session. All of it may be changed between matches. */
export const sessionSettings = z.strictObject({
  mode: z.enum(MODES),
  scenario: z.string().max(40),
  level: z.enum(MIND_NAMES),
  /** Teams that defend worlds of their own; in versus, worlds with a team on either side. */
  teams: z.int().min(1).max(TEAMS_PER_SESSION),
  /** Minutes of Live; `null`: as long as the scenario says. */
  minutes: z.int().min(MINUTES.min).max(MINUTES.max).nullable(),
  /** Orders only for one's own roles. */
  lockRoles: z.boolean(),
  /** Players may choose their team and role in the lobby. */
  choose: z.boolean(),
  chat: z.boolean(),
  /** Whoever joins without the projected ticket waits for the instructor. */
  approve: z.boolean(),
  /** Nobody new comes in. */
  locked: z.boolean(),
  /** The projector shows scores. */
  standings: z.boolean(),
  /** The 50-minute lesson leads through its parts. */
  lesson: z.boolean(),
  /** The instructor says that everyone here has debriefed a defence before: attacking is open. */
  versed: z.boolean(),
});

export type SessionSettings = z.output<typeof sessionSettings>;

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
