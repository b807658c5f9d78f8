import type { BareReason } from './host.ts';
import type { OperationCounts } from './workload.ts';

/**
 * Who does something on the way of an operation. A `cpu` does what is wired into it. A guest that nests has a
 * hypervisor of its own (L1), and that has a guest (L2).
 */
export type Actor =
  | 'app'
  | 'guest-kernel'
  | 'own-hypervisor'
  | 'inner-guest'
  | 'cpu'
  | 'hypervisor'
  | 'translator'
  | 'device-model'
  | 'dom0'
  | 'host-kernel'
  | 'emulator';

/** Of which work is made, and what can be followed of it step by step: all in play but a TLB miss. */
export type Kind = Exclude<keyof OperationCounts, 'tlbMiss' | 'largeMiss' | 'alone' | 'direct'>;

/** All that can be followed: those, and exits that are for nothing but their reason (rule K106). */
export type Followed = Kind | BareReason;

/**
 * What becomes of an instruction of a guest.
 * `direct`: the CPU carries it out, as the guest means it. `fault`: the CPU traps, to whoever is in ring
 * 0. `silent`: the CPU does something else than the guest means, and nobody is told. `translated`: other
 * code stands in its place. `hypercall`: the ported kernel asks for it. `replaced`: the ported kernel
 * does it otherwise, in memory that it shares with the hypervisor, or not at all. `exit`: a VM exit.
 * `emulated`: the emulator carries it out, on its emulated CPU.
 */
export const OUTCOMES = [
  'direct',
  'fault',
  'silent',
  'translated',
  'hypercall',
  'replaced',
  'exit',
  'emulated',
] as const;
export type Outcome = (typeof OUTCOMES)[number];
