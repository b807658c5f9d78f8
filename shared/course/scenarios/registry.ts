import { DEFAULT_PACE } from '../../world/pace.ts';
import { parseScenario, type Scenario } from '../../world/scenario/schema.ts';
import { deviceBay } from './device-bay.ts';
import { firstShift } from './first-shift.ts';
import { imageLibrary } from './image-library.ts';
import { inheritedRoom } from './inherited-room.ts';
import { movingIn } from './moving-in.ts';
import { oldTemplate } from './old-template.ts';
import { onTheMove } from './on-the-move.ts';
import { oneKey } from './one-key.ts';
import { openConsole } from './open-console.ts';
import { payingGuest } from './paying-guest.ts';
import type { ScenarioRecord, ScenarioWords } from './scenario.ts';
import { sharedDesk } from './shared-desk.ts';
import { silentNeighbours } from './silent-neighbours.ts';
import { softCopy } from './soft-copy.ts';
import { straightThrough } from './straight-through.ts';
import { theRace } from './the-race.ts';
import { threeTenants } from './three-tenants.ts';
import { trapFloor } from './trap-floor.ts';
import { vacatedSeat } from './vacated-seat.ts';

/** In the order in which they are offered. */
const SCENARIO_RECORDS: readonly ScenarioRecord[] = [
  firstShift,
  threeTenants,
  vacatedSeat,
  inheritedRoom,
  trapFloor,
  theRace,
  silentNeighbours,
  oneKey,
  sharedDesk,
  deviceBay,
  movingIn,
  straightThrough,
  onTheMove,
  oldTemplate,
  openConsole,
  softCopy,
  imageLibrary,
  payingGuest,
];

/** Every scenario, checked as it is loaded: nothing starts from one with an error. */
export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  SCENARIO_RECORDS.map(({ words: _, ...file }) => [
    file.id,
    parseScenario(file.id, file, DEFAULT_PACE),
  ]),
);

/** Those in which nobody attacks. */
export const peacefulScenarios: readonly string[] = SCENARIO_RECORDS.filter(
  ({ attackers }) => attackers.length === 0,
).map(({ id }) => id);

/** What is said of each. */
export const scenarioWords: Readonly<Record<string, ScenarioWords>> = Object.fromEntries(
  SCENARIO_RECORDS.map(({ id, words }) => [id, words]),
);
