import type { SessionSettings } from './settings.ts';

/** A part of the 50-minute lesson: from which minute to which, and what it is played with. */
export interface LessonPart {
  readonly id:
    | 'join'
    | 'first-shift'
    | 'roles'
    | 'team-match'
    | 'debrief'
    | 'rematch'
    | 'compare'
    | 'check';
  readonly from: number;
  readonly to: number;
  /** A match that begins with this part; `sameSeed`: of the world that was just played. */
  readonly match?: {
    readonly settings: Partial<Pick<SessionSettings, 'mode' | 'scenario' | 'level' | 'minutes'>>;
    readonly sameSeed: boolean;
  };
}

/** Source: `numbers.md` of the design, "A 50-minute lesson". */
export const LESSON: readonly LessonPart[] = [
  { id: 'join', from: 0, to: 5 },
  {
    id: 'first-shift',
    from: 5,
    to: 11,
    match: {
      settings: { mode: 'parallel', scenario: 'first-shift', level: 'opportunist', minutes: null },
      sameSeed: false,
    },
  },
  { id: 'roles', from: 11, to: 14 },
  {
    id: 'team-match',
    from: 14,
    to: 26,
    match: {
      settings: {
        mode: 'parallel',
        scenario: 'three-tenants',
        level: 'opportunist',
        minutes: null,
      },
      sameSeed: false,
    },
  },
  { id: 'debrief', from: 26, to: 34 },
  {
    id: 'rematch',
    from: 34,
    to: 43,
    match: {
      settings: { mode: 'parallel', scenario: 'three-tenants', level: 'crew', minutes: 8 },
      sameSeed: true,
    },
  },
  { id: 'compare', from: 43, to: 46 },
  { id: 'check', from: 46, to: 50 },
];
