import { rowsOf } from '../../../view/reading.ts';
import type { BlueView } from '../../../view/view.ts';
import type { Wish } from '../defender.ts';
import { claimed, has } from '../reading.ts';
import { evacuate, goHeadless, swapCards, toUserSpace } from './devices.ts';
import type { Duty } from './duty.ts';
import { flushCaches, partCaches, readCounters, singleThreads, unmerge } from './hardware.ts';
import {
  dedicate,
  dropGrants,
  patchSystems,
  placeAgents,
  remapUsers,
  shutReached,
  shutTools,
  watchHosts,
} from './host-os.ts';
import {
  audit,
  bound,
  boundCalls,
  boundHeard,
  capLogs,
  confine,
  detach,
  modernise,
  patchHosts,
  restartOld,
} from './hypervisor.ts';
import { patchGuests, patchImages, reclaim } from './images.ts';
import {
  approveConfigs,
  checkStores,
  lookIntoCopies,
  rebuildImages,
  signImages,
  verifyLibrary,
} from './library.ts';
import {
  changePasswords,
  guardServer,
  recordLogins,
  restoreFiles,
  restrictManagement,
  stopServices,
} from './management.ts';
import { scrub, scrubByItself, wipe } from './memory.ts';
import {
  allowNeeded,
  encryptMoves,
  guardDhcp,
  inspectArp,
  ownVlans,
  push,
  rejectListening,
  rejectMacs,
  removeAnyAny,
  tune,
  untag,
  watch,
} from './network.ts';
import { attach, behindRules, checkMacs, remap, takeBack } from './own-device.ts';
import { boundTenant, consolidate, keepApart, limit, makeRoom, retire, unswap } from './pool.ts';
import { close, contain, investigate, rebuild } from './response.ts';
import { encryptSaved, guardBackups, restoreVms, restrictStores, sealBackups } from './stores.ts';
import { convert, merge, rehost } from './technique.ts';
import { askOwners, cleanImages, reseedClones, revokeLeft } from './templates.ts';
import { decideTraps, freeCores, holdHeard, intercept, releaseHeld, stopNesting } from './traps.ts';
import { attest, encrypt, introspect, lockOut, rotate, trace } from './trust.ts';

/** In the order in which a careful defender sees to them. */
export const DUTIES: readonly Duty[] = [
  decideTraps,
  freeCores,
  contain,
  lockOut,
  close,
  restrictStores,
  rebuildImages,
  signImages,
  approveConfigs,
  guardBackups,
  guardServer,
  stopServices,
  changePasswords,
  restrictManagement,
  boundHeard,
  stopNesting,
  intercept,
  releaseHeld,
  revokeLeft,
  reseedClones,
  rotate,
  shutReached,
  dropGrants,
  shutTools,
  capLogs,
  limit,
  unswap,
  boundTenant,
  keepApart,
  consolidate,
  takeBack,
  checkMacs,
  remap,
  behindRules,
  singleThreads,
  unmerge,
  flushCaches,
  partCaches,
  scrub,
  scrubByItself,
  encryptMoves,
  ownVlans,
  removeAnyAny,
  rejectListening,
  untag,
  push,
  allowNeeded,
  tune,
  wipe,
  patchHosts,
  restartOld,
  patchSystems,
  remapUsers,
  dedicate,
  toUserSpace,
  evacuate,
  rebuild,
  lookIntoCopies,
  restoreVms,
  restoreFiles,
  trace,
  investigate,
  attest,
  encrypt,
  inspectArp,
  rejectMacs,
  confine,
  modernise,
  swapCards,
  goHeadless,
  bound,
  holdHeard,
  patchImages,
  cleanImages,
  encryptSaved,
  sealBackups,
  verifyLibrary,
  checkStores,
  detach,
  askOwners,
  reclaim,
  patchGuests,
  audit,
  boundCalls,
  watch,
  guardDhcp,
  attach,
  rehost,
  convert,
  merge,
  readCounters,
  introspect,
  recordLogins,
  watchHosts,
  placeAgents,
  makeRoom,
  retire,
];

/** What is ordered whatever the deck. */
const ALWAYS: ReadonlySet<string> = new Set([
  'stop-vm',
  'restart-vm',
  'close-breach',
  'rebuild-host',
]);

const inDeck = new WeakMap<readonly string[], readonly Duty[]>();

/** Those of them that a match's deck leaves something to do for. */
export function dutiesIn(view: BlueView): readonly Duty[] {
  const dealt = view.tables.match[1]?.deck?.commands;
  if (dealt === undefined) return DUTIES;
  const known = inDeck.get(dealt);
  if (known) return known;
  const found = DUTIES.filter(({ gives }) =>
    gives.some((command) => ALWAYS.has(command) || dealt.includes(command)),
  );
  inDeck.set(dealt, found);
  return found;
}

/** Leaves out what is not in the deck and what someone is at already. */
export function sensible(view: BlueView, wishes: readonly Wish[]): Wish[] {
  return wishes.filter(({ command, args }) => {
    if (!ALWAYS.has(command) && !has(view, command)) return false;
    const subject =
      args.vm !== undefined
        ? `vms/${args.vm}`
        : args.asset !== undefined
          ? `assets/${args.asset}`
          : args.host !== undefined
            ? `hosts/${args.host}`
            : '';
    return (
      !claimed(view, subject) &&
      !rowsOf(view, 'jobs').some(
        (job) => job.command === command && JSON.stringify(job.args) === JSON.stringify(args),
      )
    );
  });
}
