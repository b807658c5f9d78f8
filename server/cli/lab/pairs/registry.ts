import { arpInspectionOrReject } from './arp-inspection-or-reject.ts';
import { confineOrPatch } from './confine-or-patch.ts';
import { containOrLook } from './contain-or-look.ts';
import { convertOrPatch } from './convert-or-patch.ts';
import {
  checkOrRefuse,
  filterHostOrVm,
  refuseOrDetach,
  refuseOrHold,
  refuseOrMachineType,
} from './exit-filters.ts';
import { idsOrIps } from './ids-or-ips.ts';
import { limitOrReserve } from './limit-or-reserve.ts';
import type { Pair } from './pair.ts';
import { patchGuestOrImage, patchOrRebuild } from './patch-guests.ts';
import { patchLiveOrReboot } from './patch-live-or-reboot.ts';
import { quarantineOrStop } from './quarantine-or-stop.ts';
import { rebuildOrRollBack } from './rebuild-or-roll-back.ts';
import { restartOrMigrate } from './restart-or-migrate.ts';
import { scrubByHandOrPolicy } from './scrub-by-hand-or-policy.ts';
import { scrubOnFreeOrOnAllocate } from './scrub-on-free-or-on-allocate.ts';
import { flushOrSingleThread, unmergeOrPartition } from './shared-hardware.ts';
import { hvmOrBt, hvmOrHybrid, hybridOrEmulation, paraOrBt, paraOrHybrid } from './techniques.ts';
import { tuneOrWatch } from './tune-or-watch.ts';
import { wipeByHandOrPolicy } from './wipe-by-hand-or-policy.ts';
import { wipeOrEncrypt } from './wipe-or-encrypt.ts';

/** Every choice between two defences, in the order in which the report prints them. */
export const PAIRS: readonly Pair[] = [
  paraOrHybrid,
  hvmOrHybrid,
  paraOrBt,
  hvmOrBt,
  hybridOrEmulation,
  patchLiveOrReboot,
  restartOrMigrate,
  confineOrPatch,
  convertOrPatch,
  checkOrRefuse,
  filterHostOrVm,
  refuseOrMachineType,
  refuseOrDetach,
  refuseOrHold,
  scrubOnFreeOrOnAllocate,
  scrubByHandOrPolicy,
  wipeByHandOrPolicy,
  wipeOrEncrypt,
  unmergeOrPartition,
  flushOrSingleThread,
  limitOrReserve,
  idsOrIps,
  tuneOrWatch,
  arpInspectionOrReject,
  containOrLook,
  quarantineOrStop,
  patchOrRebuild,
  patchGuestOrImage,
  rebuildOrRollBack,
];
