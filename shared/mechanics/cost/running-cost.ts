import { type Fields, remembered } from '../../world/remembered.ts';
import type { DeviceTraits } from './device-cost.ts';
import { type GuestPlace, type GuestTraits, guestCost, guestExits } from './guest-cost.ts';
import type { CostTraits } from './prices.ts';

const DEVICES: Fields<DeviceTraits> = {
  workload: ({ workload }) => workload,
  technique: ({ technique }) => technique,
  devices: ({ devices }) => devices,
  diskModel: ({ diskModel }) => diskModel,
  nicModel: ({ nicModel }) => nicModel,
  vhost: ({ vhost }) => vhost,
  accel3d: ({ accel3d }) => accel3d,
  card: ({ card }) => card,
};

const GUEST: Fields<GuestTraits> = {
  ...DEVICES,
  filters: ({ filters }) => filters,
  translated: ({ translated }) => translated,
  memoryEncrypted: ({ memoryEncrypted }) => memoryEncrypted,
};

const CPU: Fields<CostTraits> = {
  platform: ({ platform }) => platform,
  year: ({ year }) => year,
  nestedPaging: ({ nestedPaging }) => nestedPaging,
  nested: ({ nested }) => nested,
  l1Flush: ({ l1Flush }) => l1Flush,
  microcode: ({ microcode }) => microcode,
  exitMerging: ({ exitMerging }) => exitMerging,
};

const PLACE: Fields<GuestPlace> = {
  ...CPU,
  filters: ({ filters }) => filters,
  hypercallAudit: ({ hypercallAudit }) => hypercallAudit,
  cachePartition: ({ cachePartition }) => cachePartition,
  iommu: ({ iommu }) => iommu,
};

/** `guestCost` of a guest that runs: asked in every tick, and rarely another one than in the tick before. */
export const runningCost = remembered(guestCost, GUEST, PLACE);

/** `guestExits` of a guest that runs. */
export const runningExits = remembered(guestExits, DEVICES, CPU);
