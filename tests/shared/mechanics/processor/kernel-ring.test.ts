import { describe, expect, test } from 'vitest';
import { footingOf, kernelRing } from '../../../../shared/mechanics/processor/kernel-ring.ts';
import { WAYS_OUT, wayOutOf } from '../../../../shared/mechanics/processor/way-out.ts';
import { wordSizeOf } from '../../../../shared/mechanics/processor/word-size.ts';
import { investigate } from '../../../../shared/mechanics/sensors/investigation.ts';
import { boundaryOf } from '../../../../shared/mechanics/technique/boundary.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import type { Foothold, Technique } from '../../../../shared/world/machine/vm.ts';
import { BOUNDARIES, TECHNIQUES } from '../../../../shared/world/machine/vm.ts';
import { brokenInto } from '../../../support/hypervisor.ts';
import { id } from '../../../support/worlds.ts';

const OLD = { year: 2005 };
const LATE = { year: 2006 };

describe('where a guest’s kernel runs', () => {
  test.each([
    ['hvm', 0, 0],
    ['hybrid', 0, 0],
    ['bt', 1, 1],
    ['para', 1, 3],
    ['container', null, null],
    ['emulation', null, null],
  ] as const)('K20 under %s: ring %s of 32 bits, ring %s of 64', (technique, old, late) => {
    expect([wordSizeOf(OLD), wordSizeOf(LATE)]).toEqual([32, 64]);
    expect(kernelRing(technique, 32)).toBe(old);
    expect(kernelRing(technique, 64)).toBe(late);
  });

  test.each([
    ['kernel', 'hvm', 64, 'kernel-0'],
    ['kernel', 'bt', 32, 'kernel-1'],
    ['kernel', 'para', 32, 'kernel-1'],
    ['kernel', 'para', 64, 'kernel-3'],
    ['kernel', 'emulation', 64, 'kernel-emulated'],
    // What rules a container is a process: it has no kernel of its own to be in.
    ['kernel', 'container', 64, 'root'],
    ['root', 'hvm', 64, 'root'],
    ['root', 'container', 64, 'root'],
    ['user', 'hvm', 64, 'user'],
  ] as const)(
    'K20 whoever is in the %s under %s is told of as in %s: %s',
    (foothold, technique, wordSize, footing) => {
      expect(footingOf(foothold, technique, wordSize)).toBe(footing);
    },
  );

  test.each([
    ['hvm', 64, 'kernel', 'kernel-0'],
    ['bt', 32, 'kernel', 'kernel-1'],
    ['para', 32, 'kernel', 'kernel-1'],
    ['para', 64, 'kernel', 'kernel-3'],
    ['para', 64, 'user', 'user'],
  ] as const)(
    'K20 S8 an investigation under %s of %i bits tells the ring of the %s: %s',
    (technique, wordSize, ring, told) => {
      const bench = brokenInto({
        ring: ring satisfies Foothold,
        vm: { technique },
      });
      Object.assign(bench.world.vms[1]!, { wordSize });
      investigate(bench.match, id(1), SCENARIO);
      expect(bench.world.alerts.at(-1)?.seen).toEqual({ kind: 'code-found', ring: told });
    },
  );
});

describe('what a technique is to its guest', () => {
  const all = <T>(of: (technique: Technique) => T): T[] => TECHNIQUES.map(of);

  test('K21 only hardware assistance knows VM exits', () => {
    expect(TECHNIQUES.filter((technique) => wayOutOf(technique) === 'exits')).toEqual([
      'hvm',
      'hybrid',
    ]);
    expect(new Set(all(wayOutOf))).toEqual(new Set(WAYS_OUT));
  });

  test('K22 each has a boundary of its own, and the shared kernel comes last', () => {
    const own = [...all(boundaryOf), boundaryOf('native')];
    expect(new Set(own)).toEqual(new Set(BOUNDARIES));
    expect(new Set(own).size).toBe(own.length);
    // Below a machine of its own there is nothing to come before.
    expect(BOUNDARIES.slice(-2)).toEqual([boundaryOf('container'), boundaryOf('native')]);
  });
});
