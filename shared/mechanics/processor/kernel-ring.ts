import type { WordSize } from '../../world/machine/host.ts';
import type { Foothold, Footing, KernelRing, Technique } from '../../world/machine/vm.ts';

/**
 * In which ring of the host's CPU a guest's kernel runs (rule K20). Hardware assistance leaves it in
 * ring 0, of non-root mode. Binary translation puts it in ring 1. A ported kernel runs in ring 1 on
 * 32 bits, on a hypervisor of either word size, and shares ring 3 with its applications on 64 (Barham
 * 2003; Xen). On a machine of its own it is ring 0, and nothing is below it (rule R1).
 * @param wordSize of the guest
 */
export function kernelRing(technique: Technique, wordSize: WordSize): KernelRing {
  switch (technique) {
    case 'hvm':
    case 'hybrid':
    case 'native':
      return 0;
    case 'bt':
      return 1;
    case 'para':
      return wordSize === 32 ? 1 : 3;
    case 'container':
    case 'emulation':
      return null;
  }
}

/** How far in someone with such a foothold is: a kernel by its ring, anything else as a process. */
export function footingOf(
  foothold: Exclude<Foothold, 'none'>,
  technique: Technique,
  wordSize: WordSize,
): Footing {
  if (foothold !== 'kernel') return foothold;
  // What is root in a container is a process of the kernel that it shares.
  if (technique === 'container') return 'root';
  const ring = kernelRing(technique, wordSize);
  return ring === null ? 'kernel-emulated' : `kernel-${ring}`;
}
