import type { Technique } from '../../world/machine/vm.ts';

/** What a guest's leaving itself is called: only hardware assistance knows VM exits (table A2). */
export const WAYS_OUT = ['exits', 'hypercalls', 'translated', 'emulated', 'syscalls'] as const;
export type WayOut = (typeof WAYS_OUT)[number];

/** By what a guest of that technique gets out of itself, which is what its rate counts (rule K21). */
export function wayOutOf(technique: Technique): WayOut {
  switch (technique) {
    case 'hvm':
    case 'hybrid':
      return 'exits';
    case 'para':
      return 'hypercalls';
    case 'bt':
      return 'translated';
    case 'emulation':
      return 'emulated';
    case 'container':
    case 'native':
      return 'syscalls';
  }
}
