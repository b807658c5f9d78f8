import type { Texts } from '../../world/words.ts';
import { below } from './below.ts';
import { briefing } from './briefing.ts';
import { console } from './class/console.ts';
import { enter } from './class/enter.ts';
import { host } from './class/host.ts';
import { lobby } from './class/lobby.ts';
import { projector } from './class/projector.ts';
import { common } from './common.ts';
import { debrief } from './debrief.ts';
import { devices } from './devices.ts';
import { guide } from './guide.ts';
import { help } from './help.ts';
import { inspector } from './inspector.ts';
import { landing } from './landing.ts';
import { traps } from './layers/traps.ts';
import { trust } from './layers/trust.ts';
import { leaving } from './leaving.ts';
import { lecture } from './lecture.ts';
import { map } from './map.ts';
import { match } from './match.ts';
import { moments } from './moments.ts';
import { passing } from './passing.ts';
import { quiz } from './quiz.ts';
import { race } from './race.ts';
import { red } from './red.ts';
import { roles } from './roles.ts';
import { status } from './status.ts';
import { talk } from './talk.ts';
import { titles } from './titles.ts';
import { tree } from './tree.ts';

/** Everything a person reads on the screens themselves. */
export const ui = {
  below,
  briefing,
  common,
  console,
  debrief,
  devices,
  enter,
  guide,
  help,
  host,
  inspector,
  landing,
  leaving,
  lecture,
  lobby,
  map,
  match,
  moments,
  projector,
  quiz,
  passing,
  race,
  red,
  roles,
  status,
  talk,
  titles,
  traps,
  tree,
  trust,
} satisfies Texts;
