import type { Texts } from '../../world/words.ts';
import { assets } from './assets.ts';
import { clocks, faults, faultsInFull } from './faults.ts';
import {
  devices,
  exits,
  filters,
  patching,
  platforms,
  scrub,
  settings,
  switched,
  traps,
  wipe,
} from './hosts.ts';
import { components, images } from './images.ts';
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
import { targets } from './targets.ts';
import { teams } from './teams.ts';
import {
  boundaries,
  footings,
  guestKernels,
  misfits,
  techniques,
  techniquesInFull,
  techniquesShort,
} from './techniques.ts';
import { tenants } from './tenants.ts';
import { actors, operations, outcomes, stages } from './traps.ts';
import { workloads } from './workloads.ts';
import { power, requests, zones } from './world.ts';

export const names = {
  actors,
  assets,
  clocks,
  boundaries,
  components,
  devices,
  doors,
  exits,
  fates,
  faults,
  faultsInFull,
  filters,
  flowStates,
  footings,
  guestKernels,
  images,
  misfits,
  natures,
  operations,
  outcomes,
  patching,
  places,
  platforms,
  power,
  requests,
  scrub,
  services,
  settings,
  stages,
  switched,
  techniques,
  techniquesInFull,
  techniquesShort,
  targets,
  teams,
  tenants,
  traps,
  watches,
  watchesInFull,
  wipe,
  workloads,
  zones,
} satisfies Texts;
