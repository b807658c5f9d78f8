import { z } from 'zod';
import { MIND_NAMES } from '../world/people/attacker.ts';
import { MINUTES, TEAMS_PER_SESSION } from './limits.ts';
import { MODES } from './modes/registry.ts';
import type { SessionSettings } from './settings.ts';

// Before the first schema: the page's content security policy forbids code made at run time.
z.config({ jitless: true });

/** Apart from what it describes, so that the page that opens a class does without the library. */
export const sessionSettings = z.strictObject({
  mode: z.enum(MODES),
  scenario: z.string().max(40),
  level: z.enum(MIND_NAMES),
  teams: z.int().min(1).max(TEAMS_PER_SESSION),
  minutes: z.int().min(MINUTES.min).max(MINUTES.max).nullable(),
  lockRoles: z.boolean(),
  choose: z.boolean(),
  chat: z.boolean(),
  approve: z.boolean(),
  locked: z.boolean(),
  standings: z.boolean(),
  lesson: z.boolean(),
  versed: z.boolean(),
}) satisfies z.ZodType<SessionSettings>;
