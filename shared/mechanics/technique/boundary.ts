import { BOUNDARIES, type Boundary, type Technique } from '../../world/machine/vm.ts';

/** The boundary that a technique gives a guest (rule K22). */
export function boundaryOf(technique: Technique): Boundary {
  switch (technique) {
    case 'hybrid':
      return 'exits-drivers';
    case 'para':
      return 'hypercalls';
    case 'hvm':
      return 'exits';
    case 'bt':
      return 'translator';
    case 'emulation':
      return 'emulator';
    case 'container':
      return 'shared-kernel';
    case 'native':
      return 'none';
  }
}

/** Which of two boundaries comes first. */
export const byBoundary = (one: Technique, other: Technique): number =>
  BOUNDARIES.indexOf(boundaryOf(one)) - BOUNDARIES.indexOf(boundaryOf(other));
