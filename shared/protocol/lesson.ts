import type { SessionPhase } from './phase.ts';
import type { SessionSettings } from './settings.ts';

/** What a part of the lesson is played with. */
interface PartMatch {
  /** How the class plays from now on. */
  readonly settings: Pick<SessionSettings, 'mode' | 'scenario'>;
  /** For this one match: the next is played as the instructor has it set. */
  readonly once: Pick<SessionSettings, 'level' | 'minutes'>;
  /** Of the world that was just played. */
  readonly sameSeed: boolean;
}

/** A part of the 50-minute lesson: from which minute to which, and where the class is meanwhile. */
export interface LessonPart {
  readonly id: 'join' | 'first-shift' | 'roles' | 'team-match' | 'debrief' | 'rematch' | 'compare';
  readonly from: number;
  readonly to: number;
  /**
   * What people have before them: the lobby, where a code is shown and roles are chosen; a match that
   * begins with the part; or the debrief of the last.
   */
  readonly where: 'lobby' | 'debrief' | PartMatch;
}

/** Source: `numbers.md` of the design, "A 50-minute lesson". */
export const LESSON: readonly LessonPart[] = [
  { id: 'join', from: 0, to: 5, where: 'lobby' },
  {
    id: 'first-shift',
    from: 5,
    to: 11,
    where: {
      settings: { mode: 'parallel', scenario: 'first-shift' },
      once: { level: 'opportunist', minutes: null },
      sameSeed: false,
    },
  },
  { id: 'roles', from: 11, to: 14, where: 'lobby' },
  {
    id: 'team-match',
    from: 14,
    to: 26,
    where: {
      settings: { mode: 'parallel', scenario: 'three-tenants' },
      once: { level: 'opportunist', minutes: null },
      sameSeed: false,
    },
  },
  { id: 'debrief', from: 26, to: 34, where: 'debrief' },
  {
    id: 'rematch',
    from: 34,
    to: 43,
    where: {
      settings: { mode: 'parallel', scenario: 'three-tenants' },
      once: { level: 'crew', minutes: 8 },
      sameSeed: true,
    },
  },
  { id: 'compare', from: 43, to: 50, where: 'debrief' },
];

/** How a class stands, as far as a part of the lesson depends on it. */
interface Standing {
  readonly phase: SessionPhase;
  /** There is a match that can be played again from its seed. */
  readonly replayable: boolean;
}

/** Whether a part has anything behind it now: nobody debriefs, or plays again, what was not played. */
export function isOpen({ where }: LessonPart, { phase, replayable }: Standing): boolean {
  if (where === 'lobby') return true;
  if (where === 'debrief') return phase === 'live' || phase === 'debrief';
  return !where.sameSeed || replayable;
}

/** The part that comes after that one, or -1 after the last: what has nothing behind it is left out. */
export function partAfter(part: number, standing: Standing): number {
  return LESSON.findIndex((one, i) => i > part && isOpen(one, standing));
}
