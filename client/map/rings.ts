import type { Technique } from '../../shared/world/vm.ts';
import type { Writer } from './labels.ts';

/**
 * Where a guest's kernel runs. Hardware assistance gives it ring 0 in non-root mode; binary
 * translation puts it in ring 1; a paravirtual one shares ring 3 with its applications, since 64-bit
 * mode has no segment limits to keep ring 1 out of ring 0's memory; an emulated one is data of a
 * process. A container has none.
 */
export const KERNEL_RINGS = {
  hvm: 'nonRoot',
  hybrid: 'nonRoot',
  bt: 'one',
  para: 'three',
  container: null,
  emulation: 'process',
} as const satisfies Record<Technique, string | null>;

/** What is written on a guest kernel's floor, from most to least. */
export function kernelWords({ say }: Writer, technique: Technique): string[] {
  const ring = KERNEL_RINGS[technique];
  return ring === null
    ? []
    : ['long', 'usual', 'short'].map((length) => say(`ui.map.kernels.${ring}.${length}`));
}
