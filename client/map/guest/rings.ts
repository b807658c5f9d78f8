import { kernelRing } from '../../../shared/mechanics/processor/kernel-ring.ts';
import type { WordSize } from '../../../shared/world/machine/host.ts';
import type { Technique } from '../../../shared/world/machine/vm.ts';
import type { Writer } from '../drawing/labels.ts';

/** Where a guest's kernel stands in the drawing: below its applications, beside them, or nowhere. */
export type KernelFloor = 'nonRoot' | 'one' | 'three' | 'process' | 'native';

const OF_RING = { 0: 'nonRoot', 1: 'one', 3: 'three' } as const;

/**
 * The floor of a guest's kernel, by its technique and its word size. An emulated one is data of a process; a
 * container has none.
 */
export function kernelFloorOf(technique: Technique, wordSize: WordSize): KernelFloor | null {
  if (technique === 'emulation') return 'process';
  if (technique === 'native') return 'native';
  const ring = kernelRing(technique, wordSize);
  return ring === null ? null : OF_RING[ring];
}

/** What is written on a guest kernel's floor, from most to least. */
export const kernelWords = ({ say }: Writer, floor: KernelFloor | null): string[] =>
  floor === null
    ? []
    : ['long', 'usual', 'short'].map((length) => say(`ui.map.kernels.${floor}.${length}`));
