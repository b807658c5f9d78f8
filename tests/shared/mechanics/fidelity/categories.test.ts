import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../../shared/course/scenarios/registry.ts';
import { touchesModels } from '../../../../shared/mechanics/fidelity/models.ts';
import {
  CATEGORIES,
  categoryOf,
  comesIn,
  requirementsOf,
} from '../../../../shared/world/machine/category.ts';
import {
  WORKLOAD_NAMES,
  WORKLOADS,
  type WorkloadName,
} from '../../../../shared/world/machine/workload.ts';
import { machinesOf, PARTS, type Part, partsFor, worksOn } from '../../../support/machines.ts';
import { some } from '../../../support/some.ts';
import { tiny } from '../../../support/worlds.ts';

/** What is required by whatever technique; a grant is what a container alone may want. */
const requiredParts = (name: WorkloadName): Part[] => {
  const required: readonly string[] = requirementsOf(name);
  return PARTS.filter((part) => required.includes(part));
};

const without = (name: WorkloadName, part: Part): Part[] =>
  partsFor(name).filter((one) => one !== part);

/** Whether there is a machine of those parts on which the work has the right result. */
const canWork = (name: WorkloadName, parts: readonly Part[]): boolean =>
  some(machinesOf(name, parts)).some((machine) => worksOn(name, machine));

/** Each workload with each thing that it requires. */
const pairs = WORKLOAD_NAMES.flatMap((name) =>
  requiredParts(name).map((part) => [name, part] as const),
);

describe('categories of virtualisation', () => {
  test('W15 the four, and what is in each', () => {
    const of = (category: (typeof CATEGORIES)[number]): WorkloadName[] =>
      WORKLOAD_NAMES.filter((name) => categoryOf(name) === category).sort();
    expect(of('desktop')).toEqual(['design-desktop', 'dev-desktop', 'office-desktop']);
    expect(of('application')).toEqual(['app-stream']);
    expect(of('hardware')).toEqual(['door-control', 'lab-analyser', 'nested-lab']);
    expect(of('server')).toContain('payments');
    expect(CATEGORIES.flatMap(of).sort()).toEqual([...WORKLOAD_NAMES].sort());
  });

  test.each(CATEGORIES)('W15 a scenario that is offered has a VM of %s', (category) => {
    const offered = Object.values(scenarios).filter(({ vms }) =>
      vms.some(({ workload }) => categoryOf(workload) === category),
    );
    expect(offered.map(({ id }) => id)).not.toEqual([]);
  });

  test.each(WORKLOAD_NAMES)('W16 %s: with what it requires it can be done', (name) => {
    expect(canWork(name, partsFor(name))).toBe(true);
  });

  test.each(some(pairs))(
    'W16 %s without %s has no right result, by any technique',
    (name, part) => {
      expect(canWork(name, without(name, part))).toBe(false);
    },
  );

  test.each(CATEGORIES)('W16 what %s requires another category does without', (category) => {
    const required = WORKLOAD_NAMES.filter((name) => categoryOf(name) === category).flatMap(
      requiredParts,
    );
    for (const part of some(required)) {
      const others = CATEGORIES.filter((other) => other !== category);
      const spared = others.filter((other) =>
        WORKLOAD_NAMES.some(
          (name) => categoryOf(name) === other && canWork(name, without(name, part)),
        ),
      );
      expect([part, spared]).toEqual([part, others]);
    }
  });

  test('W16 a model of hardware is lost with paravirtual devices: whoever needs one is emulated or assisted', () => {
    const hardware = WORKLOAD_NAMES.filter((name) => categoryOf(name) === 'hardware');
    for (const name of some(hardware)) {
      const works = machinesOf(name, partsFor(name)).filter((one) => worksOn(name, one));
      expect(some(works).every(({ technique }) => touchesModels(technique))).toBe(true);
    }
    const server = machinesOf('analytics', []).filter((one) => worksOn('analytics', one));
    expect(server.some(({ technique }) => !touchesModels(technique))).toBe(true);
  });
});

describe('what a workload comes in', () => {
  const PLAIN = { container: false, legacyOnly: false, cpu: 'x86' } as const;

  test('W17 a package takes a container image, an appliance one for its own machine or CPU', () => {
    expect(comesIn('app-stream', PLAIN)).toBe(false);
    expect(comesIn('app-stream', { ...PLAIN, container: true })).toBe(true);
    expect(comesIn('door-control', PLAIN)).toBe(false);
    expect(comesIn('door-control', { ...PLAIN, legacyOnly: true })).toBe(true);
    expect(comesIn('door-control', { ...PLAIN, cpu: 'foreign' })).toBe(true);
    const any = WORKLOAD_NAMES.filter((name) => WORKLOADS[name].comesAs === undefined);
    expect(some(any).every((name) => comesIn(name, PLAIN))).toBe(true);
  });

  test('W17 a scenario that has it in another image is refused', () => {
    const [vm, ...rest] = tiny().vms;
    if (vm === undefined) throw new Error('the tiny world has a VM');
    for (const workload of ['app-stream', 'door-control'] as const) {
      expect(() => tiny({ vms: [{ ...vm, workload }, ...rest] })).toThrow(/such an image/);
    }
  });
});
