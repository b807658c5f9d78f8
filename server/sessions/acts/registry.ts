import type { ActRules } from './act.ts';
import { peopleActs } from './people.ts';
import { roomActs } from './room.ts';
import { roundActs } from './round.ts';

/** Everything an instructor can do, by kind. */
export const actRules: ActRules = { ...roundActs, ...peopleActs, ...roomActs };
