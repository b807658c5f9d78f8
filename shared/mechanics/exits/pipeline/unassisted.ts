import type { Kind } from '../../../world/machine/trap.ts';
import { CHECK } from '../../cost/checks.ts';
import { TRANSLATED_CALL } from '../../cost/handling.ts';
import { type CostTraits, FILTERED_CALL, INTERPRETED, NATIVE } from '../../cost/prices.ts';
import { acting, alone, driverOf, type Stage, type Turnout } from './stage.ts';

const app = acting('app', null, 3);
const shared = acting('host-kernel', null, 0);
const emulator = acting('emulator', null, 3);

/** The stages of an operation of a container: its kernel is the host's, and nothing exits (rule K4). */
export function containerStages(kind: Kind): Stage[] {
  const call = [app('calls'), shared('filters', FILTERED_CALL)];
  switch (kind) {
    case 'compute':
      return alone(app, 'direct', kind);
    case 'cpuid':
      return alone(app, 'nativeCpuid', kind);
    case 'syscall':
      return [...call, shared('servesShared', NATIVE.syscall), app('returns')];
    case 'device':
      return alone(shared, 'sharedDriver', kind);
    case 'pageTable':
      return alone(shared, 'sharedTable', kind);
    case 'interrupt':
      return alone(shared, 'sharedInterrupt', kind);
    case 'halt':
      return alone(shared, 'sharedHalt', kind);
  }
}

/**
 * The stages of an operation of a machine of its own (rule R1): an application traps into the kernel, and
 * the kernel has the device do it. Nobody is below them, so nothing exits (FACTS §2.4).
 */
export function nativeStages(kind: Kind): Stage[] {
  switch (kind) {
    case 'compute':
      return alone(app, 'direct', kind);
    case 'cpuid':
      return alone(app, 'nativeCpuid', kind);
    case 'syscall':
      return [app('calls'), shared('servesShared', NATIVE.syscall), app('returns')];
    case 'device':
      return alone(shared, 'sharedDriver', kind);
    case 'pageTable':
      return alone(shared, 'nativeTable', kind);
    case 'interrupt':
      return alone(shared, 'sharedInterrupt', kind);
    case 'halt':
      return alone(shared, 'sharedHalt', kind);
  }
}

const IMITATED = {
  compute: 'interprets',
  syscall: 'interpretsSyscall',
  pageTable: 'interpretsPageTable',
  interrupt: 'interpretsInterrupt',
  halt: 'interpretsHalt',
  cpuid: 'interpretsCpuid',
} as const;

/**
 * The stages of an operation of an emulated machine: all of it is one process, and the rings and the
 * mode bit that the guest believes in are data of it (rule K20).
 */
export function emulatedStages(kind: Kind, host: CostTraits, turnout: Turnout): Stage[] {
  if (kind !== 'device') {
    return [emulator(IMITATED[kind], INTERPRETED * NATIVE[kind])];
  }
  const { checked, refused, held = false } = turnout;
  const driver = driverOf(host, null);
  return [
    emulator('interpretsTouch'),
    ...(checked ? [emulator('check', CHECK)] : []),
    ...(held ? [emulator('holds')] : []),
    ...(refused
      ? [emulator('refuse')]
      : [
          emulator('modelInside', TRANSLATED_CALL),
          driver('asked', NATIVE.syscall),
          driver('realDevice', NATIVE.device),
        ]),
    emulator('interpretsOn'),
  ];
}
