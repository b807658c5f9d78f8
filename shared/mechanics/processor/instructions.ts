import type { Host } from '../../world/machine/host.ts';
import type { Outcome } from '../../world/machine/trap.ts';
import type { Technique } from '../../world/machine/vm.ts';
import type { Deep } from '../../world/table.ts';
import { wordSizeOf } from './word-size.ts';

/** Instructions of an operating system that say something about who may do what. */
export const INSTRUCTIONS = [
  'POPF',
  'PUSHF',
  'SGDT',
  'SMSW',
  'CLI',
  'IN/OUT',
  'MOV CR3',
  'HLT',
  'CPUID',
  'SYSCALL',
] as const;
export type Instruction = (typeof INSTRUCTIONS)[number];

/**
 * What each does outside ring 0 of a CPU without VT-x. POPF leaves the interrupt flag as it is; PUSHF,
 * SGDT and SMSW read the real state, which is not the guest's; the others trap. CPUID may be run by
 * anyone, and SYSCALL is for them. Sources: Intel SDM vol. 2; Robin and Irvine, USENIX Security 2000;
 * FACTS §17.2.
 */
const OUTSIDE_RING_0: Readonly<Record<Instruction, 'direct' | 'fault' | 'silent'>> = {
  POPF: 'silent',
  PUSHF: 'silent',
  SGDT: 'silent',
  SMSW: 'silent',
  CLI: 'fault',
  'IN/OUT': 'fault',
  'MOV CR3': 'fault',
  HLT: 'fault',
  CPUID: 'direct',
  SYSCALL: 'direct',
};

/** What reads or changes the machine that all guests share: who runs it in a guest must be told. */
export const isSensitive = (instruction: Instruction): boolean =>
  instruction !== 'CPUID' && instruction !== 'SYSCALL';

type Cpu = Pick<Deep<Host>, 'virtualisationExtension'>;

/**
 * What of a guest's kernel would run otherwise than it means, with nobody told, if nothing were done
 * about it (rule K32). With VT-x none: the kernel has a ring 0 of its own, in non-root mode.
 */
export const silentOn = ({ virtualisationExtension }: Cpu): Instruction[] =>
  virtualisationExtension
    ? []
    : INSTRUCTIONS.filter((instruction) => OUTSIDE_RING_0[instruction] === 'silent');

/**
 * Whether a monitor can be made by running guests' kernels without privilege and emulating what traps:
 * every sensitive instruction traps. Source: Popek and Goldberg, 1974, theorem 1.
 */
export const isClassicallyVirtualisable = (cpu: Cpu): boolean => silentOn(cpu).length === 0;

type Place = Pick<Deep<Host>, 'year' | 'nestedPaging'>;

/**
 * What becomes of an instruction of a guest's kernel or of its applications (rule K32).
 * @param cpl where the guest believes itself to be: 0 its kernel, 3 an application
 */
export function runs(
  instruction: Instruction,
  cpl: 0 | 3,
  technique: Technique,
  host: Place,
): Outcome {
  if (technique === 'emulation') return 'emulated';
  if (technique === 'hvm' || technique === 'hybrid') return assisted(instruction, cpl, host);
  // A container's kernel is its host's, in ring 0, as is that of a machine of its own.
  if (technique === 'container' || technique === 'native')
    return cpl === 0 ? 'direct' : unprivileged(instruction);
  if (instruction === 'SYSCALL') return systemCall(technique, host);
  if (cpl === 3) return unprivileged(instruction);
  return technique === 'bt' ? 'translated' : ported(instruction);
}

/** As on a machine of its own, but what its host wants to know of. */
function assisted(instruction: Instruction, cpl: 0 | 3, { nestedPaging }: Place): Outcome {
  // Whoever runs it: no other of these leaves a guest from its ring 3 (FACTS B01).
  if (instruction === 'CPUID') return 'exit';
  if (cpl === 3) return unprivileged(instruction);
  switch (instruction) {
    case 'IN/OUT':
    case 'HLT':
      return 'exit';
    case 'MOV CR3':
      return nestedPaging ? 'direct' : 'exit';
    default:
      return 'direct';
  }
}

/** In ring 3 what may not be is stopped on every CPU; what is only read there is not our matter. */
const unprivileged = (instruction: Instruction): Outcome =>
  OUTSIDE_RING_0[instruction] === 'fault' ? 'fault' : 'direct';

/** What stands in a ported kernel instead (Barham 2003, table 1; I-3). */
function ported(instruction: Instruction): Outcome {
  switch (instruction) {
    case 'MOV CR3':
    case 'HLT':
      return 'hypercall';
    case 'CPUID':
    case 'IN/OUT':
      return 'fault';
    default:
      return 'replaced';
  }
}

/** It traps to whoever is in ring 0, but where a ported 32-bit kernel takes it by itself (I-3). */
const systemCall = (technique: 'bt' | 'para', host: Place): Outcome =>
  technique === 'para' && wordSizeOf(host) === 32 ? 'direct' : 'fault';
