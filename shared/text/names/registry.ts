import type { Room } from '../kinds.ts';
import { assets } from './assets.ts';
import { components, flaws, images } from './flaws.ts';
import {
  devices,
  exits,
  filters,
  patching,
  platforms,
  scrub,
  settings,
  switched,
  wipe,
} from './hosts.ts';
import {
  doors,
  fates,
  flowStates,
  natures,
  places,
  services,
  watches,
  watchesInFull,
} from './network.ts';
import { scenarios } from './scenarios.ts';
import { sensors } from './sensors.ts';
import { teams } from './teams.ts';
import { footings, guestKernels, misfits, techniques, techniquesInFull } from './techniques.ts';
import { tenants } from './tenants.ts';
import { workloads } from './workloads.ts';
import { power, requests, zones } from './world.ts';

export const names = {
  assets,
  components,
  devices,
  doors,
  exits,
  fates,
  filters,
  flaws,
  flowStates,
  footings,
  guestKernels,
  images,
  misfits,
  natures,
  patching,
  places,
  platforms,
  power,
  requests,
  scenarios,
  scrub,
  sensors,
  services,
  settings,
  switched,
  techniques,
  techniquesInFull,
  teams,
  tenants,
  watches,
  watchesInFull,
  wipe,
  workloads,
  zones,
} satisfies Room;
