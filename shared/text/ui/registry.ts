import type { Room } from '../kinds.ts';
import { briefing } from './briefing.ts';
import { common } from './common.ts';
import { debrief } from './debrief.ts';
import { enter } from './enter.ts';
import { guide } from './guide.ts';
import { help } from './help.ts';
import { inspector } from './inspector.ts';
import { landing } from './landing.ts';
import { lobby } from './lobby.ts';
import { map } from './map.ts';
import { match } from './match.ts';
import { quiz } from './quiz.ts';
import { raid } from './raid.ts';
import { raidNeeds } from './raid-needs.ts';
import { status } from './status.ts';

/** Everything a person reads on the screens themselves. */
export const ui = {
  briefing,
  common,
  debrief,
  enter,
  guide,
  help,
  inspector,
  landing,
  lobby,
  map,
  match,
  quiz,
  raid,
  'raid-needs': raidNeeds,
  status,
} satisfies Room;
