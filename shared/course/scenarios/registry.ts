import { DEFAULT_PACE } from '../../world/pace.ts';
import { parseScenario, type Scenario } from '../../world/scenario/schema.ts';
import { firstShift } from './first-shift.ts';
import { inheritedRoom } from './inherited-room.ts';
import { threeTenants } from './three-tenants.ts';
import { vacatedSeat } from './vacated-seat.ts';

/** Every scenario, checked as it is loaded: nothing starts from one with an error. */
export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  [firstShift, threeTenants, vacatedSeat, inheritedRoom].map((file) => [
    file.id,
    parseScenario(file.id, file, DEFAULT_PACE),
  ]),
);
