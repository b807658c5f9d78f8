import type { Room } from '../kinds.ts';
import { assets } from './assets.ts';
import { scenarios } from './scenarios.ts';
import { sensors } from './sensors.ts';
import { tenants } from './tenants.ts';
import { workloads } from './workloads.ts';
import { power, requests, scrub, techniques, zones } from './world.ts';

export const names = {
  assets,
  power,
  requests,
  scenarios,
  scrub,
  sensors,
  techniques,
  tenants,
  workloads,
  zones,
} satisfies Room;
