import type { Host } from '../../world/machine/host.ts';
import type { Deep } from '../../world/table.ts';
import { byYear, roundTrip } from './transition.ts';

/** Years by which the sources of these figures name their CPUs: Pentium 4 672, Xeon E5-2450. */
const PENTIUM_4 = 2005;
const SANDY_BRIDGE = 2011;

/**
 * What a hypervisor does about an exit that it answers by itself, beside the way out and back:
 * 2,565 cycles in all under KVM on a Xeon E5-2450 (F6 [V2]). Taken for every year (our assumption).
 */
export const IN_HYPERVISOR = 2565 - roundTrip(SANDY_BRIDGE);

/**
 * What follows an exit for an emulated device, beside the way out and back: find out what the guest
 * wanted, hand it to the device model, and hand back what that says. 15,826 cycles in all for a port
 * read under the first hardware assistance (C23 [V2]); 6,732 under KVM, whose device model is a
 * process (F6 [V2]). The device model's own work is the least of it: see `TRANSLATED_CALL`.
 */
const TO_DEVICE_MODEL = [
  [PENTIUM_4, 15_826 - roundTrip(PENTIUM_4)],
  [SANDY_BRIDGE, 6732 - roundTrip(SANDY_BRIDGE)],
] as const;

/**
 * The same for a guest of a hypervisor that is a guest itself: the one below gets every exit first and
 * hands it up, and what the one above does about it exits again and again. 58,000 cycles for CPUID, and
 * 48,390 for telling a paravirtual device of requests (F9 [V2]). Taken for every year and for whatever
 * is answered (our assumption).
 */
const NESTED_EXIT = 58_000;
const NESTED_KICK = 48_390;

/** Cycles of an exit that the hypervisor answers: an interrupt that arrives, HLT, CPUID. */
export const answeredExit = (year: number, nested = false): number =>
  nested ? NESTED_EXIT : roundTrip(year) + IN_HYPERVISOR;

/** Cycles of an exit by which a guest says that there are requests on a ring. */
export const kick = (year: number, nested = false): number =>
  nested ? NESTED_KICK : answeredExit(year);

/** Cycles of what follows an exit for an emulated device on a CPU of that year. */
export const toDeviceModel = (year: number): number => byYear(TO_DEVICE_MODEL, year);

/** Cycles of an exit for an emulated device, or for a process that has to be woken for an answer. */
export const deviceExit = (year: number, nested = false): number =>
  (nested ? NESTED_EXIT : roundTrip(year)) + toDeviceModel(year);

/**
 * A port read under binary translation, in all: the translator put a call of the device's model in
 * its place, and nothing leaves the monitor. A fifteenth of a native one of 3,209 cycles (C23 [V2]).
 */
export const TRANSLATED_CALL = 214;

/** Cycles of a fault that the CPU itself delivers to a kernel, and of the kernel that takes it (C26 [V2]). */
export const NATIVE_FAULT = 1093;

/**
 * What a fault takes longer when the monitor gets it first and delivers it to a translated kernel:
 * 3,927 cycles against 1,093 (C26 [V2]). Taken for interrupts too (our assumption).
 */
export const TRANSLATED_FAULT = 3927 - NATIVE_FAULT;

/**
 * A packet or a block that an emulated device of a hosted monitor passes on to the host OS: the
 * monitor switches to the host's world and has the monitor's process send it, the host's own driver
 * included. 22.7 µs for it and 3.0 to emulate the card, at 733 MHz. Source: Sugerman, Venkitachalam,
 * Lim, USENIX ATC 2001, the table of where time goes [V2]. Taken for every year (our assumption).
 */
export const HOSTED_TRANSFER = Math.trunc(((227 + 30) * 733) / 10);

/** Cycles in which a monitor has a real device do what a guest wanted of an emulated one. */
export function passedOn({ platform }: Pick<Deep<Host>, 'platform'>, native: number): number {
  return platform === 'type2' ? HOSTED_TRANSFER : native;
}
