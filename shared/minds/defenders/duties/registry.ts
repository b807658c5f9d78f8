import { rowsOf } from '../../../view/reading.ts';
import type { BlueView } from '../../../view/view.ts';
import type { Wish } from '../defender.ts';
import { claimed, has } from '../reading.ts';
import type { Duty } from './duty.ts';
import { flushCaches, partCaches, readCounters, singleThreads, unmerge } from './hardware.ts';
import {
  audit,
  bound,
  boundCalls,
  confine,
  detach,
  modernise,
  patchHosts,
  restartOld,
} from './hypervisor.ts';
import { patchGuests, patchImages, reclaim } from './images.ts';
import { scrub, wipe } from './memory.ts';
import {
  allowNeeded,
  inspectArp,
  push,
  rejectListening,
  rejectMacs,
  removeAnyAny,
  tune,
  watch,
} from './network.ts';
import { close, contain, investigate, rebuild } from './response.ts';
import { convert, rehost } from './technique.ts';

/** In the order in which a careful defender sees to them. */
export const DUTIES: readonly Duty[] = [
  contain,
  close,
  singleThreads,
  unmerge,
  flushCaches,
  partCaches,
  scrub,
  removeAnyAny,
  rejectListening,
  push,
  allowNeeded,
  tune,
  wipe,
  patchHosts,
  restartOld,
  rebuild,
  investigate,
  inspectArp,
  rejectMacs,
  confine,
  modernise,
  bound,
  patchImages,
  detach,
  reclaim,
  patchGuests,
  audit,
  boundCalls,
  watch,
  rehost,
  convert,
  readCounters,
];

/** Leaves out what is not in the deck and what someone is at already. */
export function sensible(view: BlueView, wishes: readonly Wish[]): Wish[] {
  const always = new Set(['stop-vm', 'restart-vm', 'close-breach', 'rebuild-host']);
  return wishes.filter(({ command, args }) => {
    if (!always.has(command) && !has(view, command)) return false;
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
